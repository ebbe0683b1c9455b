"""One strict way to read XML: expat without DTDs, entities or other encodings.

The same refusals as defusedxml makes, on the bare parser, because sheets of 400,000 cells
are read through it. Source: reliability.md 5.1, 5.3 (49, 51).
"""

from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.problem_kinds import ProblemKind

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"

GREATEST_DEPTH = 40

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def parse_xml(
    content: bytes, part: str, start: Start, end: End | None = None, text: Text | None = None
) -> None:
    """Call the handlers for every element; names come as "namespace name".

    Raises:
        FileRefused: a DTD or an entity, an encoding other than UTF-8, broken XML.
    """
    if b"\0" in content or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise FileRefused(ProblemKind.XML_ENCODING, {"part": part})
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartDoctypeDeclHandler = _refuse(ProblemKind.XML_DOCTYPE, part)
    parser.EntityDeclHandler = _refuse(ProblemKind.XML_DOCTYPE, part)
    parser.ExternalEntityRefHandler = _refuse(ProblemKind.XML_DOCTYPE, part)
    parser.XmlDeclHandler = _check_declaration(part)
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        facts = {"part": part, "line": str(error.lineno), "detail": str(error)}
        raise FileRefused(ProblemKind.XML_BROKEN, facts) from error
    except LookupError as error:
        raise FileRefused(ProblemKind.XML_ENCODING, {"part": part}) from error


def parse_small_xml(
    content: bytes, part: str, start: Start, end: End | None = None, text: Text | None = None
) -> None:
    """Parse like `parse_xml` with the depth counted, for parts other than sheets."""
    depth = 0

    def enter(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > GREATEST_DEPTH:
            raise FileRefused(ProblemKind.ZIP_BOMB, {"entry": part})
        start(name, attributes)

    def leave(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(name)

    parse_xml(content, part, enter, leave, text)


def _refuse(kind: ProblemKind, part: str) -> Callable[..., NoReturn]:
    def refuse(*_arguments: object) -> NoReturn:
        raise FileRefused(kind, {"part": part})

    return refuse


def _check_declaration(part: str) -> Callable[[str, str | None, int], None]:
    def check(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise FileRefused(ProblemKind.XML_ENCODING, {"part": part})

    return check
