"""The cases of tests/domain/vectors that concern the official result."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from reviewer_app.domain.points import format_points
from tests.domain.vector_schemes import (
    VectorCase,
    VectorSheet,
    a_document,
    an_input,
    fixed,
    input_factor,
    judged_factor,
    numbered,
    panel_case,
    vector,
)

WINES = [f"W{index}" for index in range(1, 11)]


def wine_cases() -> Iterator[VectorCase]:
    """Eleven judges, the nine French ones, medians and trimmed means of 1976."""
    paris, design = vector("a-paris-white"), vector("a-complete-design-severity-cancels")
    rows = paris["input"]["scores_rows_wines_cols_judges"]
    assert rows == design["input"]["scores_rows_targets_cols_reviewers"]
    expected, ranks = paris["expected"], design["expected"]
    yield _wines("mean of eleven", rows, _means(expected["sum11"], 11), expected["rank11"])
    yield _wines("mean", rows, _means(expected["sum11"], 11), ranks["rank_mean"])
    yield _wines("trimmed", rows, expected["trim1_11"], ranks["rank_trim1"], combine="trimmed_mean")
    yield _wines("median", rows, expected["median11"], ranks["rank_median"], combine="median")
    away = {paris["input"]["judges"].index(name) for name in paris["input"]["recused_judges"]}
    french = [
        ["recused" if judge in away else score for judge, score in enumerate(row)] for row in rows
    ]
    yield _wines("mean of nine", french, _means(expected["sum9"], 9), expected["rank9"])


def _means(sums: Sequence[float], count: int) -> list[str]:
    return [format_points(Fraction(str(total)) / count, 2) for total in sums]


def _wines(
    name: str,
    rows: Sequence[Sequence[object]],
    scores: Sequence[object],
    ranks: Sequence[int],
    **rules: Any,
) -> VectorCase:
    document = a_document(
        [judged_factor("A", "20")], total="20", step="0.5", quorum=3, trim_from=3, **rules
    )
    expected = {
        wine: {"score": fixed(score), "rank": rank, "state": "ranked"}
        for wine, score, rank in zip(WINES, scores, ranks, strict=True)
    }
    cells = dict(zip(WINES, rows, strict=True))
    return panel_case(f"a-paris-white {name}", document, cells, expected)


def skating_cases() -> Iterator[VectorCase]:
    """Figure-skating protocols: trimmed by factor, rounded, weighed, rounded, summed."""
    for name in ("a-isu-absent-judge", "a-isu-worlds2017-ladies-sp"):
        facts = vector(name)
        programmes = facts["input"]["applications"]
        factors = programmes[0]["factors"]
        document = _skating_document(
            [factor["weight"] for factor in factors], ["factor", "weighted"], has_elements=True
        )
        applications = tuple(
            {"number": one["id"], "elements": one["other_points"]} for one in programmes
        )
        sheets = [
            sheet for one in programmes for sheet in _skating_sheets(one["id"], one["factors"])
        ]
        expected = {one["id"]: _skating_expected(one) for one in facts["expected"]["applications"]}
        yield VectorCase(name, document, applications, tuple(sheets), expected)


def _skating_document(
    weights: Sequence[str], round_at: Sequence[str], *, has_elements: bool
) -> dict[str, Any]:
    factors = [
        judged_factor(code, "10", weight) for code, weight in zip("ABCDE", weights, strict=True)
    ]
    total = sum((10 * Fraction(weight) for weight in weights), Fraction(0))
    inputs = []
    if has_elements:
        factors.append(input_factor("F", "elements", "60"))
        inputs.append(an_input("elements"))
        total += 60
    return a_document(
        factors,
        total=format_points(total, 2),
        inputs=inputs,
        step="0.25",
        combine="trimmed_mean",
        trim_from=3,
        trim_level="factor",
        quorum=3,
        round_at=[*round_at, "final"],
    )


def _skating_sheets(number: str, factors: Sequence[dict[str, Any]]) -> Iterator[VectorSheet]:
    columns = [factor["scores"] for factor in factors]
    for reviewer, cells in numbered(zip(*columns, strict=True), "J"):
        if cells[0] is None:
            assert set(cells) == {None}
            yield VectorSheet(number, reviewer, {}, "absent")
        else:
            yield VectorSheet(number, reviewer, dict(zip(_skating_codes(), cells, strict=True)))


def _skating_codes() -> list[str]:
    return [f"{code}1" for code in "ABCDE"]


def _skating_expected(one: dict[str, Any]) -> dict[str, object]:
    points = {code: fixed(value) for code, value in zip("ABCDE", one["panel_scores"], strict=True)}
    return {
        "score": one["segment_total"],
        "rank": one["rank"],
        "factor_points": points,
        "sum of A to E": one["component_total"],
    }


def rounding_cases() -> Iterator[VectorCase]:
    """25 real programmes that three rounding stages publish with three totals."""
    stages = {
        "published_total": ["factor", "weighted"],
        "round_after_sum_only": ["factor"],
        "no_intermediate_rounding": [],
    }
    facts = vector("a-rounding-stage")
    for index, factors in enumerate(facts["input"]["cases"]):
        for name, round_at in stages.items():
            weights = [factor["weight"] for factor in factors]
            document = _skating_document(weights, round_at, has_elements=False)
            expected = {"P1": {"score": facts["expected"]["cases"][index][name], "rank": 1}}
            sheets = tuple(_skating_sheets("P1", factors))
            yield VectorCase(
                f"a-rounding-stage {index} {name}", document, ({"number": "P1"},), sheets, expected
            )


def panel_cases() -> Iterator[VectorCase]:
    """Small panels: location edges, missing sheets, the singing contest, a float tie."""
    yield from _location_cases()
    yield _missing_case()
    facts = vector("a-trim-hdu2014")
    document = a_document(
        [judged_factor("A")], combine="trimmed_mean", trim_from=3, quorum=3, step="1"
    )
    published = numbered(facts["expected"]["published"], "P")
    expected: dict[str, dict[str, object]] = {
        number: {"score": score, "applied": "trimmed_mean"} for number, score in published
    }
    yield panel_case(
        "a-trim-hdu2014", document, dict(numbered(facts["input"]["ballots"], "P")), expected
    )
    facts = vector("r-float-tie")
    rows = dict(numbered(facts["input"]["scores_as_decimal_strings"], "P"))
    document = a_document([judged_factor("A")], quorum=3, step="0.1")
    expected = {number: {"score": "86.20", "rank": 1} for number in rows}
    yield panel_case("r-float-tie", document, rows, expected)


def _location_cases() -> Iterator[VectorCase]:
    facts = vector("a-location-edges")
    combined = {"mean": "mean", "median": "median", "trim1": "trimmed_mean"}
    for key, combine in combined.items():
        document = a_document([judged_factor("A")], combine=combine, trim_from=3, step="0.5")
        expected: dict[str, dict[str, object]] = {}
        for number, values in facts["expected"].items():
            value = values[key]
            is_trimmed = key == "trim1" and value is not None
            if key == "trim1" and value is None:
                value = values["mean"]
            expected[number] = {
                "score": None if value is None else fixed(value),
                "applied": combine if key != "trim1" or is_trimmed else "mean",
                "state": "below_quorum" if value is None else "ranked",
            }
        yield panel_case(f"a-location-edges {key}", document, facts["input"]["cases"], expected)


def _missing_case() -> VectorCase:
    facts = vector("a-missing-rules")
    rows = dict(numbered(facts["input"]["rows_applications_cols_reviewers"], "P"))
    document = a_document(
        [judged_factor("A")], combine="trimmed_mean", trim_from=5, quorum=3, step="1"
    )
    states = {
        "ok": ("ranked", "trimmed_mean"),
        "pending": ("pending", "mean"),
        "untrimmed": ("ranked", "mean"),
        "below_quorum": ("below_quorum", "mean"),
        "no_score": ("below_quorum", "mean"),
    }
    expected = {
        number: {
            "sheets": 7,
            "counted": row["n_valid"],
            "untrimmed_mean": row["mean"],
            "provisional": row["provisional"],
            "score": row["official"],
            "state": states[row["state"]][0],
            "applied": states[row["state"]][1],
        }
        for number, row in numbered(facts["expected"]["rows"], "P")
    }
    return panel_case("a-missing-rules", document, rows, expected)


def level_cases() -> Iterator[VectorCase]:
    """Trimming by whole sheet or by factor reverses two applications."""
    facts = vector("a-trim-total-vs-factor")
    sheets = tuple(
        VectorSheet(number, f"R{index}", dict(zip(("A1", "B1", "C1"), map(str, row), strict=True)))
        for number, rows in facts["input"].items()
        for index, row in enumerate(rows)
    )
    for level in ("total", "factor"):
        document = a_document(
            [judged_factor(code, "20") for code in "ABC"],
            total="60",
            step="1",
            combine="trimmed_mean",
            trim_from=3,
            trim_level=level,
        )
        expected: dict[str, dict[str, object]] = {}
        for number, found in facts["expected"][f"by_{level}"].items():
            means = found["factor_means" if level == "total" else "factor"]
            points = {code: fixed(mean) for code, mean in zip("ABC", means, strict=True)}
            expected[number] = {"score": fixed(found["score"]), "factor_points": points}
            if level == "total":
                expected[number]["dropped"] = {
                    f"R{found['dropped_low']}": "low",
                    f"R{found['dropped_high']}": "high",
                }
        first, second = ("X", "Y") if level == "total" else ("Y", "X")
        expected[first]["rank"], expected[second]["rank"] = 1, 2
        applications = ({"number": "X"}, {"number": "Y"})
        yield VectorCase(
            f"a-trim-total-vs-factor {level}", document, applications, sheets, expected
        )


def ranking_cases() -> Iterator[VectorCase]:
    """Competition ranks, roundings of the whole, tie chains, a price formula."""
    facts = vector("r-competition-rank")
    document = a_document([input_factor("A", "given")], inputs=[an_input("given")])
    for name, scores in facts["input"]["cases"].items():
        rows = [
            {"number": number} | ({} if score is None else {"given": score})
            for number, score in numbered(scores, "P")
        ]
        expected: dict[str, dict[str, object]] = {
            number: {"rank": rank, "state": "pending" if rank is None else "ranked"}
            for number, rank in numbered(facts["expected"][name], "P")
        }
        yield VectorCase(f"r-competition-rank {name}", document, tuple(rows), (), expected)
    yield from _half_up_cases()
    yield _procurement_case()
    yield _chain_case()
    yield from _pairs_cases()


def _half_up_cases() -> Iterator[VectorCase]:
    """The same exact value rounded as a computed score (2) and as the score alone (4)."""
    facts = vector("r-round-half-up")
    rows = tuple(
        {
            "number": number,
            "upper": str(case["numerator"]),
            "lower": str(case["denominator"]),
        }
        for number, case in numbered(facts["input"]["cases"], "P")
    )
    expected = {
        number: {"score": case["half_up"]}
        for number, case in numbered(facts["expected"]["cases"], "P")
    }
    inputs = [an_input("upper"), an_input("lower")]
    for places in (2, 4):
        factor = input_factor("A", "upper / lower", places=places)
        document = a_document([factor], inputs=inputs)
        yield VectorCase(f"r-round-half-up {places}", document, rows, (), expected)


def _procurement_case() -> VectorCase:
    facts = vector("r-procurement-zhuhai")
    bids = facts["input"]["bids"]
    lowest = min(bids, key=lambda bid: Fraction(bid["bid"]))["bid"]
    document = a_document(
        [input_factor("P", "20 * lowest / bid", "20"), judged_factor("T", "80")],
        inputs=[an_input("bid"), an_input("lowest")],
    )
    rows = tuple({"number": bid["id"], "bid": bid["bid"], "lowest": lowest} for bid in bids)
    sheets = tuple(VectorSheet(bid["id"], "R1", {"T1": bid["technical"]}) for bid in bids)
    printed = facts["expected"]
    expected = {
        bid["id"]: {
            "score": printed["published_total"][index],
            "rank": printed["published_rank"][index],
            "objective P1": printed["published_price_points"][index],
        }
        for index, bid in enumerate(bids)
    }
    return VectorCase("r-procurement-zhuhai", document, rows, sheets, expected)


def _chain_case() -> VectorCase:
    """Three sheets with the total as mean and the given median; F1 is computed."""
    facts = vector("r-tiebreak-chain")
    document = a_document(
        [input_factor("F", "first", "30"), judged_factor("G", "70")],
        inputs=[an_input("first")],
        step="0.1",
        tie_break=["F", "median", "requested_asc"],
    )
    rows, sheets = [], []
    for one in facts["input"]["applications"]:
        wan = format_points(Fraction(one["amount"], 10_000), 2)
        rows.append({"number": one["id"], "first": one["F1"], "requested": wan})
        total, median, first = (Fraction(one[key]) for key in ("total", "median", "F1"))
        beyond = median + 1 if median >= total else median - 1
        totals = [median, total * 3 - median - beyond, beyond]
        for reviewer, value in numbered(totals, "R"):
            text = format_points(value - first, 2)
            sheets.append(VectorSheet(one["id"], reviewer, {"G1": text}))
    names = {"F1": "F", "median": "median", None: None}
    decided = facts["expected"]["decided_by"]
    expected: dict[str, dict[str, object]] = {
        number: {"rank": rank} for number, rank in facts["expected"]["rank"].items()
    }
    for number, step in decided.items():
        expected[number]["decided_by"] = names[step]
    for one in facts["input"]["applications"]:
        expected[one["id"]] |= {"score": one["total"], "median": fixed(one["median"])}
    return VectorCase("r-tiebreak-chain", document, tuple(rows), tuple(sheets), expected)


def _pairs_cases() -> Iterator[VectorCase]:
    facts = vector("r-tiebreak-isu-china-pairs")
    pairs = facts["input"]["applications"]
    factors = [
        input_factor("C", "component", "40"),
        input_factor("E", "element", "60"),
        input_factor("D", "deduction", "5", weight="-1"),
    ]
    inputs = [an_input("component"), an_input("element"), an_input("deduction", default="0")]
    rows = tuple(
        {"number" if key == "id" else key: text for key, text in one.items() if key != "total"}
        for one in pairs
    )
    for key, chain in (("rank", ["E"]), ("rank_without_chain", [])):
        document = a_document(factors, total="95", inputs=inputs, tie_break=chain)
        expected = {
            one["id"]: {"score": one["total"], "rank": rank}
            for one, rank in zip(pairs, facts["expected"][key], strict=True)
        }
        yield VectorCase(f"r-tiebreak-isu-china-pairs {key}", document, rows, (), expected)


def all_cases() -> list[VectorCase]:
    """Give every case."""
    return [
        *wine_cases(),
        *skating_cases(),
        *rounding_cases(),
        *panel_cases(),
        *level_cases(),
        *ranking_cases(),
    ]
