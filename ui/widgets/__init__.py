"""Widgets that several places use; they know no workspace."""
