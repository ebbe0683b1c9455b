"""Invented batches of any size, under measure-5: the same for the same size."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from reviewer_app.domain.application import Application
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.plans import ImportKind, Payload
from reviewer_app.domain.scheme import Indicator, InputKind, Scheme, SchemeInput
from reviewer_app.importing.scheme_file import bundled_scheme
from reviewer_app.storage import applications, people, sheets
from reviewer_app.workflow.apply_import import apply_import
from reviewer_app.workflow.new_workspace import new_workspace
from reviewer_app.workspace import Workspace, remember
from tests.builders import a_plan, some_surroundings

INDUSTRIES = ("软件", "集成电路", "人工智能", "大数据")
OFFICES = ("甲区", "乙区", "丙区")
STATE_VARIABLES = ("XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA")


def measure_5() -> Scheme:
    """Give the default scheme: 22 indicators, 11 of them on the sheet."""
    return bundled_scheme("measure-5")


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards, also for heads and backups."""
    with TemporaryDirectory(prefix="benchmark-") as name:
        for variable in STATE_VARIABLES:
            os.environ[variable] = str(Path(name) / "state")
        yield Path(name)


def an_application(scheme: Scheme, place: int) -> Application:
    """Give the application of this place with all its inputs."""
    chance = random.Random(place)
    return Application(
        number=f"XM-2026-{place:05d}",
        name=f"面向{chance.choice(INDUSTRIES)}的第{place}号虚构平台建设与应用示范项目",
        applicant=f"虚构{place}号科技有限公司",
        industry=chance.choice(INDUSTRIES),
        office=chance.choice(OFFICES),
        requested_fen=chance.randrange(10, 900) * 1_000_000,
        contact=f"联系人{place}",
        metrics={item.key: an_input(item, chance) for item in scheme.inputs},
    )


def an_input(item: SchemeInput, chance: random.Random) -> str:
    """Give some value an import would accept."""
    match item.kind:
        case InputKind.FLAG:
            return chance.choice("01")
        case InputKind.CHOICE:
            return chance.choice(item.values)[0]
        case InputKind.COUNT:
            return str(chance.randrange(0, 25))
        case InputKind.SHARE:
            return f"0.{chance.randrange(10, 100)}"
        case InputKind.NUMBER:
            return f"{chance.randrange(1, 100)}.{chance.randrange(1, 10)}"


def a_score(indicator: Indicator, chance: random.Random) -> int:
    """Give a score in hundredths on a whole step."""
    steps = int(indicator.maximum / indicator.step)
    return int(chance.randrange(steps // 3, steps + 1) * indicator.step * 100)


def score_text(indicator: Indicator, chance: random.Random) -> str:
    """Give a score as a cell of a workbook has it."""
    return str(float(Fraction(a_score(indicator, chance), 100)))


def a_panel(size: int) -> tuple[Reviewer, ...]:
    """Give the reviewers R1, R2, ..."""
    return tuple(Reviewer(f"R{place}", f"专家{place}") for place in range(1, size + 1))


def a_batch(path: Path, size: int, reviewers: int, *, scored: bool = True) -> Workspace:
    """Make a workspace of so many applications, by default with every sheet submitted."""
    scheme = measure_5()
    workspace = new_workspace(path, f"{size} × {reviewers}", scheme, some_surroundings())
    found = tuple(an_application(scheme, place) for place in range(1, size + 1))
    apply_import(workspace, a_plan(ImportKind.APPLICATIONS, Payload(applications=found)))
    panel = a_panel(reviewers)
    apply_import(workspace, a_plan(ImportKind.REVIEWERS, Payload(reviewers=panel)))
    if scored:
        submit_all(workspace, scheme)
    remember(workspace.store)
    return workspace


def submit_all(workspace: Workspace, scheme: Scheme) -> None:
    """Fill and submit every sheet in one journal entry."""
    store = workspace.store
    rows = applications.application_keys(store)
    columns = people.reviewer_keys(store)
    chance = random.Random(5)
    with workspace.write("import_scores"):
        keys = [
            sheets.open_sheet(store, application, reviewer, workspace.new_id())
            for application in rows.values()
            for reviewer in columns.values()
        ]
        sheets.insert_scores(
            store,
            (
                (key, indicator.code, a_score(indicator, chance))
                for key in keys
                for indicator in scheme.on_sheet
            ),
        )
        store.change("UPDATE sheet SET state = 'submitted'")
