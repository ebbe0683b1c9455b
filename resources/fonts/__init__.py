"""Open fonts of the reports, each with its licence beside it."""
