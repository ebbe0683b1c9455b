"""Small batches as values, ranked by the real rules."""

import random
import tomllib
from fractions import Fraction
from importlib import resources

from reviewer_app.domain.application import Computed, Standing
from reviewer_app.domain.document import Edition
from reviewer_app.domain.person import Reviewer
from reviewer_app.domain.results import Candidate, Ranking, SheetScores
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.scheme import IndicatorKind, Scheme
from reviewer_app.domain.scheme_reading import scheme_from
from reviewer_app.domain.sheet import SheetState
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import translator
from reviewer_app.reports.facts import ReportFacts

HEAD = "ab" * 32
SURNAMES = "陈林黄张李王吴刘蔡杨许郑谢郭洪"


def measure_5() -> Scheme:
    text = (resources.files("resources") / "schemes" / "measure-5.toml").read_text("utf-8")
    return scheme_from(tomllib.loads(text))


def a_scheme(rules: str = "", factors: str = "") -> Scheme:
    """Two factors of two judged indicators, out of 100; the mean of at least one sheet."""
    document = {"key": "small", "title": "小型评分方案", **tomllib.loads(factors or FACTORS)}
    document["rules"] = {**RULES, **tomllib.loads(rules)}
    return scheme_from(document)


RULES = {
    "step": "0.5",
    "places": 2,
    "combine": "mean",
    "trim_from": 5,
    "trim_scope": "application",
    "trim_level": "total",
    "quorum": 1,
    "round_at": ["final"],
    "tie_break": [],
}
FACTORS = """
[[factor]]
code = "A"
name = "投入"
[[factor.indicator]]
code = "A1"
name = "规模"
kind = "judged"
max = "20"
[[factor.indicator]]
code = "A2"
name = "结构"
kind = "judged"
max = "20"
[[factor]]
code = "B"
name = "技术"
weight = "3/2"
[[factor.indicator]]
code = "B1"
name = "创新"
kind = "judged"
max = "30"
[[factor.indicator]]
code = "B2"
name = "性能"
kind = "judged"
max = "10"
"""


def a_reviewer(number: str, name: str = "", *, leader: bool = False) -> Reviewer:
    return Reviewer(number, name or f"专家{number}", "厦门某某大学", "教授", leader=leader)


def a_candidate(
    number: str,
    sheets: tuple[SheetScores, ...],
    name: str = "",
    applicant: str = "某某科技有限公司",
    computed: dict[str, Computed] | None = None,
    standing: Standing = Standing.ACTIVE,
    requested_fen: int | None = 10_000_000,
) -> Candidate:
    return Candidate(
        number=number,
        name=name or f"项目{number}",
        applicant=applicant,
        industry="人工智能",
        office="思明区",
        requested_fen=requested_fen,
        standing=standing,
        computed=computed or {},
        sheets=sheets,
    )


def a_sheet(
    reviewer: str, scores: dict[str, int], state: SheetState = SheetState.SUBMITTED
) -> SheetScores:
    return SheetScores(reviewer, f"专家{reviewer}", state, scores)


def a_ranking(scheme: Scheme, candidates: tuple[Candidate, ...]) -> Ranking:
    results = rank(scheme, candidates)
    return Ranking("2026年第一批垂直模型项目评审", scheme, True, results, 128, HEAD)


def a_batch(
    applications: int,
    reviewers: int,
    scheme: Scheme | None = None,
    seed: int = 1,
    *,
    absences: bool = False,
) -> Ranking:
    """Invented scores over a scheme, by default measure-5."""
    chance = random.Random(seed)
    scheme = scheme or measure_5()
    candidates = []
    for place in range(1, applications + 1):
        computed = {
            row.code: Computed(_between(chance, row.maximum, Fraction(1, 100)), "x", {})
            for row in scheme.indicators()
            if row.kind is not IndicatorKind.JUDGED
        }
        sheets = []
        for seat in range(1, reviewers + 1):
            state = SheetState.SUBMITTED
            if absences and chance.random() < 0.12:
                state = chance.choice([SheetState.RECUSED, SheetState.ABSTAINED])
            scores = {
                row.code: int(_between(chance, row.maximum, row.step) * 100)
                for row in scheme.on_sheet
            }
            name = f"{SURNAMES[seat % len(SURNAMES)]}某某"
            sheets.append(SheetScores(f"R{seat}", name, state, scores if state.counts else {}))
        candidates.append(
            a_candidate(
                f"XMHYMX-2026-{place:03}",
                tuple(sheets),
                name=f"面向{chance.choice(NAMES)}的垂直大模型研发与应用",
                applicant=f"厦门{chance.choice(FIRMS)}科技有限公司",
                computed=computed,
                requested_fen=chance.randrange(1, 500) * 1_000_000,
            )
        )
    return a_ranking(scheme, tuple(candidates))


NAMES = (
    "海洋渔业病害识别",
    "港口集装箱调度",
    "闽南语双语教学",
    "骨科影像辅助诊断",
    "跨境电商合规审查",
)
FIRMS = ("虚构一号", "鹭岛样例", "示例智算", "未名数据", "样本海洋")


def _between(chance: random.Random, most: Fraction, step: Fraction) -> Fraction:
    steps = int(most / step)
    return chance.randint(steps // 2, steps) * step


def a_panel(reviewers: int) -> tuple[Reviewer, ...]:
    return tuple(
        a_reviewer(f"R{seat}", f"{SURNAMES[seat % len(SURNAMES)]}某某", leader=seat == 1)
        for seat in range(1, reviewers + 1)
    )


def some_facts(
    ranking: Ranking,
    reviewers: tuple[Reviewer, ...] = (),
    edition: Edition = Edition.INTERNAL,
    language: str = "zh_CN",
    comments: dict[tuple[str, str, str], str] | None = None,
    *,
    single_sheets: bool = False,
) -> ReportFacts:
    return ReportFacts(
        ranking=ranking,
        reviewers=reviewers,
        method="去掉一个最高分和一个最低分后取算术平均值，四舍五入保留两位小数。",
        translator=translator(language),
        edition=edition,
        reasons={row.number: "有效评分表不足" for row in ranking.applications if row.rank is None},
        comments=comments or {},
        verification=Verification((), 128, 2048, HEAD, {"application": 3, "score": 30}),
        digests=(("评审库文件", "cd" * 32),),
        single_sheets=single_sheets,
        printed="2026-11-24 10:00",
        software="评审工作站 0.1.0",
    )
