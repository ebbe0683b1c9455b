"""The places of the window, each in a package of its own, independent of each other."""
