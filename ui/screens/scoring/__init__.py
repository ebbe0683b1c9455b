"""Scoring (评分), as a reviewer sees it."""
