"""A program of its own that holds a meeting until it is killed.

python -m tests.session.interrupted FILE; says "running" when the first score is in.
"""

import sys
from itertools import cycle
from pathlib import Path

from reviewer_app.domain.agenda import Step, TimerDeed
from reviewer_app.storage.agenda import load_agenda
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, begin_item, make_agenda, time_step
from tests.builders import score_sheet
from tests.session.meeting import to_scoring


def main(path: Path) -> None:
    """Call P1, start its timer, and give scores for ever."""
    meeting = to_scoring(path)
    make_agenda(meeting.staff, agenda_as_drawn(meeting.staff))
    first = load_agenda(meeting.staff.store)[0].key
    begin_item(meeting.staff, first)
    time_step(meeting.staff, first, Step.REPORT, TimerDeed.STARTED)
    score_sheet(meeting.by("R2"), "P1", "R2", "30", "30")
    sys.stdout.write("running\n")
    sys.stdout.flush()
    for value in cycle(("10", "20", "30")):
        score_sheet(meeting.by("R3"), "P1", "R3", value, submit=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
