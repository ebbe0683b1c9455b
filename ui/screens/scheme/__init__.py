"""The scheme editor (评分方案)."""
