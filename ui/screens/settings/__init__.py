"""Settings (设置): of this PC and of the batch."""
