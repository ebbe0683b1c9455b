"""After disclosure: sheets side by side, changes, opinions, votes, dissent."""
