"""History (留痕): the journal made readable."""
