"""Every paper of a batch opens in other programs, and nothing of it is lost there."""

import csv
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from reviewer_app.domain.document import Cell, Chart, Document, Edition, Number, Table
from reviewer_app.i18n import translator
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.queries.verification import verification
from reviewer_app.reports.catalogue import made_now
from reviewer_app.reports.pdf import texts
from reviewer_app.reports.writing import write_report
from reviewer_app.workflow.build_sample import build_sample
from reviewer_app.workspace import open_workspace
from tests.builders import some_surroundings

ORDER = ReportOrder(Edition.INTERNAL, translator("zh_CN"))
FILES = {
    report.file_name(Edition.INTERNAL, extension): report.key
    for report in made_now()
    for extension in report.formats
}
WORKBOOKS = [name for name in FILES if name.endswith(".xlsx")]
EDITABLE = [name for name in FILES if name.endswith((".xlsx", ".docx"))]
PDFS = [name for name in FILES if name.endswith(".pdf")]

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""LibreOffice's filter options: UTF-8, each worksheet a file."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Every paper of the sample in its formats, and what each says."""

    folder: Path
    documents: Mapping[str, Document]

    def convert(self, soffice: str, target: str, names: list[str]) -> Path:
        """Let LibreOffice convert files in one run; give the folder of what it made."""
        made = self.folder / target.partition(":")[0]
        if not made.exists():
            command = [
                soffice,
                f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                target,
                "--outdir",
                str(made),
                *(str(self.folder / name) for name in names),
            ]
            subprocess.run(command, check=True, capture_output=True, timeout=240)
        return made


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    folder = tmp_path_factory.mktemp("papers")
    surroundings = some_surroundings()
    build_sample(folder, surroundings, lambda _step: None)
    workspace = open_workspace(folder / "sample.review", surroundings)
    outcome, check = verification(workspace), (ranking(workspace), ORDER.translator)
    documents = {
        report.key: prepare(workspace, report.key, ORDER, outcome) for report in made_now()
    }
    workspace.store.close()
    for name, key in FILES.items():
        write_report(documents[key], folder / name, check=check)
    return Papers(folder, documents)


_FOOT = re.compile(
    r"^(?:.*\d\d-[a-z-]+ · \d+ · [0-9a-f]{12}.*|— \d+ —|第 \d+ 页 *共 \d+ 页|\d+ / \d+)$",
    re.MULTILINE,
)


_LEFT_OUT = re.compile(r"[\s“”□\u3400-\u4dbf\U00010000-\U0010ffff]+")
"""Besides spaces: quotation marks and boxes, which stand on a base line of their own, and
characters that the fonts of the other program may not have."""


def _plain(text: str) -> str:
    return _LEFT_OUT.sub("", text)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_cell_of_a_workbook_arrives(
    tool: Callable[[str], str], papers: Papers, name: str
) -> None:
    folder = papers.convert(tool("soffice"), EVERY_SHEET, WORKBOOKS)
    shown = {
        _plain(cell)
        for sheet in folder.glob(f"{Path(name).stem}-*.csv")
        for row in csv.reader(sheet.read_text("utf-8").splitlines(keepends=True))
        for cell in row
    }

    document = papers.documents[FILES[name]]
    assert [cell for cell in _cells(document) if _as_stored(cell) not in shown] == []


def _cells(document: Document) -> Iterator[Cell]:
    for table in document.tables():
        for row in table.rows:
            yield from row.cells


def _as_stored(cell: Cell) -> str:
    """Give a cell as the other program writes it: a number as short as it can be."""
    return f"{Decimal(cell.text).normalize():f}" if isinstance(cell, Number) else _plain(cell)


@pytest.mark.parametrize("name", EDITABLE)
def test_every_text_and_number_is_on_the_printed_page(
    tool: Callable[[str], str], papers: Papers, name: str
) -> None:
    folder = papers.convert(tool("soffice"), "pdf", EDITABLE)
    page = _read(tool("pdftotext"), folder / f"{Path(name).stem}.pdf")
    document = papers.documents[FILES[name]]

    assert "###" not in page
    assert [text for text in _texts(document) if text not in page] == []


def _read(pdftotext: str, path: Path) -> str:
    """Give the text of a PDF without its feet, so that it runs on from page to page."""
    # With -raw the words of a cell stay together.
    return _plain(_FOOT.sub("", _run(pdftotext, "-raw", str(path), "-")))


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _texts(document: Document) -> Iterator[str]:
    """Give every text and number of a paper without its charts, as `_read` would."""
    blocks = (block for block in document.blocks if not isinstance(block, Chart | Table))
    yield from map(_plain, texts(replace(document, blocks=tuple(blocks), printed="", software="")))
    for table in document.tables():
        for column in table.columns:
            yield from (_plain(column.title), _plain(column.group))
    for cell in _cells(document):
        yield from (cell.mark, cell.text) if isinstance(cell, Number) else (_plain(cell),)


@pytest.mark.parametrize("name", PDFS)
def test_every_pdf_is_sound_and_brings_its_fonts(
    tool: Callable[[str], str], papers: Papers, name: str
) -> None:
    path = papers.folder / name
    checked = subprocess.run(
        [tool("qpdf"), "--check", str(path)], capture_output=True, text=True, check=False
    )
    fonts = subprocess.run(
        [tool("pdffonts"), str(path)], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]

    assert (checked.returncode, checked.stderr) == (0, "")
    assert fonts
    assert all(re.search(r" yes yes yes +\d+ +0$", line) for line in fonts), fonts


@pytest.mark.parametrize("name", PDFS)
def test_every_pdf_is_read_in_the_order_of_its_blocks(
    tool: Callable[[str], str], papers: Papers, name: str
) -> None:
    page = _read(tool("pdftotext"), papers.folder / name)
    out_of_order, at = [], 0

    for text in _in_order(papers.documents[FILES[name]]):
        found = page.find(text, at)
        out_of_order += [text] if found < 0 else []
        at = max(at, found)

    assert out_of_order == []


def _in_order(document: Document) -> Iterator[str]:
    """Give what is read from top to bottom, a table row by row."""
    plain = replace(document, title="", subtitle="", printed="", software="")
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from (
                    cell.text if isinstance(cell, Number) else _plain(cell) for cell in row.cells
                )
        elif not isinstance(block, Chart):
            yield from map(_plain, texts(replace(plain, blocks=(block,))))
