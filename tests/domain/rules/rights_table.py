"""The table of rights as text: who may do and see what in which phase.

python -m tests.domain.rules.rights_table > tests/domain/rules/rights.txt writes it anew;
the difference is what a reviewer of the change reads.
"""

import sys
from pathlib import Path

from reviewer_app.domain.person import Role
from reviewer_app.domain.rules.phases import GROUPS, deed_reach, view_reach
from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.domain.session import Moment, SessionPhase

REVIEWED = Path(__file__).with_name("rights.txt")
"""The table that somebody read."""

LETTERS = dict(zip(Role, "ASRLVBO", strict=True))
MOMENTS = (Moment(), *(Moment(phase) for phase in SessionPhase))
HEAD = """\
Who may do and see what, by phase of the session (none: a batch without one).
A administrator, S secretary, R reviewer, L leader, V supervisor, B bureau leader, O observer.
Capital: everything; small: what is one's own; -: nobody.
"""


def cell(reaches: dict[Role, Reach]) -> str:
    """Write the letters of those who have a right."""
    letters = [
        LETTERS[role] if reach is Reach.ALL else LETTERS[role].lower()
        for role, reach in reaches.items()
        if reach is not Reach.NONE
    ]
    return "".join(letters) or "-"


def line(name: str, cells: list[str]) -> str:
    """Set one line."""
    return f"{name:<22}" + " ".join(f"{text:<11}" for text in cells).rstrip() + "\n"


def table() -> str:
    """Give the whole table, verbs by their groups, then views."""
    phases = ["none", *(phase.value for phase in SessionPhase)]
    text = HEAD
    for group, verbs in GROUPS.items():
        text += "\n" + line(f"[{group.value}]", phases)
        for verb in verbs:
            rows = [{role: deed_reach(verb, role, at) for role in Role} for at in MOMENTS]
            text += line(verb, [cell(row) for row in rows])
    text += "\n" + line("[views]", phases)
    for view in View:
        rows = [{role: view_reach(view, role, at) for role in Role} for at in MOMENTS]
        text += line(view.value, [cell(row) for row in rows])
    return text


if __name__ == "__main__":
    sys.stdout.write(table())
