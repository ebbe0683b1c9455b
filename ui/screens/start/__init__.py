"""The start page: recent workspaces, a new batch, the sample."""
