"""Read an opinion's file back: a Word document from outside, looked at before it is read.

Only the text of the body is read. What Word marked as deleted is gone, what it marked as
inserted stands.
"""

from pathlib import Path

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.opinion_file import (
    Fault,
    OpinionCode,
    OpinionFile,
    WrongOpinionFile,
    code_in,
)
from reviewer_app.i18n import LANGUAGES, translator
from reviewer_app.importing.guard import read_bytes
from reviewer_app.importing.xml_rules import parse_small_xml
from reviewer_app.importing.zip_rules import Package
from reviewer_app.words.opinion_file import choices, headings

_ZIP = b"PK\x03\x04"
_BODY = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SIGNS = {f"{_W} tab": "\t", f"{_W} br": "\n", f"{_W} noBreakHyphen": "-"}


def read_opinion_file(path: Path) -> OpinionFile:
    """Read what a file holds.

    Raises:
        FileMissing, FileUnreadable, FileRefused: as any file from outside.
        WrongOpinionFile: no Word document of an opinion, or its headings were changed.
    """
    lines = _lines(read_bytes(path))
    code = _code(lines)
    text, recommendation, tier = _parts(lines)
    if not text.strip():
        raise WrongOpinionFile(Fault.NO_TEXT)
    return OpinionFile(code, text, _recommended(recommendation), _first(tier))


def _lines(data: bytes) -> list[str]:
    """Give the paragraphs of the body."""
    if not data.startswith(_ZIP):
        raise WrongOpinionFile(Fault.NO_WORD)
    package = Package(data)
    if not package.has(_BODY) or not package.has("[Content_Types].xml"):
        raise WrongOpinionFile(Fault.NO_WORD)
    types = package.read("[Content_Types].xml").lower()
    if b"macroenabled" in types or any(
        name.casefold().endswith("vbaproject.bin") for name in package.names
    ):
        raise WrongOpinionFile(Fault.MACROS)
    return _Paragraphs().read(package.read(_BODY))


class _Paragraphs:
    """Collects the text of paragraphs, in the order they end."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._open: list[list[str]] = []
        self._in_text = False

    def read(self, content: bytes) -> list[str]:
        """Give the text of each paragraph; a line break begins another line."""
        parse_small_xml(content, _BODY, self._start, self._end, self._text)
        return [line.strip() for text in self._found for line in text.split("\n")]

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if name == f"{_W} p":
            self._open.append([])
        elif name in _SIGNS and self._open:
            self._open[-1].append(_SIGNS[name])
        self._in_text = name == f"{_W} t"

    def _end(self, name: str) -> None:
        self._in_text = False
        if name == f"{_W} p":
            self._found.append("".join(self._open.pop()))

    def _text(self, text: str) -> None:
        if self._in_text and self._open:
            self._open[-1].append(text)


def _code(lines: list[str]) -> OpinionCode:
    found = {code for line in lines if (code := code_in(line)) is not None}
    if not found:
        raise WrongOpinionFile(Fault.NO_CODE)
    if len(found) > 1:
        raise WrongOpinionFile(Fault.TWO_CODES)
    return found.pop()


def _parts(lines: list[str]) -> tuple[str, list[str], list[str]]:
    """Give the lines under each heading, each heading once and in order, in either language."""
    for language in LANGUAGES:
        wanted = headings(translator(language))
        if not any(heading in lines for heading in wanted):
            continue
        wrong = [heading for heading in wanted if lines.count(heading) != 1]
        if wrong:
            raise WrongOpinionFile(Fault.HEADINGS, ", ".join(wrong))
        first, second, third = (lines.index(heading) for heading in wanted)
        if not first < second < third:
            raise WrongOpinionFile(Fault.HEADINGS, ", ".join(wanted))
        text = "\n".join(line for line in lines[first + 1 : second] if line)
        return text, lines[second + 1 : third], lines[third + 1 :]
    raise WrongOpinionFile(Fault.HEADINGS, ", ".join(headings(translator(LANGUAGES[0]))))


def _first(lines: list[str]) -> str:
    return next((line for line in lines if line), "")


def _recommended(lines: list[str]) -> Recommendation:
    """Read the first line under the heading; the note beneath it is ours."""
    said = lines[0] if lines else ""
    for language in LANGUAGES:
        known = choices(translator(language))
        if said in known:
            return known[said]
    raise WrongOpinionFile(Fault.RECOMMENDATION, said)
