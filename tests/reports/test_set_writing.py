"""A whole set of reports, by one process or by several: the same files."""

import os
import pickle
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer_app.domain.document import Edition
from reviewer_app.domain.report_errors import MissingGlyphs, ReviewerRecognisable, WritingEnded
from reviewer_app.i18n import translator
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.set_writing import (
    Finished,
    Paper,
    SetWriter,
    workers_for,
    write_set,
)
from reviewer_app.words.reports import sentence
from tests.reports.builders import a_batch, a_panel, a_reviewer, some_facts

FACTS = some_facts(a_batch(4, 5), a_panel(5))
KEYS = ("score-sheets", "composite", "ranking", "opinions", "rank-explanation")


def _papers(folder: Path) -> tuple[Paper, ...]:
    folder.mkdir()
    return tuple(
        Paper(key, folder / catalogue.report(key).file_name(Edition.INTERNAL, form))
        for key in KEYS
        for form in catalogue.report(key).formats
    )


def _written(folder: Path, facts: ReportFacts, workers: int) -> dict[Paper, Finished]:
    found: dict[Paper, Finished] = {}
    write_set(SetWriter(facts), _papers(folder), found.__setitem__, workers)
    return found


def test_two_processes_write_the_same_bytes_as_one(tmp_path: Path) -> None:
    alone, shared = tmp_path / "alone", tmp_path / "shared"

    codes = [
        {paper.path.name: done for paper, done in _written(folder, FACTS, workers).items()}
        for folder, workers in ((alone, 1), (shared, 2))
    ]

    assert codes[0] == codes[1]
    assert len(codes[0]) == 9
    for name in codes[0]:
        assert (alone / name).read_bytes() == (shared / name).read_bytes(), name


def test_a_refusal_in_a_worker_is_the_same_as_here(tmp_path: Path) -> None:
    facts = some_facts(a_batch(1, 3), (a_reviewer("R1", "王𣇉"),))
    told = []
    for workers in (1, 2):
        with pytest.raises(MissingGlyphs) as caught:
            _written(tmp_path / str(workers), facts, workers)
        told.append((caught.value.glyphs, sentence(caught.value, translator("zh_CN"))))

    assert told[0] == told[1]


class Killed(SetWriter):
    """A writer whose process is ended while a report lies beside its place."""

    def write(self, paper: Paper) -> Finished:
        if paper.key == "ranking":
            (paper.path.parent / f".{paper.path.stem}-x{paper.path.suffix}").touch()
            os.kill(os.getpid(), signal.SIGTERM)
        return super().write(paper)


def test_a_killed_worker_is_told_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    papers = _papers(tmp_path / "out")
    done: dict[Paper, Finished] = {}

    with pytest.raises(WritingEnded) as caught:
        write_set(Killed(FACTS), papers, done.__setitem__, 2)

    assert sorted(paper.path for paper in done) == sorted((tmp_path / "out").iterdir())
    assert str(caught.value.path) in (sentence(caught.value, translator("zh_CN")) or "")


def test_a_small_batch_stays_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    large = replace(
        FACTS, ranking=replace(FACTS.ranking, applications=a_batch(100, 1).applications)
    )

    assert workers_for(FACTS, 48) == 1
    assert workers_for(large, 48) == 2


def test_one_processor_gets_no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    large = replace(
        FACTS, ranking=replace(FACTS.ranking, applications=a_batch(100, 1).applications)
    )

    assert workers_for(large, 48) == 1


def test_an_error_travels_with_all_its_facts() -> None:
    error = ReviewerRecognisable("P1", "某专家", ("R1",))

    found = pickle.loads(pickle.dumps(error))

    assert type(found) is ReviewerRecognisable
    assert (found.args, vars(found)) == (error.args, vars(error))
