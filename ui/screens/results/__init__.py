"""Results (结果): the ranking and why."""
