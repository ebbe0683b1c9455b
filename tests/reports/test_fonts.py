"""Characters: which font draws them, and what happens when none does."""

from pathlib import Path

import pytest

from reviewer_app.domain.report_errors import MissingGlyphs
from reviewer_app.i18n import translator
from reviewer_app.reports.catalogue import build
from reviewer_app.reports.fonts import BOX, Face, missing_glyphs, runs
from reviewer_app.reports.pdf import pdf_bytes
from reviewer_app.reports.pdf_read import pdf_text
from reviewer_app.words.reports import sentence
from tests.reports.builders import a_batch, a_panel, a_reviewer, some_facts

NO_FONT_HAS = "𣇉"


def test_common_and_level_two_names_are_drawn_by_the_main_font() -> None:
    assert runs(Face.SERIF, "张𬭎䶮𫖮") == ((Face.SERIF, "张𬭎䶮𫖮"),)


def test_a_character_the_main_font_lacks_comes_from_the_kai() -> None:
    assert runs(Face.SERIF, "李𠮷野") == (
        (Face.SERIF, "李"),
        (Face.KAI, "𠮷"),
        (Face.SERIF, "野"),
    )


def test_what_no_font_has_is_named_with_its_code_and_place() -> None:
    (glyph,) = missing_glyphs(["陈某某", f"王{NO_FONT_HAS}明"])

    assert (glyph.code, glyph.where) == ("U+231C9", f"王{NO_FONT_HAS}明")


def test_line_breaks_and_invisible_signs_are_not_missing() -> None:
    assert missing_glyphs(["一\n二\t三\u200b\U000e0100\x07"]) == ()


def test_a_report_that_would_lose_a_character_is_refused() -> None:
    facts = some_facts(a_batch(2, 3), (a_reviewer("R1", f"王{NO_FONT_HAS}"),))

    with pytest.raises(MissingGlyphs) as caught:
        pdf_bytes(build("ranking", facts))

    assert "U+231C9" in (sentence(caught.value, translator("zh_CN")) or "")


def test_on_request_a_box_is_printed_with_room_to_write(tmp_path: Path) -> None:
    facts = some_facts(a_batch(2, 3), (a_reviewer("R1", f"王{NO_FONT_HAS}"), *a_panel(3)))
    path = tmp_path / "boxed.pdf"

    path.write_bytes(pdf_bytes(build("ranking", facts), allow_missing=True))

    text = pdf_text(path)
    assert f"王{BOX}" in text
    assert "手写补字（U+231C9）" in text
