"""The parts of a scheme document as the tree at the left shows them; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reviewer_app.domain.scheme_editing import Path
from reviewer_app.domain.scheme_problem import SchemeProblem
from reviewer_app.i18n import Translator


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the table of its fields, the path to it, its title; `depth` indents it.

    `rows` names the list below it that rows can be added to, empty for none.
    """

    table: str
    path: Path
    title: str
    depth: int
    rows: str = ""

    def __hash__(self) -> int:
        return hash(self.path)


def parts_of(document: Mapping[str, Any], _: Translator) -> Iterator[Part]:
    """Give every part that has a form of its own, in the order of the document."""
    yield Part("scheme", (), _("Title and source"), 0)
    yield Part("rules", ("rules",), _("Rules of the panel"), 0)
    yield Part("", ("factor",), _("Factors and indicators"), 0, "factor")
    for place, factor in enumerate(document.get("factor") or ()):
        path: Path = ("factor", place)
        title = f"{factor.get('code', '')} {factor.get('name', '')}"
        yield Part("factor", path, title, 1, "indicator")
        for row, indicator in enumerate(factor.get("indicator") or ()):
            title = f"{indicator.get('code', '')} {indicator.get('name', '')}"
            shown = f"{title}  ({indicator.get('max', '')})"
            yield Part("indicator", (*path, "indicator", row), shown, 2)
    yield Part("", ("input",), _("Inputs of the formulas"), 0, "input")
    for place, row in enumerate(document.get("input") or ()):
        yield Part("input", ("input", place), str(row.get("label", "")), 1)
    yield Part("funding", ("funding",), _("Funding"), 0)


def problem_path(document: Mapping[str, Any], problem: SchemeProblem) -> Path:
    """Give the path of the part a problem is about, the whole scheme where it is unclear.

    A place names rows by code, key or name: "A", "A1", "formula".
    """
    place = problem.place
    if not place:
        return ()
    if place[0] in ("rules", "funding"):
        return (place[0],)
    if place[0] == "input" and len(place) > 1:
        for row, item in enumerate(document.get("input") or ()):
            if item.get("key") == place[1]:
                return ("input", row)
    for row, factor in enumerate(document.get("factor") or ()):
        if factor.get("code") != place[0]:
            continue
        for column, indicator in enumerate(factor.get("indicator") or ()):
            if len(place) > 1 and indicator.get("code") == place[1]:
                return ("factor", row, "indicator", column)
        return ("factor", row)
    return ()
