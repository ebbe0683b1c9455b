"""A Document of pure values becomes xlsx and pdf."""
