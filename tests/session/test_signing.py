"""Papers are issued with a code; a signature holds for the text it stands under."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.domain.closing import DECISION, PaperStand, SignState
from reviewer_app.domain.errors import FileMissing, NotAllowed, NothingChanged
from reviewer_app.domain.person import Actor
from reviewer_app.domain.pin_errors import NotInBatch
from reviewer_app.domain.session_errors import NotAScan, NotIssued, NotNow, StepNotReady
from reviewer_app.domain.verification import FindingKind
from reviewer_app.i18n import translator
from reviewer_app.queries.issued import changed_papers, paper_document, paper_pages
from reviewer_app.queries.report_check import parse_code, recall
from reviewer_app.queries.signing import signing_stand
from reviewer_app.queries.verification import verification
from reviewer_app.storage.attachments import attachment_folder
from reviewer_app.storage.signing import load_papers, load_scans
from reviewer_app.workflow.close_session import close_session, settle_results, take_up_again
from reviewer_app.workflow.deliberate import state_dissent
from reviewer_app.workflow.night import check_morning, lock_evening
from reviewer_app.workflow.room import mark_departure
from reviewer_app.workflow.sign import attach_scan, issue_papers, sign_document, sign_documents
from tests.session.meeting import PANEL, SUPERVISOR, Meeting, reviewer, to_final, to_scoring

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fedccc59e70000000049454e44ae426082"
)


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Meeting]:
    """Settled, nothing signed yet."""
    made = to_final(tmp_path / "w.review")
    settle_results(made.staff)
    yield made
    made.staff.store.close()


def paper(meeting: Meeting, number: str) -> PaperStand:
    [found] = [one for one in signing_stand(meeting.staff).papers if one.document == number]
    return found


def states(meeting: Meeting, number: str) -> dict[str, SignState]:
    return {person.name: state for person, state in paper(meeting, number).states.items()}


def a_picture(folder: Path, name: str = "签字页.png") -> Path:
    made = folder / name
    made.write_bytes(PNG)
    return made


def test_settling_issues_every_document_with_its_code(meeting: Meeting) -> None:
    issued = {one.document: one.code for one in load_papers(meeting.staff.store)}

    assert list(issued) == ["11", "14", "16", "10", "15"]
    assert issued["11"].startswith("11-ranking · ")
    found = recall(meeting.staff, parse_code(issued["11"]), translator("zh_CN"))
    assert found.shown.code == issued["11"], "the code at the foot shows the paper again"


def test_each_expert_signs_three_documents_the_leader_five(meeting: Meeting) -> None:
    asked = {
        name: [one.document for one in signing_stand(meeting.staff).papers
               if one.states[person] is SignState.MISSING]
        for person in signing_stand(meeting.staff).people
        for name in [person.name]
    }  # fmt: skip

    assert asked == {
        "专家1": ["11", "14", "16", "10", "15"],
        "专家2": ["11", "14", "16"],
        "专家3": ["11", "14", "16"],
        "周监督": ["11"],
    }


def test_several_documents_are_signed_at_once_one_entry_each(meeting: Meeting) -> None:
    before, _ = meeting.staff.store.head()

    sign_documents(meeting.by("R2"), ("11", "14"), reviewer("R2"))

    assert states(meeting, "11")["专家2"] is SignState.SIGNED
    assert states(meeting, "14")["专家2"] is SignState.SIGNED
    assert states(meeting, "16")["专家2"] is SignState.MISSING
    made = meeting.staff.store.entries(before + 1)
    assert [one.verb for one in made] == ["sign_document", "sign_document"]
    issued = paper(meeting, "11").paper
    assert issued is not None
    assert made[0].reason == f"{issued.code} 专家2"


def test_signing_leaving_and_the_night_change_no_document(meeting: Meeting) -> None:
    for number in PANEL:
        sign_document(meeting.staff, "11", reviewer(number))
    meeting.clock.set("2026-12-01 17:45")
    mark_departure(meeting.staff, reviewer("R2"))
    head = lock_evening(meeting.staff)
    meeting.clock.set("2026-12-02 09:00")
    check_morning(meeting.staff, head)

    assert changed_papers(meeting.staff) == ()


def test_a_changed_document_is_named_and_its_signatures_void_when_issued_anew(
    meeting: Meeting,
) -> None:
    sign_document(meeting.staff, "15", reviewer("R1"))
    sign_document(meeting.staff, "11", reviewer("R1"))
    state_dissent(meeting.by("R3"), reviewer="R3", application="P1", text="测试集与训练集有重叠。")

    changed = changed_papers(meeting.staff)
    assert "15" in changed, "the minutes tell a dissent"
    assert "11" not in changed
    with pytest.raises(StepNotReady) as refused:
        close_session(meeting.staff, unsigned_reason="次日补签")
    assert refused.value.names == changed
    issue_papers(meeting.staff, changed)

    assert changed_papers(meeting.staff) == ()
    assert states(meeting, "15")["专家1"] is SignState.VOID
    assert states(meeting, "11")["专家1"] is SignState.SIGNED
    sign_document(meeting.staff, "15", reviewer("R1"))
    assert states(meeting, "15")["专家1"] is SignState.SIGNED


def test_results_taken_up_again_void_every_signature(meeting: Meeting) -> None:
    sign_document(meeting.staff, "11", reviewer("R2"))
    take_up_again(meeting.staff, "漏登一票")
    settle_results(meeting.staff)

    assert states(meeting, "11")["专家2"] is SignState.VOID
    assert states(meeting, "11")["专家3"] is SignState.MISSING


def test_what_reads_as_before_is_not_issued_again(meeting: Meeting) -> None:
    with pytest.raises(NothingChanged):
        issue_papers(meeting.staff, ("11", "14"))
    with pytest.raises(NotIssued):
        sign_document(meeting.staff, "31", reviewer("R1"))


def test_a_member_reads_what_is_to_be_signed_and_not_before(
    meeting: Meeting, tmp_path: Path
) -> None:
    issued = paper(meeting, "11").paper
    assert issued is not None

    assert paper_pages(meeting.by("R2"), issued).pdf.startswith(b"%PDF")
    assert paper_document(meeting.by("R2"), issued).code == issued.code
    scoring = to_scoring(tmp_path / "other.review")
    with pytest.raises(NotNow):
        signing_stand(scoring.staff)
    with pytest.raises(NotAllowed):
        signing_stand(scoring.by("R2"))
    scoring.staff.store.close()


def test_the_sealing_sheet_is_issued_with_the_closing(meeting: Meeting) -> None:
    close_session(meeting.staff, unsigned_reason="次日补签")

    sheet = paper(meeting, "31").paper
    assert sheet is not None
    [closed] = [one for one in meeting.staff.store.entries() if one.verb == "close_session"]
    assert f" · {closed.seq} · " in sheet.code


def test_a_scan_is_kept_by_content_under_the_code_of_its_paper(
    meeting: Meeting, tmp_path: Path
) -> None:
    attach_scan(meeting.staff, "11", a_picture(tmp_path))

    [scan] = paper(meeting, "11").scans
    issued = paper(meeting, "11").paper
    assert issued is not None
    assert (scan.code, scan.file.file_name, scan.file.pages) == (issued.code, "签字页.png", 1)
    kept = attachment_folder(meeting.staff.store.path) / scan.file.kept_as
    assert kept.read_bytes() == PNG
    with pytest.raises(NothingChanged):
        attach_scan(meeting.staff, "11", a_picture(tmp_path))
    kept.chmod(0o600)
    kept.write_bytes(PNG + b"x")
    found = verification(meeting.staff).findings
    assert [one.kind for one in found] == [FindingKind.ATTACHMENT_DIFFERS]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("签字页.pdf", PNG),
        ("签字页.png", b"%PDF-1.7 no pages"),
        ("签字页.pdf", b"%PDF-1.7 no pages"),
        ("签字页.png", PNG[:40]),
        ("签字页.docx", b"PK\x03\x04"),
        ("签字页.png", b""),
    ],
    ids=["picture as pdf", "pdf as picture", "no pages", "cut short", "word", "empty"],
)
def test_what_is_no_scan_is_refused(
    meeting: Meeting, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    with pytest.raises(NotAScan):
        attach_scan(meeting.staff, "11", file)

    assert load_scans(meeting.staff.store) == ()
    assert not attachment_folder(meeting.staff.store.path).exists()


def test_scans_are_attached_by_staff_supervisor_or_bureau_only(
    meeting: Meeting, tmp_path: Path
) -> None:
    with pytest.raises(NotAllowed):
        attach_scan(meeting.by("R2"), "11", a_picture(tmp_path))
    with pytest.raises(FileMissing):
        attach_scan(meeting.staff, "11", tmp_path / "none.png")

    attach_scan(meeting.as_(SUPERVISOR), DECISION, a_picture(tmp_path))

    [decision] = signing_stand(meeting.staff).decisions
    assert decision.code == ""


def test_nobody_signs_who_is_not_of_the_batch(meeting: Meeting) -> None:
    with pytest.raises(NotInBatch):
        sign_document(meeting.staff, "11", Actor("路人", SUPERVISOR.role))
