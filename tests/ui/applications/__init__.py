"""The applications place."""
