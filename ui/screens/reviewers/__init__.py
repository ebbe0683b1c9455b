"""Reviewers and recusal (专家与回避)."""
