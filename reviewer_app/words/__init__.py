"""Errors and facts become sentences here, with a translator given."""
