"""Attachments are what their digest says, and a swapped file is noticed."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.check_errors import (
    AttachmentChanged,
    AttachmentMissing,
    NoProgram,
    PagesUnreadable,
)
from reviewer_app.domain.errors import FileMissing, NotAllowed, NotAssigned, NothingChanged
from reviewer_app.domain.person import Actor, Role
from reviewer_app.domain.verification import FindingKind
from reviewer_app.queries.application import application_page
from reviewer_app.queries.attachment import attachment_file, attachment_list, attachment_pages
from reviewer_app.queries.verification import verification
from reviewer_app.workflow.add_attachments import add_attachments
from reviewer_app.workflow.open_attachment import open_attachment
from reviewer_app.workflow.set_aside import recuse
from reviewer_app.workflow.set_evidence import set_evidence
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return a_workspace(tmp_path / "batch.review")


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """A PDF of two pages, the first black, 200 by 100 points."""
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "审计报告.pdf"
    canvas = Canvas(str(path), pagesize=(200, 100))
    canvas.rect(0, 0, 200, 100, fill=1)
    canvas.showPage()
    canvas.drawString(20, 50, "page two")
    canvas.save()
    assert len(pypdfium2.PdfDocument(path.read_bytes())) == 2
    return path


def only(workspace: Workspace) -> Attachment:
    (found,) = application_page(workspace, "P1").attachments
    return found


def test_the_bytes_are_what_the_digest_says(workspace: Workspace, pdf: Path) -> None:
    add_attachments(workspace, application="P1", files=(pdf,))

    attachment = only(workspace)
    kept = attachment_file(workspace, attachment.uuid)
    assert kept.parent == workspace.store.path.with_suffix(".files")
    assert kept.read_bytes() == pdf.read_bytes()
    assert attachment.digest == hashlib.sha256(pdf.read_bytes()).hexdigest()
    assert (attachment.title, attachment.pages) == ("审计报告", 2)
    assert verification(workspace).passed


def test_a_swapped_file_is_noticed_by_verify_and_never_shown(
    workspace: Workspace, pdf: Path
) -> None:
    add_attachments(workspace, application="P1", files=(pdf,))
    attachment = only(workspace)
    kept = attachment_file(workspace, attachment.uuid)
    kept.chmod(0o600)
    kept.write_bytes(pdf.read_bytes() + b" ")

    assert [item.kind for item in verification(workspace).findings] == [
        FindingKind.ATTACHMENT_DIFFERS
    ]
    with pytest.raises(AttachmentChanged):
        attachment_pages(workspace, attachment.uuid)
    with pytest.raises(AttachmentChanged):
        open_attachment(workspace, attachment.uuid)


def test_a_lost_file_is_noticed_and_can_be_added_again(workspace: Workspace, pdf: Path) -> None:
    add_attachments(workspace, application="P1", files=(pdf,))
    attachment_file(workspace, only(workspace).uuid).unlink()

    assert [item.kind for item in verification(workspace).findings] == [FindingKind.ATTACHMENT_LOST]
    with pytest.raises(AttachmentMissing):
        attachment_file(workspace, only(workspace).uuid)
    with pytest.raises(NothingChanged):
        add_attachments(workspace, application="P1", files=(pdf,))
    assert verification(workspace).passed


def test_a_missing_source_adds_nothing(workspace: Workspace, pdf: Path, tmp_path: Path) -> None:
    before = workspace.store.head()

    with pytest.raises(FileMissing):
        add_attachments(workspace, application="P1", files=(pdf, tmp_path / "none.pdf"))

    assert workspace.store.head() == before
    assert not list(workspace.store.path.with_suffix(".files").glob(".*"))


def test_a_page_is_drawn_in_steps(workspace: Workspace, pdf: Path) -> None:
    add_attachments(workspace, application="P1", files=(pdf,))
    pages = attachment_pages(workspace, only(workspace).uuid)

    drawing = pages.drawing(0, 40)
    while not drawing.step():
        pass

    picture = drawing.picture()
    middle = picture.stride * 10 + 20 * 4
    assert (pages.count, pages.size(0)) == (2, (200, 100))
    assert (picture.width, picture.height) == (40, 20)
    assert picture.pixels[middle : middle + 3] == b"\0\0\0"


def test_a_file_without_pages_says_so(workspace: Workspace, tmp_path: Path) -> None:
    text = tmp_path / "说明.txt"
    text.write_text("无页", encoding="utf-8")
    add_attachments(workspace, application="P1", files=(text,))

    assert only(workspace).pages is None
    with pytest.raises(PagesUnreadable):
        attachment_pages(workspace, only(workspace).uuid)


def test_the_proof_of_an_indicator_is_a_page_of_an_attachment(
    workspace: Workspace, pdf: Path
) -> None:
    add_attachments(workspace, application="P1", files=(pdf,))
    uuid = only(workspace).uuid

    set_evidence(workspace, application="P1", indicator="A1", attachment=uuid, page="2")

    proof = application_page(workspace, "P1").proofs["A1"]
    assert (proof.attachment, proof.title, proof.page) == (uuid, "审计报告", "2")


def test_a_system_without_a_program_says_so(
    workspace: Workspace, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_attachments(workspace, application="P1", files=(pdf,))
    nothing: Callable[[str], None] = lambda _name: None  # noqa: E731
    monkeypatch.setattr("reviewer_app.processes.shutil.which", nothing)

    with pytest.raises(NoProgram):
        open_attachment(workspace, only(workspace).uuid)


def test_a_reviewer_sees_the_own_attachments_and_none_when_recused(
    workspace: Workspace, pdf: Path
) -> None:
    add_attachments(workspace, application="P1", files=(pdf,))
    uuid = only(workspace).uuid
    reviewer = as_person(workspace, Actor("专家1", Role.REVIEWER, "R1"))

    assert [item.uuid for item in attachment_list(reviewer, "P1", "R1")] == [uuid]
    assert attachment_pages(reviewer, uuid, "R1").count == 2
    with pytest.raises(NotAllowed):
        attachment_list(reviewer, "P1", "R2")

    recuse(workspace, application="P1", reviewer="R1", ground="同一单位")
    with pytest.raises(NotAssigned):
        attachment_pages(reviewer, uuid, "R1")
    with pytest.raises(NotAssigned):
        attachment_list(reviewer, "P1", "R1")
