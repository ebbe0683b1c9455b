"""Outside files become an ImportPlan; nothing here writes to a workspace."""
