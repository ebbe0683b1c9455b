"""A code typed from a page is understood however it was typed."""

import pytest

from reviewer_app.domain.document import Edition
from reviewer_app.domain.report_check import Code
from reviewer_app.domain.report_errors import BadCode
from reviewer_app.i18n import translator
from reviewer_app.queries.report_check import parse_code
from reviewer_app.words.failures import sentence_of


@pytest.mark.parametrize(
    "text",
    [
        "11-ranking · 120 · 0a1b2c3d4e5f",
        "11-ranking 120 0a1b2c3d4e5f",
        " 11-RANKING·120·0A1B2C3D4E5F ",
        "１１－ranking　120　0a1b2c3d4e5f",
        "11-ranking.120.0a1b2c3d4e5f",
    ],
)
def test_spaces_points_width_and_case_do_not_matter(text: str) -> None:
    assert parse_code(text) == Code("ranking", Edition.INTERNAL, 120, "0a1b2c3d4e5f")


def test_the_public_edition_is_told_apart() -> None:
    found = parse_code("11-ranking-public · 7 · 0a1b2c3d4e5f")

    assert (found.key, found.edition) == ("ranking", Edition.PUBLIC)


@pytest.mark.parametrize("text", ["", "11-ranking", "11-ranking · 120 · 0a1b", "ranking 1 2"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadCode) as refused:
        parse_code(text)

    assert "11-ranking" in sentence_of(refused.value, translator("zh_CN"))
