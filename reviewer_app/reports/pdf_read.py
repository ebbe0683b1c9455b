"""Reading a written PDF back: its text as a reader sees it, in the order it was drawn."""

from pathlib import Path


def pdf_text(path: Path) -> str:
    """Give the text of all pages, one form feed between two."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        pages = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    return "\f".join(pages).replace("\r\n", "\n")
