"""Score entry (录分): sheets on paper typed in twice."""
