"""Facts of the forms: what staff recorded of a batch, beside its ranking."""

from dataclasses import replace
from fractions import Fraction

from reviewer_app.domain.application import Application
from reviewer_app.domain.checks import (
    CreditLine,
    CreditResult,
    Evidence,
    FormalLine,
    FormalResult,
    Overlap,
    SameContent,
    Supplement,
    SupportLevel,
)
from reviewer_app.domain.grounds import RaisedBy, RecusalCase
from reviewer_app.domain.score_change import ScoreChange
from reviewer_app.reports.facts import CheckFacts, DataFacts, ReportFacts

NUMBER = "XMHYMX-2026-001"


def with_forms(facts: ReportFacts) -> ReportFacts:
    """Add one application whose checks are recorded; of the others nothing is."""
    return replace(
        facts,
        applications={
            row.number: Application(
                row.number, row.name, row.applicant, credit_code="91350200MA0000007F"
            )
            for row in facts.ranking.applications
        },
        checks=CheckFacts(
            formal={NUMBER: a_formal_check()},
            supplements={NUMBER: Supplement("2026-11-02", "2026-11-09", "2026-11-06", "补交协议")},
            credit={NUMBER: (a_query(), a_query("天眼查询", CreditResult.NOTED))},
            overlaps={NUMBER: (an_overlap(),)},
        ),
        data=DataFacts(
            evidence={(NUMBER, "A1"): Evidence("专项审计报告", "第 12 页")},
            computed_by={(NUMBER, "A1"): "王干事"},
        ),
        recusals=(RecusalCase(NUMBER, "R2", "family", RaisedBy.SELF, at="2026-11-20T09:00:00Z"),),
        changes=(a_change(),),
    )


def a_formal_check(worst: FormalResult = FormalResult.PASSED) -> tuple[FormalLine, ...]:
    """All fifteen lines; the thirteenth has the result named."""
    return tuple(
        FormalLine(
            item,
            worst if item == 13 else FormalResult.PASSED,
            "协议缺少知识产权约定" if item == 13 and worst is not FormalResult.PASSED else "",
            "王干事",
            "2026-11-01",
            "李复核",
        )
        for item in range(1, 16)
    )


def a_query(source: str = "信用中国", result: CreditResult = CreditResult.CLEAR) -> CreditLine:
    return CreditLine(source, "2026-11-03", result, "", "证-007", "王干事")


def an_overlap() -> Overlap:
    return Overlap(
        SupportLevel.PROVINCE,
        "省级人工智能项目",
        "2026",
        SameContent.PARTLY,
        30_000_000,
        "立项通知",
        "不重复部分继续支持",
        "王干事",
    )


def a_change() -> ScoreChange:
    return ScoreChange(
        at="2026-11-24T10:30:00+08:00",
        application=NUMBER,
        reviewer="R2",
        indicator="B2",
        before=Fraction("7.2"),
        after=Fraction("6.5"),
        actor="黄某某",
        reason="06 复核后修改",
        digest="0123456789abcdef" * 4,
    )
