"""The titles and the guidance of import templates.

The columns come as values; what they are called stands with the reading of files.
"""

from collections.abc import Sequence
from typing import Protocol

from reviewer_app.domain.plans import ImportKind
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme import Indicator, InputKind, SchemeInput
from reviewer_app.i18n import N_, Translator

_TITLES = {
    ImportKind.APPLICATIONS: N_("Applications"),
    ImportKind.REVIEWERS: N_("Reviewers"),
    ImportKind.ASSIGNMENTS: N_("Assignments"),
    ImportKind.METRICS: N_("Inputs"),
    ImportKind.DETAILS: N_("Details"),
    ImportKind.SCORES: N_("Scores"),
}
_BY_KIND = {
    "key": N_("A number that identifies the row; text, exactly as in the other files."),
    "line": N_("Text on one line."),
    "text": N_("Text."),
    "credit_code": N_("18 signs; the check digit is verified."),
    "number": N_("A number in digits."),
    "count": N_("A whole number from 0."),
    "date": N_("A date like 2026-03-01."),
    "names": N_("Several names with ； between them."),
}


class TemplateColumn(Protocol):
    """What the guidance needs to know of a column."""

    @property
    def kind(self) -> str:
        """The word for how its cells are read."""

    @property
    def unit(self) -> str:
        """What its numbers are in."""

    @property
    def input(self) -> SchemeInput | None:
        """The input it feeds."""

    @property
    def indicator(self) -> Indicator | None:
        """The indicator it scores."""


def sheet_title(kind: ImportKind, _: Translator) -> str:
    """Give the name of the sheet with the rows."""
    return _(_TITLES[kind])


def describe(column: TemplateColumn, words: Sequence[str], _: Translator) -> str:
    """Say what goes into a column."""
    if column.indicator is not None:
        return _(
            "A score from 0 to {maximum} in steps of {step};"
            " or 回避, 弃权, 缺席 for the whole sheet."
        ).format(
            maximum=format_exact(column.indicator.maximum), step=format_exact(column.indicator.step)
        )
    if words:
        return _("One of: {words}.").format(words="、".join(words))
    text = _(_BY_KIND[_kind_of(column)])
    if column.input is not None and column.input.kind is InputKind.SHARE:
        text = _("A share from 0 to 1, or per cent like 10%.")
    if column.unit:
        text += " " + _("Unit: {unit}.").format(unit=column.unit)
    if column.input is not None and column.input.default is not None:
        text += " " + _("Empty means {default}.").format(default=column.input.default)
    return text


def _kind_of(column: TemplateColumn) -> str:
    if column.input is None:
        return str(column.kind)
    return "count" if column.input.kind is InputKind.COUNT else "number"
