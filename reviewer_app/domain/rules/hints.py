"""Where a reviewer's organisations meet those of an application: a reason to look.

A hint decides nothing: people recuse, or dismiss it with a reason.

Source: domain.md 2.5 (auto-hints).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reviewer_app.domain.application import Application, DetailKind, DetailRow
from reviewer_app.domain.person import Reviewer

_FORMS = (
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "有限公司",
    "公司",
    "集团",
)
_LEVELS = re.compile(r"(?<=^[\u4e00-\u9fff]{2})[省市]")
_BRACKETS = str.maketrans("", "", "()（）[]【】·.-—　 \t")
_ENOUGH = 4
"""Signs a name must have before one that holds it counts as the same."""


class Meeting(StrEnum):
    """What of the application a reviewer's organisation was found in."""

    APPLICANT = "applicant"
    USER = "user"
    OWNER = "owner"
    FURTHER = "further"


@dataclass(frozen=True, slots=True)
class Hint:
    """A reviewer's organisation that is also one of the application.

    `organisation` is the reviewer's, `is_former` of the last three years; `found` stands
    in the application, `place` names the column for `FURTHER`.
    """

    application: str
    reviewer: str
    meeting: Meeting
    organisation: str
    is_former: bool
    found: str
    place: str = ""

    @property
    def key(self) -> str:
        """What a dismissal remembers: another organisation makes another hint."""
        return f"{self.meeting.value}|{self.organisation}|{self.found}"


def find_hints(
    reviewers: Iterable[Reviewer],
    applications: Iterable[Application],
    details: Mapping[tuple[str, str], Sequence[DetailRow]],
) -> tuple[Hint, ...]:
    """Compare every organisation of every reviewer with those of every application.

    Args:
        details: detail rows by (application number, kind), struck-off ones included: a
            user that does not count is a user all the same.
    """
    own = [(person, _organisations(person)) for person in reviewers]
    every = "\n".join(bare for _, known in own for _, bare, _ in known)
    return tuple(
        hint
        for item in applications
        for hint in _hints_of(item.number, tuple(_named(item, details)), own, every)
    )


Organisations = Sequence[tuple[str, str, bool]]
"""A reviewer's organisations: as written, as compared, whether former."""

Named = tuple[Meeting, str, str, str]
"""What an application names: where, as written, as compared, column."""


def _organisations(person: Reviewer) -> Organisations:
    written = [(person.organisation, False)]
    written += [(name, True) for name in person.former_organisations]
    return [(name, bare, former) for name, former in written if (bare := core_of(name))]


def _named(
    item: Application, details: Mapping[tuple[str, str], Sequence[DetailRow]]
) -> Iterator[Named]:
    yield Meeting.APPLICANT, item.applicant, core_of(item.applicant), ""
    for meeting, kind, field in (
        (Meeting.USER, DetailKind.USERS, "user"),
        (Meeting.OWNER, DetailKind.INTELLECTUAL_PROPERTY, "owner"),
    ):
        for name in _distinct(details.get((item.number, kind.value), ()), field):
            yield meeting, name, core_of(name), ""
    for column, text in item.extra.items():
        yield Meeting.FURTHER, text, core_of(text), column


def _distinct(rows: Sequence[DetailRow], field: str) -> Iterable[str]:
    return dict.fromkeys(row.fields.get(field, "") for row in rows)


def _hints_of(
    number: str,
    named: Sequence[Named],
    own: Sequence[tuple[Reviewer, Organisations]],
    every: str,
) -> Iterator[Hint]:
    """Compare name by name only where a text of all names tells that something may meet."""
    texts = "\n".join(other for _, _, other, _ in named)
    is_within = any(len(other) >= _ENOUGH and other in every for _, _, other, _ in named)
    for person, organisations in own:
        for written, bare, former in organisations:
            if not is_within and bare not in texts:
                continue
            for meeting, found, other, place in named:
                if _is_same(bare, other):
                    yield Hint(number, person.number, meeting, written, former, found, place)


def _is_same(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _ENOUGH and short in long


@lru_cache(maxsize=16_384)
def core_of(name: str) -> str:
    """Give an organisation's name without what is written or left out at will.

    >>> core_of("厦门市 测试（集团）有限公司"), core_of("厦门测试")
    ('厦门测试', '厦门测试')
    """
    bare = unicodedata.normalize("NFKC", name).translate(_BRACKETS).casefold()
    for form in _FORMS:
        bare = bare.replace(form, "") or bare
    return _LEVELS.sub("", bare)
