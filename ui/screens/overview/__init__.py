"""Overview (概览): where the batch stands, and the next step."""
