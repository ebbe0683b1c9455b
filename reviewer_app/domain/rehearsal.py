"""How a file of a rehearsal is known, wherever it turns up."""

REHEARSAL_KEYWORD = "reviewer-app-rehearsal"
"""Stands among the properties of every workbook and document that a rehearsal writes."""
