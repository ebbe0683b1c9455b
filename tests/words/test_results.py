"""States, reasons and calculations read as people write them, in both languages."""

from dataclasses import replace

import pytest

from reviewer_app.domain.application import Computed, Standing
from reviewer_app.domain.results import ResultState, WhyKind
from reviewer_app.domain.rules.explanation import explain
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.rules.recusal import SheetChange, StandingChange, consequence
from reviewer_app.domain.sheet import SheetState
from reviewer_app.i18n import Translator, translator
from reviewer_app.words.consequences import consequence_lines
from reviewer_app.words.explanation import explanation_lines
from reviewer_app.words.results import sheet_state_name, state_name, why_sentence
from tests.domain.a_batch import a_scheme, an_application, only, scored
from tests.domain.vector_schemes import an_input, input_factor, judged_factor

ENGLISH, CHINESE = translator("en"), translator("zh_CN")
TRIMMED = {"combine": "trimmed_mean", "trim_from": 5, "quorum": 3}
SEVEN = ("86.50", "84.00", "88.00", "79.50", "91.00", "85.00", "62.00")


def test_the_worked_example_reads_as_on_paper() -> None:
    scheme = a_scheme(**TRIMMED)
    lines = explanation_lines(explain(scheme, only(scheme, scored("P1", *SEVEN))), scheme, CHINESE)

    assert lines[-5:] == (
        (
            "各评分表总分：R1 86.50、R2 84.00、R3 88.00、R4 79.50、R5 91.00（最高，去掉）、"
            "R6 85.00、R7 62.00（最低，去掉）"
        ),
        (
            "去掉一个最高分和一个最低分后的平均分："
            "(86.50 + 84.00 + 88.00 + 79.50 + 85.00) ÷ 5 = 423.00 ÷ 5 = 84.60"
        ),
        "项目得分四舍五入保留 2 位小数：84.60",
        "各要素加权后得分：A 84.60",
        "第 1 名。",
    )


def test_a_number_that_does_not_end_is_marked() -> None:
    scheme = a_scheme()
    lines = explanation_lines(
        explain(scheme, only(scheme, scored("P1", "10", "10", "11"))), scheme, ENGLISH
    )

    assert "mean: (10.00 + 10.00 + 11.00) ÷ 3 = 31.00 ÷ 3 ≈ 10.333333" in lines


def test_a_fraction_as_weight_stands_in_brackets() -> None:
    scheme = a_scheme(judged_factor("A", "75", "4/3"), round_at=["weighted"])
    lines = explanation_lines(explain(scheme, only(scheme, scored("P1", "30"))), scheme, ENGLISH)

    assert "Sheet R1: A 30.00 × (4/3) = 40.00" in lines


def test_a_tie_is_told_with_what_was_compared() -> None:
    scheme = a_scheme(tie_break=["median", "A"])
    result = rank(scheme, [scored("P1", "70", "90"), scored("P2", "70", "90")])[0]
    lines = explanation_lines(explain(scheme, result), scheme, CHINESE)

    assert "与 P2 得分相同，与 P2 并列。" in lines
    assert "依次比较：全部有效评分表的中位数 80.00、要素 A 80.00" in lines


@pytest.mark.parametrize("language", [ENGLISH, CHINESE], ids=["en", "zh_CN"])
def test_every_state_has_a_name_of_its_own(language: Translator) -> None:
    states = [state_name(state, language) for state in ResultState]
    sheets = [sheet_state_name(state, language) for state in SheetState]

    assert len(set(states)) == len(ResultState)
    assert len(set(sheets)) == len(SheetState)


def test_every_reason_is_a_sentence_with_its_facts() -> None:
    scheme = a_scheme(
        input_factor("O", "x / y", "30"), judged_factor("A", "70"), inputs=[an_input("x")]
    )
    troubles = {
        "missing_input": "O1 指标 O1: the input “x” is empty (formula: x / y).",
        "division_by_zero": "O1 指标 O1: x / y divides by zero (x=1).",
        "out_of_range": "O1 指标 O1: x / y gives x, not 0 to 30.00 (x=1).",
    }
    for trouble, sentence in troubles.items():
        computed = {"O1": Computed(None, "x / y", {"x": "1"}, trouble, "x")}
        result = only(scheme, an_application("P1", computed=computed))
        assert why_sentence(result.why[0], scheme, ENGLISH) == sentence


def test_the_sentences_of_quorum_and_standing() -> None:
    scheme = a_scheme(quorum=3, quorum_share="2/3")
    few = scored("P1", "80", "recused")
    gone = replace(few, standing=Standing.WITHDRAWN)

    assert [why_sentence(why, scheme, CHINESE) for why in only(scheme, few).why] == [
        "有效评分表 1 份，少于规定的 3 份。",
        "有效评分表占全部评分表的 1/2，低于规定的 2/3。",
    ]
    why = only(scheme, gone).why[0]
    assert why.kind is WhyKind.WITHDRAWN
    assert why_sentence(why, scheme, CHINESE) == "申报项目已撤回。"


def test_a_recusal_is_said_before_and_after() -> None:
    scheme = a_scheme(**TRIMMED, trim_scope="group")
    five = ("80", "81", "82", "83", "100")
    batch = [scored("P1", *five), scored("P2", *five)]
    found = consequence(scheme, batch, SheetChange("P1", "R5", SheetState.RECUSED))

    assert consequence_lines(found, scheme, ENGLISH) == (
        "Sheet of R5 for P1: recused.",
        (
            "P1 before: 5 of 5 sheets count, mean without one highest and one lowest, "
            "score 82.00, rank 1."
        ),
        "P1 after: 4 of 5 sheets count, mean, score 81.50, rank 2.",
        "The method of other applications changes too: P2.",
        (
            "P2 before: 5 of 5 sheets count, mean without one highest and one lowest, "
            "score 82.00, rank 1."
        ),
        "P2 after: 5 of 5 sheets count, mean, score 85.20, rank 1.",
    )


def test_a_withdrawal_is_said_before_and_after() -> None:
    scheme = a_scheme()
    change = StandingChange("P1", Standing.WITHDRAWN)
    lines = consequence_lines(consequence(scheme, [scored("P1", "80")], change), scheme, CHINESE)

    assert lines == (
        "申报项目 P1：已撤回。",
        "P1 变更前：评分表 1 份，有效 1 份；平均分；得分 80.00；第 1 名。",
        "P1 变更后：评分表 1 份，有效 1 份；平均分；得分 80.00；已撤回。",
    )
