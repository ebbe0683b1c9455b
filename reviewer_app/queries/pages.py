"""The pages of a document made here, as pictures to look at or to print."""

from reviewer_app.domain.report_list import Preview
from reviewer_app.reports.pdf_pages import Pages


def pages_of(shown: Preview) -> Pages:
    """Open the pages of a preview that has a PDF."""
    return Pages(shown.title, shown.pdf)
