"""What is asked about a sheet: zeros, extremes without a word, all the same."""

from reviewer_app.domain.own_work import Question, Unusual
from reviewer_app.domain.rules.unusual import unusual
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.scheme_reading import scheme_from
from tests.builders import a_scheme_document


def three_rows() -> Scheme:
    """B1 and B2 of 45, B3 of 10 with levels from 8 and 0; step 0.5."""
    document = a_scheme_document(total="110")
    factor = document["factor"][1]  # type: ignore[index]
    factor["indicator"].append(
        {
            "code": "B3",
            "name": "三",
            "kind": "judged",
            "max": "10",
            "level": [
                {"name": "优", "from": "8", "text": "好"},
                {"name": "差", "from": "0", "text": "差"},
            ],
        }
    )
    return scheme_from(document)


def asked(scores: dict[str, int], comments: dict[str, str] | None = None) -> tuple[Unusual, ...]:
    return unusual(three_rows(), scores, comments or {})


def test_a_usual_sheet_is_not_asked_about() -> None:
    assert asked({"B1": 3000, "B2": 3500, "B3": 900}) == ()


def test_a_typed_zero_is_asked_about_even_with_a_comment() -> None:
    found = asked({"B1": 0, "B2": 3500, "B3": 900}, {"B1": "没有做"})

    assert found == (Unusual("B1", Question.ZERO, 0),)


def test_full_marks_and_the_lowest_level_want_a_word() -> None:
    scores = {"B1": 4500, "B2": 3500, "B3": 750}

    assert [item.indicator for item in asked(scores)] == ["B1", "B3"]
    assert [item.indicator for item in asked(scores, {"B1": "极好"})] == ["B3"]


def test_the_same_share_everywhere_is_asked_about_once() -> None:
    # 60 % of 45, 45 and 10; the lowest level has its comment.
    found = asked({"B1": 2700, "B2": 2700, "B3": 600}, {"B3": "一般"})

    assert found == (Unusual("", Question.ALL_EQUAL, 6000),)


def test_an_unfinished_sheet_is_not_all_the_same() -> None:
    assert asked({"B1": 2700, "B2": 2700}) == ()
