"""Verbs: each runs in one transaction and writes one journal entry."""
