"""What the supervisor looks at: every late change, and that none is missing."""
