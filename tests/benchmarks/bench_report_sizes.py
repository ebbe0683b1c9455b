"""Reports of 100, 1,000 and 10,000 applications: speed, peak memory, size, two processes.

Floor of a PDF: a reportlab canvas that draws the same texts, rules and boxes with the same
embedded fonts at places it is told; laying out is not counted. Floor of a workbook: openpyxl
in write-only mode, the bare values of the same cells. Every case has a process of its own;
memory is what its peak rises by while it writes. The whole set by two processes has the
whole set by one as its floor, on the wall.

    python -m tests.benchmarks.bench_report_sizes --most 1000     leaves the largest out
"""

import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from reviewer_app.domain.document import Document, Edition, Style
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder, report_facts
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import Need
from reviewer_app.reports.fonts import Face, drawn, font
from reviewer_app.reports.layout import lay_out
from reviewer_app.reports.official_layout import lay_out_official
from reviewer_app.reports.pdf import pdf_bytes
from reviewer_app.reports.set_writing import Paper, SetWriter, write_set
from reviewer_app.reports.surface import official_paper, paper
from reviewer_app.workspace import open_workspace
from tests.benchmarks.batches import a_batch, folder
from tests.benchmarks.bench_reports import cells_of, workbook, write_raw
from tests.benchmarks.measuring import (
    ROOT,
    Line,
    Pair,
    compared,
    elapsed,
    note,
    options,
    own_peak,
    show,
    spent,
)
from tests.builders import some_surroundings

SIZES = (100, 1_000, 10_000)
REVIEWERS = 7
PDFS = (("score-sheets", 1.4), ("composite", 1.4), ("ranking", 1.2), ("opinions", None))
WORKBOOKS = (("score-sheets", 0.20), ("composite", 0.20), ("ranking", 0.20))
EVERYTHING = 1_000
"""The whole set is written for a batch of this size."""


class TimedCanvas:
    """A surface that draws at once on a canvas, and counts only the time of that."""

    def __init__(self, document: Document) -> None:
        official = document.style is Style.OFFICIAL
        self.sheet = official_paper() if official else paper(document.orientation)
        self.document, self.pages, self.seconds = document, 0, 0.0
        self.target = io.BytesIO()
        start: Any = Canvas
        self.canvas: Any = start(
            self.target,
            pagesize=(self.sheet.width, self.sheet.height),
            pageCompression=1,
            initialFontName=Face.SERIF.value,
        )
        self.waiting: list[tuple[Any, ...]] = []

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        self.spaced((x, y), face, size, text, 0)

    def spaced(
        self, at: tuple[float, float], face: Face, size: float, text: str, by: float
    ) -> None:
        font(face)
        self.waiting.append((drawn(face).value, size, at[0], self.sheet.height - at[1], text, by))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        height = self.sheet.height
        self.waiting.append((x1, height - y1, x2, height - y2))

    def grey(self, x: float, y: float, width: float, height: float) -> None:
        self.waiting.append(((x, self.sheet.height - y - height, width, height),))

    def draw(self, *_: object) -> None:
        """Ignore a chart."""

    def bookmark(self, *_: object) -> None:
        """Ignore an entry of the outline."""

    def end_page(self) -> None:
        waiting, self.waiting = self.waiting, []
        begin = spent()
        for item in waiting:
            self._put(item)
        self.pages += 1
        self.canvas.setFont(Face.SERIF.value, 8)
        self.canvas.drawString(self.sheet.left, 20, self.document.code)
        self.canvas.drawString(self.sheet.width / 2, 20, str(self.pages))
        self.canvas.showPage()
        self.seconds += spent() - begin

    def _put(self, item: tuple[Any, ...]) -> None:
        match item:
            case (name, size, x, y, text, by):
                self.canvas.setFont(name, size)
                self.canvas.drawString(x, y, text, charSpace=by)
            case (x1, y1, x2, y2):
                self.canvas.line(x1, y1, x2, y2)
            case (box,):
                self.canvas.setFillGray(0.92)
                self.canvas.rect(*box, stroke=0, fill=1)
                self.canvas.setFillGray(0)
            case _:
                raise AssertionError(item)

    def save(self) -> None:
        begin = spent()
        self.canvas.save()
        self.seconds += spent() - begin


def lay(document: Document, surface: Any) -> None:
    """Lay a document out on a surface."""
    (lay_out_official if document.style is Style.OFFICIAL else lay_out)(document, surface)


def by_canvas(document: Document) -> tuple[float, int, int]:
    """Draw a document by hand: seconds, pages, bytes."""
    for face in Face:
        font(face)
    surface = TimedCanvas(document)
    lay(document, surface)
    surface.save()
    return surface.seconds, surface.pages, len(surface.target.getvalue())


def by_us(document: Document) -> tuple[float, int, int]:
    """Write a document as PDF: seconds, no count, bytes."""
    for face in Face:
        font(face)
    return _timed(partial(pdf_bytes, document), 0)


def by_openpyxl(document: Document) -> tuple[float, int, int]:
    """Write the bare cells of the workbook: seconds, cells, bytes."""
    cells = cells_of(workbook(document, None))
    return _timed(partial(write_raw, cells), sum(len(row) for rows in cells for row in rows))


def by_our_workbook(document: Document) -> tuple[float, int, int]:
    """Write the workbook: seconds, no count, bytes."""
    return _timed(partial(workbook, document, None), 0)


def _timed(work: Callable[[], bytes], count: int) -> tuple[float, int, int]:
    begin = spent()
    data = work()
    return spent() - begin, count, len(data)


WAYS = {"pdf": by_us, "canvas": by_canvas, "xlsx": by_our_workbook, "openpyxl": by_openpyxl}


def facts_of(path: Path, *needs: Need) -> Any:
    """Read what the reports are made from."""
    workspace = open_workspace(path, some_surroundings())
    try:
        order = ReportOrder(Edition.INTERNAL, translator("zh_CN"))
        return report_facts(workspace, order, None, frozenset(needs))
    finally:
        workspace.close()


def child(what: str, key: str, path: Path) -> None:
    """Make one thing and print seconds, count, bytes and by what the peak rose."""
    document = catalogue.build(key, facts_of(path, *catalogue.report(key).needs))
    assert document.code
    before = own_peak()
    found = WAYS[what](document)
    sys.stdout.write(" ".join(map(str, (*found, own_peak() - before))) + "\n")


def measured(what: str, key: str, path: Path) -> tuple[float, int, int, float]:
    """Run one case in a process of its own."""
    module = "tests.benchmarks.bench_report_sizes"
    done = subprocess.run(
        [sys.executable, "-m", module, "--child", what, key, str(path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    seconds, count, size, peak = done.stdout.split()
    return float(seconds), int(count), int(size), float(peak)


def compare(
    key: str, ways: tuple[str, str, str], goal: float | None, path: Path, rounds: int
) -> tuple[Line, Line]:
    """Time two ways in turns; give the line of time and the line of memory."""
    ours, floor, unit = ways
    runs = [(measured(ours, key, path), measured(floor, key, path)) for _ in range(rounds)]
    runs.sort(key=lambda run: run[0][0] / run[1][0])
    mine, least = runs[len(runs) // 2]
    count = least[1]
    name = f"{key} as {ours}, {count} {unit}"
    note(
        f"{name}: {count / mine[0]:.0f} {unit}/s, {floor} {count / least[0]:.0f};"
        f" {mine[2] / 1024:.0f} KiB, {floor} {least[2] / 1024:.0f}"
    )
    return (
        Line(name, mine[0], least[0], mine[0] / least[0], goal),
        Line(name, mine[3], least[3], mine[3] / max(least[3], 1.0), None),
    )


def bench(path: Path, size: int, rounds: int) -> None:
    """Print the tables of one size."""
    found = [compare(key, ("pdf", "canvas", "pages"), goal, path, rounds) for key, goal in PDFS]
    cells = ("xlsx", "openpyxl", "cells")
    found += [compare(key, cells, goal, path, rounds) for key, goal in WORKBOOKS]
    title = f"{size} applications x {REVIEWERS} reviewers"
    show(f"reports, {title}, beside canvas and openpyxl", [time for time, _ in found])
    show(f"peak memory above the values, {title}", [peak for _, peak in found], unit="MiB", scale=1)


def write_all(path: Path, to: Path, workers: int) -> None:
    """Write every report by so many processes."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir()
    writer = SetWriter(facts_of(path, *Need), allow_missing=True)
    rows = [row for row in catalogue.made_now() if row.key != "consistency"]
    papers = [
        Paper(row.key, to / row.file_name(Edition.INTERNAL, form))
        for row in rows
        for form in row.formats
    ]
    write_set(writer, papers, lambda *_: None, workers)


def main() -> None:
    """Print the tables."""
    most = SIZES[-1]
    if "--most" in sys.argv:
        at = sys.argv.index("--most")
        most = int(sys.argv[at + 1])
        del sys.argv[at : at + 2]
    chosen = options(__doc__)
    sizes = (5,) if chosen.quick else tuple(size for size in SIZES if size <= most)
    with folder() as place:
        for size in sizes:
            path = place / f"{size}.review"
            a_batch(path, size, REVIEWERS).close()
            bench(path, size, 1 if size > EVERYTHING else min(chosen.rounds, 3))
        whole = place / f"{min(EVERYTHING, sizes[-1])}.review"
        pair = Pair(
            "by two processes / by one",
            partial(write_all, whole, place / "two", 2),
            partial(write_all, whole, place / "one", 1),
            0.60,
        )
        line = compared(pair, min(chosen.rounds, 2), clock=elapsed)
        show(f"the whole set, {whole.stem} applications, on the wall", [line])


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(sys.argv[-3], sys.argv[-2], Path(sys.argv[-1]))
    else:
        main()
