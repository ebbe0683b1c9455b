"""What must hold for any scheme and batch, and an oracle that reads the contract anew."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer_app.domain.application import Computed
from reviewer_app.domain.results import ApplicationResult, Candidate
from reviewer_app.domain.rules.ranking import rank
from reviewer_app.domain.scheme import Scheme
from tests.domain.a_batch import a_scheme, a_sheet, an_application, scored
from tests.domain.oracle import oracle
from tests.domain.vector_schemes import input_factor, judged_factor

STAGES = (
    (),
    ("factor",),
    ("weighted",),
    ("factor", "weighted"),
    ("sheet",),
)
SETTINGS = [
    (combine, level, stages, scope)
    for combine, level, stages, scope in product(
        ("mean", "trimmed_mean", "median"),
        ("total", "factor", "indicator"),
        STAGES,
        ("application", "group"),
    )
    if not ("sheet" in stages and level != "total")
    if not (stages in STAGES[1:4] and combine == "median" and level == "total")
]
WEIGHTS = ("1", "4/3", "0.7", "-1.5", "1/7")


def a_random_scheme(random: Random, setting: tuple[str, str, Sequence[str], str]) -> Scheme:
    combine, level, stages, scope = setting
    first, second = judged_factor("A", "50"), judged_factor("C", "50", random.choice(WEIGHTS))
    first["indicator"].append(
        {**first["indicator"][0], "code": "B1", "weight": random.choice(WEIGHTS[:3])}
    )
    first["indicator"].append(input_factor("O", "x", "20")["indicator"][0])
    return a_scheme(
        first,
        second,
        input_factor("D", "x", "20", places=4, weight=random.choice(WEIGHTS)),
        combine=combine,
        trim_level=level,
        round_at=list(stages),
        trim_scope=scope,
        trim_from=random.choice([3, 5]),
        quorum=2,
        quorum_share=random.choice([None, "2/3"]),
        places=random.choice([0, 1, 2]),
        tie_break=["A", "untrimmed_mean", "median", "requested_asc"],
    )


def a_random_batch(random: Random) -> list[Candidate]:
    """Few distinct scores, so that totals, factors and whole applications tie."""
    return [a_random_application(random, f"P{number}") for number in range(1, 9)]


def a_random_application(random: Random, number: str) -> Candidate:
    sheets = []
    for index in random.sample(range(1, 13), random.randrange(1, 8)):
        if random.random() < 0.15:
            state = random.choice(["recused", "absent", "pending"])
            sheets.append(a_sheet(f"R{index}", state))
        else:
            cells = [random.choice(["10", "10.01", "20.5", "33.33", "0"]) for _ in "ABC"]
            sheet = a_sheet(f"R{index}")
            scores = {
                code: int(Fraction(cell) * 100)
                for code, cell in zip(("A1", "B1", "C1"), cells, strict=True)
            }
            sheets.append(replace(sheet, scores=scores))
    computed = {
        "O1": Computed(Fraction(random.choice(["5.55", "7"])), "x", {}),
        "D1": Computed(Fraction(random.choice(["1.2345", "20"])), "x", {}),
    }
    amount = random.choice([None, 100, 200])
    return an_application(number, *sheets, computed=computed, requested_fen=amount)


def beats(one: ApplicationResult, other: ApplicationResult) -> bool:
    """Whether the first goes before the second by score and the chain of the scheme."""
    far = 10**9
    return keys(other, far) > keys(one, far)


def keys(result: ApplicationResult, far: int) -> tuple[object, ...]:
    values = (result.score, result.factors["A"], result.untrimmed_mean, result.median)
    amount = far if result.requested_fen is None else result.requested_fen
    return (*(-value for value in values if value is not None), amount)


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_an_oracle_in_fractions_agrees(setting: tuple[str, str, Sequence[str], str]) -> None:
    for seed in range(12):
        random = Random(seed)
        scheme, batch = a_random_scheme(random, setting), a_random_batch(random)
        told = oracle(scheme, batch)
        for result in rank(scheme, batch):
            expected = told[result.number]
            assert result.score == expected.score
            assert result.applied == expected.applied
            assert (result.untrimmed_mean, result.median) == (expected.untrimmed, expected.middle)
            if expected.factors:
                assert result.factors == expected.factors


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_a_rank_is_one_more_than_the_number_of_better_ones(
    setting: tuple[str, str, Sequence[str], str],
) -> None:
    random = Random(7)
    scheme, batch = a_random_scheme(random, setting), a_random_batch(random)
    placed = [result for result in rank(scheme, batch) if result.rank is not None]

    for result in placed:
        assert result.rank == 1 + sum(beats(other, result) for other in placed)


@settings(max_examples=60)
@given(seed=st.integers(0, 10**6), setting=st.sampled_from(SETTINGS))
def test_the_order_of_applications_and_sheets_makes_no_difference(
    seed: int, setting: tuple[str, str, Sequence[str], str]
) -> None:
    random = Random(seed)
    scheme, batch = a_random_scheme(random, setting), a_random_batch(random)
    mixed = [
        replace(one, sheets=tuple(random.sample(one.sheets, len(one.sheets)))) for one in batch
    ]
    random.shuffle(mixed)

    assert rank(scheme, mixed) == rank(scheme, batch)


totals = st.lists(st.integers(0, 8000), min_size=1, max_size=9)


@given(cells=totals, shift=st.integers(0, 2000), combine=st.sampled_from(SETTINGS))
def test_the_same_points_for_all_shift_the_score_by_as_much(
    cells: list[int], shift: int, combine: tuple[str, str, Sequence[str], str]
) -> None:
    scheme = a_scheme(combine=combine[0], trim_from=3, trim_level=combine[1])
    before = rank(scheme, [scored("P1", *[hundredths(cell) for cell in cells])])[0]
    after = rank(scheme, [scored("P1", *[hundredths(cell + shift) for cell in cells])])[0]

    assert before.exact is not None
    assert after.exact == before.exact + Fraction(shift, 100)
    assert [row.dropped for row in after.reviewers] == [row.dropped for row in before.reviewers]


@given(cells=totals, combine=st.sampled_from(["mean", "median", "trimmed_mean"]))
def test_the_score_lies_between_the_lowest_and_the_highest_sheet(
    cells: list[int], combine: str
) -> None:
    scheme = a_scheme(combine=combine, trim_from=3)
    result = rank(scheme, [scored("P1", *[hundredths(cell) for cell in cells])])[0]

    assert result.exact is not None
    assert Fraction(min(cells), 100) <= result.exact <= Fraction(max(cells), 100)


def hundredths(cell: int) -> str:
    return f"{cell // 100}.{cell % 100:02}"
