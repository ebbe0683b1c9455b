"""The core of the Reviewer Workstation: a program without windows."""

import os

# python-docx brings lxml along, and openpyxl would take it for its XML: workbooks would be
# read without defusedxml and written as other bytes.
os.environ["OPENPYXL_LXML"] = "False"

__version__ = "0.1.0"
