"""The core of the Reviewer Workstation: a program without windows."""

__version__ = "0.1.0"
