"""The parts of an xlsx package around its sheets: sheet list, styles, shared strings."""

import posixpath
import re
from dataclasses import dataclass

from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.importing.grid import Cell, CellKind
from reviewer_app.importing.strings import decode_escapes
from reviewer_app.importing.xml_rules import MAIN, STRICT, parse_small_xml
from reviewer_app.importing.zip_rules import Package

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DATE_FORMATS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_PERCENT_FORMATS = frozenset((9, 10))
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM/PM|am/pm|上午/下午')
_GREATEST_STYLES = 65_490
_GREATEST_FORMATS = 5_000
_GREATEST_FORMAT_LENGTH = 2_000
_GREATEST_SHEETS = 200


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it, with the part it is stored in."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """A checked xlsx package: its worksheets in order, and what their cells refer to.

    `kinds` tells for each cell style whether its numbers are dates or per cents.
    """

    package: Package
    sheets: tuple[SheetEntry, ...]
    strings: list[Cell]
    kinds: list[CellKind]
    epoch_1904: bool


def open_workbook(package: Package) -> Workbook:
    """Read everything but the sheets.

    Raises:
        FileRefused: Strict OOXML, macros, no sheet, damaged or hostile parts.
    """
    main = _main_part(package)
    relations = _relations(package, main)
    sheets, epoch_1904 = _sheet_list(package, main, relations)
    by_type = {kind: target for kind, target in relations.values() if kind != "worksheet"}
    strings = by_type.get("sharedStrings")
    styles = by_type.get("styles")
    return Workbook(
        package=package,
        sheets=sheets,
        strings=_shared_strings(package, strings) if strings and package.has(strings) else [],
        kinds=_style_kinds(package, styles) if styles and package.has(styles) else [],
        epoch_1904=epoch_1904,
    )


def _main_part(package: Package) -> str:
    for kind, target in _relations(package, "").values():
        if kind == "officeDocument" and package.has(target):
            return target
    if package.has("xl/workbook.xml"):
        return "xl/workbook.xml"
    raise FileRefused(ProblemKind.NO_WORKBOOK)


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Give id -> (last word of the type, target part) of a part's relationships."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}
    if not package.has(path):
        return found

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith(" Relationship") and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            kind = attributes.get("Type", "").rpartition("/")[2]
            full = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            found[attributes.get("Id", "")] = (kind, posixpath.normpath(full))

    parse_small_xml(package.read(path), path, start)
    return found


def _sheet_list(
    package: Package, main: str, relations: dict[str, tuple[str, str]]
) -> tuple[tuple[SheetEntry, ...], bool]:
    sheets: list[SheetEntry] = []
    epoch_1904 = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal epoch_1904
        if name.startswith(STRICT):
            raise FileRefused(ProblemKind.STRICT_WORKBOOK)
        if name == f"{MAIN} workbookPr":
            epoch_1904 = attributes.get("date1904", "0") in ("1", "true", "on")
        elif name == f"{MAIN} sheet":
            kind, part = relations.get(attributes.get(f"{_RELATIONS} id", ""), ("", ""))
            if kind == "worksheet" and package.has(part):
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append(SheetEntry(attributes.get("name", ""), part, hidden))

    parse_small_xml(package.read(main), main, start)
    if not sheets or len(sheets) > _GREATEST_SHEETS:
        raise FileRefused(ProblemKind.NO_WORKBOOK)
    return tuple(sheets), epoch_1904


def _shared_strings(package: Package, part: str) -> list[Cell]:
    """Read the shared strings: base text only, without phonetic runs."""
    strings: list[Cell] = []
    pieces: list[str] = []
    is_text = False
    phonetic = 0

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal is_text, phonetic
        if name == f"{MAIN} t":
            is_text = phonetic == 0
        elif name == f"{MAIN} rPh":
            phonetic += 1

    def end(name: str) -> None:
        nonlocal is_text, phonetic
        if name == f"{MAIN} t":
            is_text = False
        elif name == f"{MAIN} rPh":
            phonetic -= 1
        elif name == f"{MAIN} si":
            strings.append(Cell(CellKind.TEXT, decode_escapes("".join(pieces))))
            pieces.clear()

    def text(piece: str) -> None:
        if is_text:
            pieces.append(piece)

    parse_small_xml(package.read(part), part, start, end, text)
    return strings


def _style_kinds(package: Package, part: str) -> list[CellKind]:
    """Tell for each cell format what its numbers are."""
    formats: dict[int, str] = {}
    kinds: list[CellKind] = []
    is_cell_formats = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal is_cell_formats
        if name == f"{MAIN} numFmt":
            formats[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
            _check_formats(formats, attributes.get("formatCode", ""))
        elif name == f"{MAIN} cellXfs":
            is_cell_formats = True
        elif name == f"{MAIN} xf" and is_cell_formats:
            number = _whole(attributes.get("numFmtId"))
            kinds.append(_number_kind(number, formats.get(number)))
            if len(kinds) > _GREATEST_STYLES:
                raise FileRefused(ProblemKind.TOO_MANY_STYLES, {"count": str(len(kinds))})

    def end(name: str) -> None:
        nonlocal is_cell_formats
        if name == f"{MAIN} cellXfs":
            is_cell_formats = False

    parse_small_xml(package.read(part), part, start, end)
    return kinds


def _check_formats(formats: dict[int, str], code: str) -> None:
    if len(formats) > _GREATEST_FORMATS or len(code) > _GREATEST_FORMAT_LENGTH:
        raise FileRefused(ProblemKind.TOO_MANY_STYLES, {"count": str(len(formats))})


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else 0


def _number_kind(number: int, code: str | None) -> CellKind:
    """Tell a date or per cent format from its number or its code."""
    if code is None:
        if number in _DATE_FORMATS:
            return CellKind.DATE
        return CellKind.PERCENT if number in _PERCENT_FORMATS else CellKind.NUMBER
    bare = _LITERALS.sub("", code.split(";")[0]).lower().replace("general", "")
    if any(sign in bare for sign in "ymde") and "0" not in bare and "#" not in bare:
        return CellKind.DATE if any(sign in bare for sign in "yd") else CellKind.NUMBER
    return CellKind.PERCENT if "%" in bare else CellKind.NUMBER
