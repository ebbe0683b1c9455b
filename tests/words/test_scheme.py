"""Sentences about schemes: complete in both languages, with place and way out."""

from typing import Any

import pytest

from reviewer_app.domain.errors import FileMissing
from reviewer_app.domain.formula import FormulaError, FormulaFault, parse
from reviewer_app.domain.rules.corrections import scheme_change
from reviewer_app.domain.scheme_check import check
from reviewer_app.domain.scheme_problem import (
    SchemeFault,
    SchemeProblem,
    SchemeRejected,
    SchemeSyntax,
)
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.i18n import LANGUAGES, translator
from reviewer_app.importing.scheme_file import bundled_scheme
from reviewer_app.words.formula import formula_sentence
from reviewer_app.words.scheme import (
    change_sentences,
    describe_method,
    problem_sentence,
    sentence,
)


def a_document(**rules: Any) -> dict[str, Any]:
    row = {"code": "A1", "name": "价值", "kind": "judged", "max": "100"}
    base = {"step": "1", "places": 2, "combine": "mean", "quorum": 3}
    return {
        "key": "k",
        "title": "t",
        "rules": base | rules,
        "factor": [{"code": "A", "name": "要素", "indicator": [row]}],
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", [fault for fault in SchemeFault if fault != SchemeFault.FORMULA])
def test_every_problem_has_a_sentence_with_its_place(fault: SchemeFault, language: str) -> None:
    problem = SchemeProblem(fault, ("B", "B1", "max"), "FOUND", "EXPECTED")

    text = problem_sentence(problem, translator(language))

    assert text.startswith("B/B1/max")
    assert "{" not in text
    assert text.isascii() or language == "zh_CN" or "“" in text or "×" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", FormulaFault)
def test_every_formula_fault_has_a_sentence(fault: FormulaFault, language: str) -> None:
    text = formula_sentence(FormulaError(fault, 4, "FOUND", "EXPECTED"), translator(language))

    assert "5" in text
    assert "{" not in text


def test_a_formula_problem_says_character_and_cause() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("1 + sqrt(2)")
    problem = SchemeProblem(
        SchemeFault.FORMULA, ("A", "A1", "formula"), "1 + sqrt(2)", formula=caught.value
    )

    text = problem_sentence(problem, translator("zh_CN"))

    assert text == (
        "A/A1/formula：公式第 5 个字符：没有函数 sqrt，可用的有：min, max, clip, PL, if。"
    )


def test_a_rejected_scheme_names_all_its_problems() -> None:
    problems = (
        SchemeProblem(SchemeFault.MISSING_KEY, ("title",), expected="title"),
        SchemeProblem(SchemeFault.FLOAT, ("rules", "step"), "0.1"),
    )

    text = sentence(SchemeRejected(problems, "a.toml"), translator("en"))

    assert text == (
        "a.toml: 2 problems in the scheme; nothing was written.\n"
        "title: title is missing.\n"
        'rules/step: 0.1 is a TOML float; write the number as text, e.g. "0.5".'
    )


def test_a_float_for_a_whole_number_says_how_to_write_it() -> None:
    (problem,) = check(a_document(places=2.0))

    assert problem_sentence(problem, translator("en")) == (
        "rules/places: 2.0 is a TOML float; write a whole number without a point, e.g. 2."
    )


def test_a_syntax_error_names_the_line() -> None:
    text = sentence(SchemeSyntax("a.toml", 3, 8, "Invalid value"), translator("zh_CN"))

    assert text is not None
    assert text.startswith("a.toml 第 3 行第 8 列")


def test_errors_of_others_are_left_to_others() -> None:
    from pathlib import Path

    assert sentence(FileMissing(Path("x")), translator("en")) is None


def test_a_wording_change_says_that_nothing_is_voided() -> None:
    old = a_document()
    new = a_document() | {"title": "新"}

    lines = change_sentences(scheme_change(scheme_from(old), scheme_from(new)), translator("zh_CN"))

    assert lines == (
        "新版本仅作文字勘误，得分不作废。",
        "title：仅文字勘误，“t”改为“新”，不影响已有得分。",
    )


def test_a_voiding_change_names_the_indicators_first() -> None:
    change = scheme_change(scheme_from(a_document()), scheme_from(a_document(step="5")))

    assert change_sentences(change, translator("en"))[:2] == (
        "The scores of A1 are voided and must be given or computed anew.",
        "Totals and ranks are computed anew and may change.",
    )


def test_the_default_method_reads_as_the_official_footnote() -> None:
    """Modelled on domain.md appendix A4, its parameters from the scheme."""
    assert describe_method(bundled_scheme("measure-5"), translator("zh_CN")) == (
        "客观分由工作人员按公布公式计算并双人复核，各专家一致；"
        "辅助分由公式给出建议值，专家独立确定；主观分由专家独立评定。"
        "专家总分为各项得分之和；"
        "项目得分为各专家总分去掉一个最高分和一个最低分后的算术平均值"
        "（有效评分表不足 5 份的，取全部的平均值并注明），最后一次性四舍五入保留 2 位小数。"
        "有效评分表不足 3 份或不足应评份数 2/3 的项目不排名。"
        "合格条件：项目得分不低于 60 分、技术先进程度得分不低于 18 分。"
        "得分相同的，依次比较：技术先进程度得分、推广成效得分、用户使用评价得分、"
        "未去高低分的平均分、专家组表决；仍相同的，名次并列。"
    )


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({"combine": "median"}, "is the median of its reviewers' totals"),
        ({"trim_level": "factor"}, "For each factor the arithmetic mean"),
        (
            {"combine": "trimmed_mean", "trim_from": 7, "trim_scope": "group"},
            "if any ranked application has fewer than 7 counted sheets",
        ),
        ({"round_at": ["sheet"]}, "2 decimals: each reviewer's total, and the result"),
        ({"quorum": 4}, "fewer than 4 counted sheets is not ranked"),
        ({}, "Equal results share their rank."),
    ],
)
def test_the_method_follows_the_rules(rules: dict[str, Any], said: str) -> None:
    assert said in describe_method(scheme_from(a_document(**rules)), translator("en"))
