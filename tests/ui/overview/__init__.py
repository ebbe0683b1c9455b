"""Tests of this place."""
