"""What would let an applicant recognise a reviewer is found, however it is spelled."""

from fractions import Fraction

import pytest

from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.rules.anonymity import TraceKind, traces

PANEL = (
    Reviewer("R07", "欧阳示例", "虚构理工大学", former_organisations=("Example Labs",)),
    Reviewer("3", "李某"),
)
SCORES = frozenset({Fraction("7.2"), Fraction(8), Fraction("86.50")})


def kinds(text: str) -> set[TraceKind]:
    return {trace.kind for trace in traces(text, PANEL, SCORES)}


@pytest.mark.parametrize("text", ["请欧阳示例老师把关", "欧 阳 示\u3000例认为"])
def test_a_name_is_found(text: str) -> None:
    assert kinds(text) == {TraceKind.NAME}


@pytest.mark.parametrize("text", ["专家R07指出", "ｒ０７指出", "见 3 号"])
def test_a_number_is_found(text: str) -> None:
    assert kinds(text) == {TraceKind.NUMBER}


@pytest.mark.parametrize("text", ["我校（虚构理工大学）也在做", "at EXAMPLE  labs we"])
def test_present_and_former_organisations_are_found(text: str) -> None:
    assert kinds(text) == {TraceKind.ORGANISATION}


@pytest.mark.parametrize("text", ["本项给7.2", "给８分", "总分86.5", "8 points"])
def test_a_single_score_is_found(text: str) -> None:
    assert kinds(text) == {TraceKind.SCORE}


@pytest.mark.parametrize("text", ["建议补充第三方测评", "8家用户", "准确率97.2%", "R075号样机", ""])
def test_what_points_to_nobody_passes(text: str) -> None:
    assert kinds(text) == set()


def test_empty_names_and_organisations_are_nobodys() -> None:
    assert traces("任何文字", (Reviewer("", ""),), ()) == ()
