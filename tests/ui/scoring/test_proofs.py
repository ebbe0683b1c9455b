"""The pages of an application's attachments stand beside the form."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from reviewer_app.workflow.add_attachments import add_attachments
from reviewer_app.workspace import Workspace
from tests.ui.scoring.conftest import Reviewer


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    path = tmp_path / "contract.pdf"
    canvas = Canvas(str(path))
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return path


def test_a_page_is_seen_beside_the_form(
    qtbot: QtBot, workspace: Workspace, proof: Path, reviewer: Reviewer
) -> None:
    number = reviewer.place._number
    add_attachments(workspace, application=number, files=(proof,))
    reviewer.place._show_application(number)
    material = reviewer.place.material

    material.tabs.setCurrentWidget(material.proofs)

    qtbot.waitUntil(lambda: not material.proofs._pages.image.isNull())
    assert material.proofs._pages.count == 2
    assert "contract" in material.proofs._choice.currentText()


def test_without_attachments_there_is_no_second_tab(reviewer: Reviewer) -> None:
    assert not reviewer.place.material.tabs.tabBar().isVisible()
