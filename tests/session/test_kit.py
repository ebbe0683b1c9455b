"""Everything to print before a meeting comes by one deed, in order, and says what it lacks."""

from pathlib import Path

import pypdfium2
import pytest

from reviewer_app.domain.document import Edition, RowKind
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.kit import MERGED, KitGap
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.report_errors import ReportNotWritten
from reviewer_app.domain.session_errors import NothingToPrint
from reviewer_app.i18n import translator
from reviewer_app.queries.kit import kit_lines, looked_over
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.reports.pdf_merge import merge_pdfs
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.draw_lots import type_lots
from reviewer_app.workflow.keep_agenda import agenda_as_drawn, make_agenda
from reviewer_app.workflow.write_kit import KitOrder, write_kit
from tests.builders import a_plan, an_application
from tests.session.meeting import Meeting, a_meeting, to_disclosure, to_scoring

CHINESE = ReportOrder(Edition.INTERNAL, translator("zh_CN"))
EVERYTHING = (
    *("attendance", "pledge", "recusals", "draw", "agenda", "outlier-review", "score-changes"),
    *("opinions", "closing-sheet", "rubric", "blank-sheets", "tally", "emergency"),
)


def a_kit(folder: Path, *keys: str, **more: bool) -> KitOrder:
    return KitOrder(keys or EVERYTHING, folder, CHINESE, **more)


def pages(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return a_meeting(tmp_path / "w.review")


def test_one_deed_writes_every_paper_in_order_and_one_for_the_printer(
    meeting: Meeting, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []

    kit = write_kit(
        meeting.staff, a_kit(tmp_path / "kit"), lambda done, all_, _name: told.append((done, all_))
    )

    names = [file.path.name for file in kit.files]
    assert names == sorted(names)
    assert len(names) == 13
    assert names[0] == "01-attendance.pdf"
    assert names[-1] == "35-emergency.pdf"
    assert kit.merged is not None
    assert sorted(path.name for path in (tmp_path / "kit").iterdir()) == [MERGED, *names]
    assert told == [(done, 14) for done in range(15)]


def test_for_both_sides_every_paper_begins_on_a_sheet_of_its_own(
    meeting: Meeting, tmp_path: Path
) -> None:
    both = write_kit(meeting.staff, a_kit(tmp_path / "both"))
    one = write_kit(meeting.staff, a_kit(tmp_path / "one", for_both_sides=False))

    counts = [file.pages for file in both.files]
    assert both.merged is not None
    assert one.merged is not None
    assert one.merged.pages == sum(counts) == pages(one.merged.path)
    assert both.merged.pages == sum(count + count % 2 for count in counts)
    assert both.merged.pages == pages(both.merged.path)


def test_only_what_is_chosen_is_written(meeting: Meeting, tmp_path: Path) -> None:
    kit = write_kit(meeting.staff, a_kit(tmp_path / "kit", "tally", "pledge", merged=False))

    assert [path.name for path in sorted((tmp_path / "kit").iterdir())] == [
        "02-pledge.pdf",
        "34-tally.pdf",
    ]
    assert kit.merged is None
    with pytest.raises(NothingToPrint):
        write_kit(meeting.staff, a_kit(tmp_path / "kit", "ranking"))


def gaps(meeting: Meeting, key: str) -> tuple[KitGap, ...]:
    return next(line.gaps for line in kit_lines(meeting.staff) if line.key == key)


def test_what_a_paper_lacks_is_said_before(meeting: Meeting) -> None:
    assert gaps(meeting, "agenda") == (KitGap.NO_ORDER, KitGap.NO_AGENDA, KitGap.NO_PLACE)
    assert gaps(meeting, "draw") == (KitGap.NO_DRAW,)
    assert gaps(meeting, "blank-sheets") == ()

    type_lots(meeting.staff, ["P2", "P1"], supervisor="周监督")
    make_agenda(meeting.staff, agenda_as_drawn(meeting.staff))

    assert gaps(meeting, "agenda") == (KitGap.NO_PLACE,)


def test_points_that_cannot_be_computed_yet_are_said(tmp_path: Path) -> None:
    """P3 has no users: its objective cell would be empty on paper."""
    made = a_meeting(tmp_path / "w.review")
    third = Payload(applications=(an_application("P3", users=None),))
    apply_import(made.staff, a_plan(ImportKind.APPLICATIONS, third))

    assert gaps(made, "blank-sheets") == (KitGap.NO_DATA,)


def test_before_scores_the_slip_of_an_unusual_score_is_a_blank_form(tmp_path: Path) -> None:
    made = a_meeting(tmp_path / "w.review")

    [table] = prepare(made.staff, "outlier-review", CHINESE).tables()

    assert all(row.kind is RowKind.BY_HAND and not row.cells[2] for row in table.rows)
    assert [row.cells[:2] for row in table.rows] == [("B 技术", "90"), ("合计", "90")]


def test_while_scores_are_given_papers_with_scores_stay_out(tmp_path: Path) -> None:
    made = to_scoring(tmp_path / "w.review")

    assert KitGap.NOT_NOW in gaps(made, "outlier-review")
    kit = write_kit(made.staff, a_kit(tmp_path / "kit"))
    names = [file.path.name for file in kit.files]
    assert "12-outlier-review.pdf" not in names
    assert "33-blank-sheets.pdf" in names


def test_a_form_that_would_show_scores_says_so(tmp_path: Path) -> None:
    made = to_disclosure(tmp_path / "w.review")

    assert KitGap.SHOWS_SCORES in gaps(made, "opinions")


def test_pages_and_missing_characters_are_known_before_anything_is_written(
    tmp_path: Path,
) -> None:
    made = a_meeting(tmp_path / "w.review")

    found = {line.key: line for line in looked_over(made.staff, CHINESE)}

    assert found["pledge"].pages == 3
    assert all(line.pages for line in found.values())
    assert not any(line.missing for line in found.values())


def test_a_member_of_the_panel_writes_no_kit(meeting: Meeting, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        write_kit(meeting.by("R1"), a_kit(tmp_path / "kit"))
    assert not (tmp_path / "kit").exists()


def test_stopped_there_is_no_file_for_the_printer_not_even_an_older_one(
    meeting: Meeting, tmp_path: Path
) -> None:
    write_kit(meeting.staff, a_kit(tmp_path / "kit", "tally", "pledge"))

    def stop(done: int, _all: int, _name: str) -> None:
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_kit(meeting.staff, a_kit(tmp_path / "kit", "tally", "pledge"), stop)

    assert not (tmp_path / "kit" / MERGED).exists()
    assert pages(tmp_path / "kit" / "02-pledge.pdf") == 3


def test_a_folder_that_cannot_be_made_is_refused_in_words(meeting: Meeting, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")

    with pytest.raises(ReportNotWritten):
        write_kit(meeting.staff, a_kit(tmp_path / "taken" / "kit"))


def test_a_file_that_is_no_pdf_leaves_no_merged_file(meeting: Meeting, tmp_path: Path) -> None:
    kit = write_kit(meeting.staff, a_kit(tmp_path / "kit", "tally"))
    assert kit.merged is not None
    before = kit.merged.path.read_bytes()
    (tmp_path / "broken.pdf").write_bytes(b"no pdf")

    with pytest.raises(pypdfium2.PdfiumError):
        merge_pdfs([tmp_path / "broken.pdf"], kit.merged.path, for_both_sides=True)

    assert kit.merged.path.read_bytes() == before
    assert [path.name for path in (tmp_path / "kit").glob(".*")] == []
