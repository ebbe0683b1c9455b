"""What we mend in reportlab, and when upstream makes a mend needless.

Each `test_upstream_…` fails on the day a release of reportlab has cured the fault: then
the mend goes.
"""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from reviewer_app.reports.fonts import Face, font
from reviewer_app.reports.reportlab_faults import (
    NothingIsRead,
    mend,
    pack_last_page,
    to_unicode_map,
)


def _in_a_fresh_process(code: str) -> str:
    answer = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


def test_characters_beyond_the_first_plane_are_written_in_utf_16() -> None:
    assert "<00> <D872DF4E>" in to_unicode_map("X", [0x2CB4E])


def test_a_block_of_the_map_has_at_most_a_hundred_lines() -> None:
    text = to_unicode_map("X", range(256))

    counts = [line.split()[0] for line in text.splitlines() if line.endswith("beginbfchar")]
    assert counts == ["100", "100", "56"]


def test_upstream_still_writes_a_wrong_map() -> None:
    code = "from reportlab.pdfbase.ttfonts import makeToUnicodeCMap as m; print(m('X', [0x2CB4E]))"

    assert "<2CB4E>" in _in_a_fresh_process(code)


def test_a_font_table_is_cut_out_once() -> None:
    face: Any = font(Face.SERIF).face

    assert face.get_table("glyf") is face.get_table("glyf")


def test_upstream_still_copies_tables() -> None:
    code = (
        "import inspect; from reportlab.pdfbase.ttfonts import TTFontParser as p;"
        "print('_ttf_data[pos:pos+length]' in inspect.getsource(p.get_table))"
    )

    assert _in_a_fresh_process(code) == "True"


def test_upstream_still_refers_to_helvetica() -> None:
    code = (
        "import io; from reportlab.pdfgen.canvas import Canvas; b = io.BytesIO();"
        "c = Canvas(b, pageCompression=0); c.showPage(); c.save();"
        "print(b'Helvetica' in b.getvalue())"
    )

    assert _in_a_fresh_process(code) == "True"


def _a_page(canvas: Any) -> Any:
    canvas.drawString(10, 10, "a" * 1000)
    canvas.showPage()
    return canvas


def test_upstream_still_keeps_the_operators_of_every_page() -> None:
    page = _a_page(Canvas(io.BytesIO(), pageCompression=1))._doc.Pages.pages[-1]

    assert page.Contents is None
    assert "aaa" in page.stream


def test_a_packed_page_gives_the_same_file() -> None:
    files = []
    for is_packed in (True, False):
        target = io.BytesIO()
        canvas = _a_page(Canvas(target, invariant=1, pageCompression=1))
        if is_packed:
            pack_last_page(canvas)
        canvas.save()
        files.append(target.getvalue())

    assert files[0] == files[1]


@pytest.mark.parametrize("name", ["picture.png", r"\\server\share\x.png", "http://a/b.png"])
def test_nothing_is_opened(name: str, tmp_path: Path) -> None:
    from reportlab.lib import utils
    from reportlab.pdfbase import pdfdoc

    mend()
    (tmp_path / "picture.png").write_bytes(b"secret")

    for module in (utils, pdfdoc):
        with pytest.raises(NothingIsRead):
            module.open_for_read(str(tmp_path / name))
