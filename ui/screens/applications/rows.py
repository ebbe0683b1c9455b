"""The list of applications: what its columns show, and what the filters keep."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.domain.application import Standing
from reviewer_app.domain.checks import CreditResult, FormalResult
from reviewer_app.domain.credit_code import CreditVerdict
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.money import format_wan
from reviewer_app.i18n import Translator
from reviewer_app.queries.applications import ApplicationLine
from reviewer_app.words.applications import standing_name, verdict_sentence
from reviewer_app.words.checks import credit_result_name, formal_result_name
from ui.models.table import TableColumn
from ui.text import or_dash


class Second(StrEnum):
    """Where the second look at the inputs of an application stands."""

    NOTHING = "nothing"
    OPEN = "open"
    DIFFERS = "differs"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list shall show; an empty text or None shows all.

    `formal` and `credit` are values of the results or "open"; "old" is a credit query
    that is too old; `second` is a value of `Second`.
    """

    industry: str = ""
    office: str = ""
    standing: str = ""
    formal: str = ""
    credit: str = ""
    second: str = ""

    def keep(self, line: ApplicationLine) -> bool:
        """Whether the list shows a line."""
        item = line.application
        return (
            self.industry in ("", item.industry)
            and self.office in ("", item.office)
            and self.standing in ("", item.standing.value)
            and self.formal in ("", _value(line.formal))
            and self._keeps_credit(line)
            and self.second in ("", second_of(line).value)
        )

    def _keeps_credit(self, line: ApplicationLine) -> bool:
        if self.credit == "old":
            return line.is_credit_old
        return self.credit in ("", _value(line.credit))


def _value(result: FormalResult | CreditResult | None) -> str:
    return "open" if result is None else result.value


def second_of(line: ApplicationLine) -> Second:
    """Say where the second look at the inputs stands."""
    if not line.values:
        return Second.NOTHING
    if line.differing:
        return Second.DIFFERS
    return Second.DONE if line.verified == line.values else Second.OPEN


def second_name(second: Second, _: Translator) -> str:
    """Name where the second look stands."""
    match second:
        case Second.NOTHING:
            return _("no data")
        case Second.OPEN:
            return _("open")
        case Second.DIFFERS:
            return _("readings differ")
        case Second.DONE:
            return _("verified")


_FORMAL_SIGNS = {
    None: ("circle", "faint"),
    FormalResult.PASSED: ("circle-check", "good"),
    FormalResult.SUPPLEMENT: ("triangle-alert", "attention"),
    FormalResult.FAILED: ("circle-x", "wrong"),
    FormalResult.NOT_APPLICABLE: ("minus", "faint"),
}
_CREDIT_SIGNS = {
    None: ("circle", "faint"),
    CreditResult.CLEAR: ("circle-check", "good"),
    CreditResult.NOTED: ("triangle-alert", "attention"),
    CreditResult.VETO: ("circle-x", "wrong"),
}
_SECOND_SIGNS = {
    Second.NOTHING: ("minus", "faint"),
    Second.OPEN: ("circle", "faint"),
    Second.DIFFERS: ("circle-x", "wrong"),
    Second.DONE: ("circle-check", "good"),
}
_STANDING_SIGNS = {
    Standing.ACTIVE: ("", "text"),
    Standing.WITHDRAWN: ("circle-slash", "locked"),
    Standing.INELIGIBLE: ("circle-x", "wrong"),
}


def _credit_sign(line: ApplicationLine) -> tuple[str, str]:
    if line.is_credit_old and line.credit is CreditResult.CLEAR:
        return ("clock", "attention")
    return _CREDIT_SIGNS[line.credit]


def formal_text(line: ApplicationLine, _: Translator) -> str:
    """Say what the formal check came to, and whether a second person agreed."""
    if line.formal is None:
        return _("open")
    name = formal_result_name(line.formal, _)
    return _("{result}, looked at twice").format(result=name) if line.second else name


def credit_text(line: ApplicationLine, _: Translator) -> str:
    """Say what the credit sources came to."""
    if line.credit is None:
        return _("open")
    name = credit_result_name(line.credit, _)
    return _("{result}, query too old").format(result=name) if line.is_credit_old else name


def second_text(line: ApplicationLine, _: Translator) -> str:
    """Say how many inputs a second person confirmed."""
    counts = f"{line.verified}/{line.values}"
    second = second_of(line)
    return f"{counts} {second_name(second, _)}" if line.values else second_name(second, _)


def list_columns(_: Translator) -> tuple[TableColumn[ApplicationLine], ...]:
    """Give the columns of the list; what is hidden is found by the search all the same."""
    return (*_what_it_is(_), *_how_far_it_is(_), *_what_else(_))


def _what_it_is(_: Translator) -> tuple[TableColumn[ApplicationLine], ...]:
    return (
        TableColumn(
            "number",
            _("Number"),
            lambda line: line.application.number,
            sort=lambda line: natural_key(line.application.number),
            width=160,
            optional=False,
        ),
        TableColumn("name", _("Project"), lambda line: line.application.name, width=200),
        TableColumn(
            "applicant", _("Applicant"), lambda line: line.application.applicant, width=148
        ),
        TableColumn(
            "credit_code",
            _("Credit code"),
            lambda line: line.application.credit_code,
            role=lambda line: "text" if line.verdict is CreditVerdict.VALID else "wrong",
            icon=lambda line: "" if line.verdict is CreditVerdict.VALID else "triangle-alert",
            tip=lambda line: verdict_sentence(line.application.credit_code, line.verdict, _),
            width=200,
            is_shown=False,
        ),
        TableColumn("industry", _("Industry"), lambda line: line.application.industry, width=80),
        TableColumn("office", _("Office"), lambda line: line.application.office, width=100),
    )


def _how_far_it_is(_: Translator) -> tuple[TableColumn[ApplicationLine], ...]:
    return (
        TableColumn(
            "standing",
            _("Standing"),
            lambda line: standing_name(line.application.standing, _),
            role=lambda line: _STANDING_SIGNS[line.application.standing][1],
            icon=lambda line: _STANDING_SIGNS[line.application.standing][0],
            tip=lambda line: line.application.standing_reason,
            width=96,
        ),
        TableColumn(
            "formal",
            _("Formal review"),
            lambda line: formal_text(line, _),
            role=lambda line: _FORMAL_SIGNS[line.formal][1],
            icon=lambda line: _FORMAL_SIGNS[line.formal][0],
            width=112,
        ),
        TableColumn(
            "credit",
            _("Credit"),
            lambda line: credit_text(line, _),
            role=lambda line: _credit_sign(line)[1],
            icon=lambda line: _credit_sign(line)[0],
            width=104,
        ),
        TableColumn(
            "second",
            _("Second look"),
            lambda line: second_text(line, _),
            sort=lambda line: (line.verified - line.values, -line.differing),
            role=lambda line: _SECOND_SIGNS[second_of(line)][1],
            icon=lambda line: _SECOND_SIGNS[second_of(line)][0],
            width=120,
        ),
    )


def _what_else(_: Translator) -> tuple[TableColumn[ApplicationLine], ...]:
    return (
        TableColumn(
            "requested",
            _("Requested (10,000 yuan)"),
            lambda line: _wan(line.application.requested_fen),
            sort=lambda line: line.application.requested_fen or 0,
            is_number=True,
            width=150,
            is_shown=False,
        ),
        TableColumn("contact", _("Contact"), lambda line: line.application.contact, is_shown=False),
        TableColumn("due", _("Supplement until"), lambda line: line.due, width=130, is_shown=False),
        TableColumn(
            "overlaps",
            _("Other support to decide"),
            lambda line: str(line.open_overlaps or ""),
            sort=lambda line: line.open_overlaps,
            is_number=True,
            is_shown=False,
        ),
        TableColumn(
            "attachments",
            _("Attachments"),
            lambda line: str(line.attachments or ""),
            sort=lambda line: line.attachments,
            is_number=True,
            is_shown=False,
        ),
        TableColumn(
            "extra",
            _("Further data"),
            lambda line: " · ".join(line.application.extra.values()),
            width=240,
            is_shown=False,
        ),
    )


def _wan(fen: int | None) -> str:
    return or_dash("" if fen is None else format_wan(fen))
