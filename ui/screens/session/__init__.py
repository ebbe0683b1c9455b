"""The meeting of the panel: its pages from preparation to the sealed result."""
