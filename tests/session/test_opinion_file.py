"""An opinion goes out as a Word file, is edited elsewhere, and comes back as one entry."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.import_errors import FileRefused
from reviewer_app.domain.opinion_file import Fault, OpinionMoved, WrongOpinionFile
from reviewer_app.i18n import translator
from reviewer_app.storage.deliberation import load_opinions
from reviewer_app.workflow.deliberate import disclose, write_opinion
from reviewer_app.workflow.opinion_file import plan_opinion, take_opinion, write_opinion_file
from tests.session.meeting import Meeting, to_disclosure

TEXT = "一、技术水平较高。\n二、推广成效明显。"


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    made = to_disclosure(tmp_path / "w.review")
    disclose(made.staff, "P1")
    write_opinion(made.staff, application="P1", text=TEXT)
    return made


@pytest.fixture
def paper(meeting: Meeting, tmp_path: Path) -> Path:
    path = tmp_path / "opinion.docx"
    _ = translator("zh_CN")
    write_opinion_file(meeting.staff, application="P1", path=path, translator=_)
    return path


def edited(path: Path, change: Callable[[str], str], extra: str = "") -> Path:
    """Edit the body of a file as somebody with Word would."""
    other = path.with_name("edited.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "word/document.xml":
                data = change(data.decode()).encode()
            target.writestr(entry, data)
        if extra:
            target.writestr(extra, b"x")
    return other


def swapped(before: str, after: str) -> Callable[[str], str]:
    def change(body: str) -> str:
        assert before in body
        return body.replace(before, after)

    return change


def test_an_edited_file_shows_what_differs_and_comes_in_as_one_entry(
    meeting: Meeting, paper: Path
) -> None:
    plan = plan_opinion(meeting.staff, edited(paper, swapped("成效明显", "成效有限")))
    before, _ = meeting.staff.store.head()

    assert plan.lines == (
        (" ", "一、技术水平较高。"),
        ("-", "二、推广成效明显。"),
        ("+", "二、推广成效有限。"),
    )
    assert not plan.is_stale
    take_opinion(meeting.staff, plan)

    assert meeting.staff.store.head()[0] == before + 1
    assert load_opinions(meeting.staff.store)["P1"].text.endswith("成效有限。")


def test_recommendation_and_tier_come_back_with_it(meeting: Meeting, tmp_path: Path) -> None:
    advice = Recommendation.REVISED
    write_opinion(meeting.staff, application="P1", text=TEXT, recommendation=advice, tier="B")
    path = tmp_path / "opinion.docx"
    write_opinion_file(meeting.staff, application="P1", path=path, translator=translator("en"))

    found = plan_opinion(meeting.staff, path).found

    assert (found.text, found.recommendation, found.tier) == (TEXT, advice, "B")


def test_without_an_opinion_a_draft_goes_out(meeting: Meeting, tmp_path: Path) -> None:
    disclose(meeting.staff, "P2")
    path = tmp_path / "draft.docx"

    write_opinion_file(meeting.staff, application="P2", path=path, translator=translator("zh_CN"))

    assert "技术" in plan_opinion(meeting.staff, path).found.text


def test_a_file_of_an_older_state_says_so(meeting: Meeting, paper: Path) -> None:
    write_opinion(meeting.staff, application="P1", text="后来改过的意见。")

    assert plan_opinion(meeting.staff, paper).is_stale


def test_what_moved_after_the_preview_is_not_written_over(meeting: Meeting, paper: Path) -> None:
    plan = plan_opinion(meeting.staff, edited(paper, swapped("较高", "很高")))
    write_opinion(meeting.staff, application="P1", text="后来改过的意见。")

    with pytest.raises(OpinionMoved):
        take_opinion(meeting.staff, plan)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("意见正文", "正文", Fault.HEADINGS),
        ("/P1/", "-P1-", Fault.NO_CODE),
        (TEXT.splitlines()[0], "", None),
    ],
)
def test_changed_headings_and_a_lost_code_are_named(
    meeting: Meeting, paper: Path, before: str, after: str, fault: Fault | None
) -> None:
    other = edited(paper, swapped(before, after))
    if fault is None:
        assert plan_opinion(meeting.staff, other).found.text == TEXT.splitlines()[1]
        return
    with pytest.raises(WrongOpinionFile) as wrong:
        plan_opinion(meeting.staff, other)

    assert wrong.value.fault is fault


def test_a_file_of_another_batch_is_refused(meeting: Meeting, paper: Path, tmp_path: Path) -> None:
    code = plan_opinion(meeting.staff, paper).found.code
    other = edited(paper, swapped(code.batch + "/", "ffffffff/"))

    with pytest.raises(WrongOpinionFile) as wrong:
        plan_opinion(meeting.staff, other)

    assert wrong.value.fault is Fault.OTHER_BATCH


def test_macros_entities_bombs_and_other_files_are_refused(
    meeting: Meeting, paper: Path, tmp_path: Path
) -> None:
    with pytest.raises(WrongOpinionFile) as macros:
        plan_opinion(meeting.staff, edited(paper, str, "word/vbaProject.bin"))
    assert macros.value.fault is Fault.MACROS

    text = tmp_path / "text.docx"
    text.write_text("no zip")
    with pytest.raises(WrongOpinionFile) as plain:
        plan_opinion(meeting.staff, text)
    assert plain.value.fault is Fault.NO_WORD

    entity = '<!DOCTYPE w [<!ENTITY a "b">]><w:document'
    with pytest.raises(FileRefused):
        plan_opinion(meeting.staff, edited(paper, swapped("<w:document", entity)))

    bomb = tmp_path / "bomb.docx"
    shutil.copy(paper, bomb)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/big.xml", b"0" * (51 * 2**20))
    with pytest.raises(FileRefused):
        plan_opinion(meeting.staff, bomb)


def test_who_may_not_write_an_opinion_takes_none_in(meeting: Meeting, paper: Path) -> None:
    with pytest.raises(NotAllowed):
        plan_opinion(meeting.by("R2"), paper)
