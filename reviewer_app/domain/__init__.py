"""Values and rules of a review: standard library only, no clock, disk or randomness."""
