"""Reports beside the least work that puts the same things on paper.

Floor of a workbook: openpyxl in write-only mode, the bare values of the same cells. Floor
of a PDF: a reportlab canvas that draws the same texts, rules and boxes at places known
beforehand, with the same embedded fonts; it lays nothing out.
"""

import io
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from reportlab.pdfgen.canvas import Canvas

from reviewer_app.domain.document import Document, Edition
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder, report_facts
from reviewer_app.reports import catalogue
from reviewer_app.reports.excel import write_workbook
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.fonts import Face, font
from reviewer_app.reports.layout import lay_out
from reviewer_app.reports.pdf import pdf_bytes
from reviewer_app.reports.surface import paper
from reviewer_app.reports.writing import write_report
from reviewer_app.workspace import open_workspace
from tests.benchmarks.batches import a_batch, folder
from tests.benchmarks.measuring import (
    Line,
    Pair,
    compared,
    note,
    options,
    own_peak,
    peak_mib,
    show,
)
from tests.builders import some_surroundings

Cells = list[list[tuple[object, ...]]]
Page = list[Callable[[Canvas], object]]


class Recorder:
    """A surface that keeps what is drawn as calls on a canvas."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[Page] = [[]]

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        font(face)

        def draw(canvas: Canvas) -> None:
            canvas.setFont(face.value, size)
            canvas.drawString(x, self.height - y, text)

        self.pages[-1].append(draw)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        height = self.height
        self.pages[-1].append(lambda canvas: canvas.line(x1, height - y1, x2, height - y2))

    def draw(self, *_: object) -> None:
        """Ignore a chart."""

    def grey(self, x: float, y: float, width: float, height: float) -> None:
        bottom = self.height - y - height

        def draw(canvas: Canvas) -> None:
            canvas.setFillGray(0.92)
            canvas.rect(x, bottom, width, height, stroke=0, fill=1)
            canvas.setFillGray(0)

        self.pages[-1].append(draw)

    def bookmark(self, *_: object) -> None:
        """Ignore an entry of the outline."""

    def end_page(self) -> None:
        self.pages.append([])


def recorded(document: Document) -> list[Page]:
    """Lay a document out once, to be drawn again and again."""
    recorder = Recorder(paper(document.orientation).height)
    lay_out(document, recorder)
    return recorder.pages[:-1]


def draw(document: Document, pages: list[Page]) -> bytes:
    """Put recorded pages on a canvas, each with its code and number."""
    size = paper(document.orientation)
    buffer = io.BytesIO()
    start: Any = Canvas
    canvas: Canvas = start(
        buffer,
        pagesize=(size.width, size.height),
        pageCompression=1,
        initialFontName=Face.SERIF.value,
    )
    for number, page in enumerate(pages, 1):
        for operation in page:
            operation(canvas)
        canvas.setFont(Face.SERIF.value, 8)
        canvas.drawString(size.left, 20, document.code)
        canvas.drawString(size.width / 2, 20, f"{number} / {len(pages)}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def workbook(document: Document, facts: ReportFacts | None) -> bytes:
    """Write a workbook; with facts also its check sheet."""
    target = io.BytesIO()
    write_workbook(document, target, (facts.ranking, facts.translator) if facts else None)
    return target.getvalue()


def cells_of(data: bytes) -> Cells:
    """Read every cell back."""
    book = load_workbook(io.BytesIO(data), read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def write_raw(cells: Cells) -> bytes:
    """Write the same values with openpyxl, without any style."""
    book = Workbook(write_only=True)
    for rows in cells:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def facts_of(path: Path) -> ReportFacts:
    """Read what all reports are made from."""
    workspace = open_workspace(path, some_surroundings())
    try:
        return report_facts(workspace, ReportOrder(Edition.INTERNAL, translator("zh_CN")))
    finally:
        workspace.close()


def workbook_lines(facts: ReportFacts, rounds: int) -> list[Line]:
    """Compare the ranking and the score sheets as workbooks."""
    ranked, scored = (catalogue.build(key, facts) for key in ("ranking", "score-sheets"))
    found = []
    for name, document, check, goal in (
        ("ranking, values", ranked, None, 0.20),
        ("ranking with its check sheet", ranked, facts, None),
        ("score sheets", scored, None, 0.20),
    ):
        cells = cells_of(workbook(document, check))
        count = sum(len(row) for rows in cells for row in rows)
        pair = Pair(
            f"{name}, {count} cells",
            partial(workbook, document, check),
            partial(write_raw, cells),
            goal,
        )
        found.append(compared(pair, rounds))
    return found


def pdf_lines(place: Path, facts: ReportFacts, rounds: int) -> list[Line]:
    """Compare pages with the same pages drawn by hand."""
    found = []
    for key, goal in (("score-sheets", 1.4), ("ranking", 1.2), ("composite", None)):
        document = catalogue.build(key, facts)
        pages = recorded(document)
        floor = partial(draw, document, pages)
        line = compared(
            Pair(f"{key}, {len(pages)} pages", partial(pdf_bytes, document), floor, goal), rounds
        )
        found.append(line)
        note(f"{key}: {len(pages) / line.ours:.0f} pages/s, canvas {len(pages) / line.floor:.0f}")
        build = partial(catalogue.build, key, facts)
        found.append(compared(Pair(f"{key}, document built", build, floor), rounds))
        target = place / f"{key}.pdf"
        written = partial(write_report, document, target)
        name = f"{key}, written, read back, compared"
        found.append(compared(Pair(name, written, floor), rounds))
    return found


def child(what: str, path: Path) -> None:
    """Make one thing and print the peak memory of this process."""
    document = catalogue.build("ranking", facts := facts_of(path))
    if what == "canvas":
        draw(document, recorded(document))
    elif what == "pdf":
        pdf_bytes(document)
    elif what == "xlsx":
        workbook(document, facts)
    sys.stdout.write(f"{own_peak()}\n")


def peak(path: Path, what: str) -> float:
    """Give the peak memory of a process that makes one thing."""
    return peak_mib("tests.benchmarks.bench_reports", "--child", what, str(path))


def main() -> None:
    """Print the tables."""
    chosen = options(__doc__)
    size, reviewers = (8, 3) if chosen.quick else (1_000, 7)
    with folder() as place:
        path = place / "batch.review"
        a_batch(path, size, reviewers).close()
        facts = facts_of(path)
        title = f"{size} applications x {reviewers} reviewers"
        show(
            f"workbooks, {title}, beside openpyxl write_only", workbook_lines(facts, chosen.rounds)
        )
        show(f"PDF, {title}, beside a canvas", pdf_lines(place, facts, chosen.rounds))
        bare, canvas = peak(path, "nothing"), peak(path, "canvas")
        memory = [
            Line(
                name, found := peak(path, what) - bare, canvas - bare, found / (canvas - bare), None
            )
            for name, what in (("ranking as PDF", "pdf"), ("ranking as workbook", "xlsx"))
        ]
        show("peak memory above its facts, beside the canvas", memory, unit="MiB", scale=1)


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(sys.argv[-2], Path(sys.argv[-1]))
    else:
        main()
