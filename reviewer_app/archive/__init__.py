"""The archive of a batch: one folder that proves itself without this program."""
