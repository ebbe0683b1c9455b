"""Colours by role, sizes, icons: the look of the program."""
