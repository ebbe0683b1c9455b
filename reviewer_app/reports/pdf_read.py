"""Reading a written PDF back: its text as a reader sees it, in the order it was drawn."""

from collections.abc import Iterator
from pathlib import Path


def pdf_text(path: Path) -> str:
    """Give the text of all pages, one form feed between two."""
    return "\f".join(page_texts(path))


def page_texts(path: Path) -> Iterator[str]:
    """Give the text of each page."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            yield text.get_text_range().replace("\r\n", "\n")
            text.close()
            page.close()
