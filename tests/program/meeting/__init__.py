"""A whole meeting of 24 applications and 7 reviewers, driven through the real windows."""
