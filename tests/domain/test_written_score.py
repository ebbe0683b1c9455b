"""A number on paper is read as people write it, and never guessed."""

from fractions import Fraction

import pytest

from reviewer_app.domain.written_score import written_number


@pytest.mark.parametrize("text", ["7.2", "７.２", "7。2", "７．２", "7,2", "七点二", "7.2分"])
def test_one_score_in_all_its_writings(text: str) -> None:
    assert written_number(text) == Fraction("7.2")


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35), ("零", 0)]
)
def test_chinese_numerals_up_to_ninety_nine(text: str, value: int) -> None:
    assert written_number(text) == value


@pytest.mark.parametrize("text", ["优", "7.2.1", "-3", "1e1", "", "7/2", "十十"])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert written_number(text) is None
