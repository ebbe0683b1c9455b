"""The end: the closing gate, settled results, signatures, the night."""
