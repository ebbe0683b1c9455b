"""Windows in tests: offscreen, and nothing is left behind."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent

from reviewer_app.domain.person import Actor
from reviewer_app.i18n import translator
from reviewer_app.workspace import Workspace
from tests.builders import a_workspace, as_person
from ui.desk import Desk
from ui.jobs import JobRunner

DeskMaker = Callable[[Workspace, Actor], Desk]


@pytest.fixture
def desk_for(qtbot: object) -> Iterator[DeskMaker]:
    """Give somebody a desk at a workspace; jobs end and files close with the test."""
    made: list[tuple[Desk, JobRunner, Workspace]] = []

    def make(workspace: Workspace, actor: Actor, language: str = "zh_CN") -> Desk:
        jobs = JobRunner()
        desk = Desk(as_person(workspace, actor), translator(language), jobs)
        made.append((desk, jobs, workspace))
        return desk

    yield make
    for _, jobs, _ in made:
        jobs.finish()
    # A worker holds the last reference to its runner: it must go while the runner is held.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for workspace in {id(workspace.store): workspace for *_, workspace in made}.values():
        workspace.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The small workspace of tests.builders: P1, P2; R1, R2, R3."""
    return a_workspace(tmp_path / "w.review")
