"""Office fonts are used where they are installed and may be embedded."""

import struct
from importlib import resources
from pathlib import Path

import pytest

from reviewer_app.reports.office_fonts import known_fonts

SONG, KAI = "方正小标宋简体", "楷体_GB2312"


def a_font(*names: str, bits: int = 0, outlines: bytes = b"glyf") -> bytes:
    """Make the bytes of a font file that has names and licence bits, and no glyphs."""
    texts = [name.encode("utf-16-be") for name in names]
    records, at = b"", 0
    for text in texts:
        records += struct.pack(">6H", 3, 1, 2052, 1, len(text), at)
        at += len(text)
    name = struct.pack(">3H", 0, len(texts), 6 + 12 * len(texts)) + records + b"".join(texts)
    tables = {b"OS/2": struct.pack(">5H", 4, 0, 0, 0, bits), outlines: b"\0", b"name": name}
    start = 12 + 16 * len(tables)
    head, body = b"\x00\x01\x00\x00" + struct.pack(">4H", len(tables), 0, 0, 0), b""
    for tag, data in tables.items():
        head += struct.pack(">4s3I", tag, 0, start + len(body), len(data))
        body += data
    return head + body


def test_a_font_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "x.ttf").write_bytes(a_font("FZXiaoBiaoSong-B05S", SONG))

    assert known_fonts((tmp_path,))[SONG].path == tmp_path / "deep" / "x.ttf"


@pytest.mark.parametrize("bits", [0x0002, 0x0100, 0x0200])
def test_a_font_that_may_not_be_embedded_is_left_alone(bits: int, tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(a_font(SONG, bits=bits))

    assert known_fonts((tmp_path,)) == {}


@pytest.mark.parametrize("bits", [0x0000, 0x0004, 0x0008, 0x000A])
def test_print_edit_and_installable_fonts_may_be_embedded(bits: int, tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(a_font(SONG, bits=bits))

    assert SONG in known_fonts((tmp_path,))


def test_other_outlines_and_damaged_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(a_font(SONG, outlines=b"CFF "))
    (tmp_path / "b.ttf").write_bytes(a_font(SONG)[:40])
    (tmp_path / "c.ttc").write_bytes(b"ttcf\0")
    (tmp_path / "d.ttf").write_bytes(b"")

    assert known_fonts((tmp_path,)) == {}


def test_each_font_of_a_collection_is_seen(tmp_path: Path) -> None:
    one, other = a_font(SONG), a_font(KAI)
    # Offsets inside a font of a collection count from the start of the file.
    padded = b"ttcf" + struct.pack(">4I", 0x00010000, 2, 20, 20)
    (tmp_path / "x.ttc").write_bytes(padded + _moved(one, 20))
    (tmp_path / "y.ttf").write_bytes(other)

    found = known_fonts((tmp_path,))

    assert (found[SONG].path.name, found[SONG].index) == ("x.ttc", 0)
    assert found[KAI].path.name == "y.ttf"


def _moved(font: bytes, by: int) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    head = bytearray(font[: 12 + 16 * count])
    for place in range(count):
        at = 12 + 16 * place + 8
        (offset,) = struct.unpack_from(">I", head, at)
        struct.pack_into(">I", head, at, offset + by)
    return bytes(head) + font[12 + 16 * count :]


def test_a_real_font_tells_its_names(tmp_path: Path) -> None:
    data = (resources.files("resources") / "fonts" / "LXGWWenKai-Regular.ttf").read_bytes()
    (tmp_path / "x.ttf").write_bytes(data)

    assert known_fonts((tmp_path,)) == {}
