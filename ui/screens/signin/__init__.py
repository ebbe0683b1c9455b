"""Sign-in by choosing a name."""
