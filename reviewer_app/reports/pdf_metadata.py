"""What a PDF says of itself beside its pages: an XMP packet, for archives that index files.

The same values give the same packet: it holds no time and no chance.
"""

from typing import TYPE_CHECKING, Any

from reviewer_app.domain.document import Document
from reviewer_app.reports.cleaning import printable

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
"""The mark by which programs find the packet without reading the PDF."""


def describe(canvas: "Canvas", document: Document) -> None:
    """Set title, code, language and display of the title, and the packet that repeats them."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    canvas.setTitle(printable(document.title))
    canvas.setSubject(document.code)
    canvas.setAuthor("")
    canvas.setCreator("")
    canvas.setProducer("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stream: Any = PDFStream
    packet = stream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
        _packet(document).encode("utf-8"),
        filters=None,
    )
    known: Any = canvas
    known._doc.Catalog.Metadata = packet  # noqa: SLF001 - the canvas has no call for it


def _packet(document: Document) -> str:
    language = document.language.replace("_", "-")
    title = _escaped(" ".join(filter(None, (document.title, document.subtitle))))
    return (
        f'{_BEGIN}\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        f"<dc:identifier>{_escaped(document.code)}</dc:identifier>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )


def _escaped(text: str) -> str:
    return printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
