"""The whole batch: order, competition ranks, one method for a group, the tie chain."""

from collections.abc import Sequence
from fractions import Fraction

from reviewer_app.domain.results import ApplicationResult, Tie
from reviewer_app.domain.rules.ranking import rank
from tests.domain.a_batch import (
    a_scheme,
    a_sheet,
    an_application,
    by_number,
    scored,
    value,
    withdrawn,
)
from tests.domain.vector_schemes import input_factor, judged_factor

TRIMMED = {"combine": "trimmed_mean", "trim_from": 5, "quorum": 3}
FIVE = ("80", "81", "82", "83", "100")


def ranks(results: Sequence[ApplicationResult]) -> list[tuple[str, int | None]]:
    return [(result.number, result.rank) for result in results]


def test_ranks_run_1_2_2_4_in_order_of_number() -> None:
    batch = [scored("P10", "70"), scored("P9", "70"), scored("P2", "60"), scored("P1", "90")]

    assert ranks(rank(a_scheme(), batch)) == [("P1", 1), ("P9", 2), ("P10", 2), ("P2", 4)]


def test_who_has_no_rank_comes_last_in_order_of_number_and_takes_no_place() -> None:
    batch = [
        scored("P11", "pending"),
        withdrawn(scored("P3", "99")),
        scored("P2", "50"),
        scored("P4", "recused"),
    ]

    assert ranks(rank(a_scheme(), batch)) == [("P2", 1), ("P3", None), ("P4", None), ("P11", None)]


def test_an_empty_batch_has_no_ranks() -> None:
    assert rank(a_scheme(), []) == ()


def test_alone_with_a_score_there_is_no_tie() -> None:
    assert by_number(a_scheme(), scored("P1", "80"), scored("P2", "81"))["P1"].tie is None


def test_three_tie_when_trimmed_and_none_by_the_mean() -> None:
    """domain.md 2.7: all three 84.60; means 82.29, 84.64 and 84.60."""
    batch = [
        scored("P01", "86.5", "84", "88", "79.5", "91", "85", "62"),
        scored("P02", "84.5", "85", "84", "86", "83.5", "85.5", "84"),
        scored("P03", *["84.6"] * 7),
    ]

    trimmed = by_number(a_scheme(**TRIMMED, tie_break=["untrimmed_mean"]), *batch)
    assert {result.score for result in trimmed.values()} == {Fraction("84.60")}
    assert {number: result.rank for number, result in trimmed.items()} == {
        "P02": 1,
        "P03": 2,
        "P01": 3,
    }
    assert trimmed["P01"].tie == Tie(("P02", "P03"), "untrimmed_mean", ())
    by_mean = by_number(a_scheme(quorum=3), *batch)
    assert {result.tie for result in by_mean.values()} == {None}


def test_published_scores_decide_not_hidden_digits() -> None:
    """80.004 and 80.001 are both published as 80.00."""
    scheme = a_scheme(judged_factor("A", "1000", "1/10"))
    results = by_number(scheme, scored("P1", "800.01"), scored("P2", "800.04"))

    assert [result.rank for result in results.values()] == [1, 1]


def test_a_factor_is_compared_as_published() -> None:
    """A 26.101 and 26.104 are both 26.10, so the next step decides."""
    scheme = a_scheme(
        judged_factor("A", "500", "1/10"),
        judged_factor("B", "50"),
        tie_break=["A", "requested_asc"],
    )
    results = by_number(
        scheme,
        an_application("P1", a_sheet("R1", "261.01", "10"), requested_fen=200),
        an_application("P2", a_sheet("R1", "261.04", "10"), requested_fen=100),
    )

    assert ranks(list(results.values())) == [("P2", 1), ("P1", 2)]
    assert results["P1"].tie == Tie(("P2",), "requested_asc", ())


def test_the_smaller_deduction_goes_first() -> None:
    scheme = a_scheme(judged_factor("A"), judged_factor("B", "10", "-1"), tie_break=["B"])
    results = by_number(
        scheme,
        an_application("P1", a_sheet("R1", "82", "2")),
        an_application("P2", a_sheet("R1", "81", "1")),
    )

    assert results["P2"].rank == 1


def test_the_median_tells_apart() -> None:
    scheme = a_scheme(tie_break=["median"])
    results = by_number(scheme, scored("P1", "70", "80", "90"), scored("P2", "70", "79", "91"))

    assert results["P1"].rank == 1


def test_a_missing_amount_comes_last() -> None:
    batch = [
        scored("P1", "80"),
        scored("P2", "80", requested_fen=500),
        scored("P3", "80", requested_fen=0),
        scored("P4", "80"),
    ]
    results = by_number(a_scheme(tie_break=["requested_asc"]), *batch)

    assert ranks(list(results.values())) == [("P3", 1), ("P2", 2), ("P1", 3), ("P4", 3)]
    assert results["P1"].tie == Tie(("P2", "P3", "P4"), None, ("P4",))
    assert results["P2"].tie == Tie(("P1", "P3", "P4"), "requested_asc", ())


def test_each_is_decided_by_the_first_step_that_leaves_it_alone() -> None:
    scheme = a_scheme(
        judged_factor("A", "50"), judged_factor("B", "50"), tie_break=["A", "requested_asc"]
    )
    batch = [
        an_application("P1", a_sheet("R1", "40", "20"), requested_fen=2),
        an_application("P2", a_sheet("R1", "40", "20"), requested_fen=1),
        an_application("P3", a_sheet("R1", "30", "30"), requested_fen=1),
    ]
    results = by_number(scheme, *batch)

    ties = {number: result.tie for number, result in results.items()}
    assert [tie.decided_by for tie in ties.values() if tie] == [
        "requested_asc",
        "requested_asc",
        "A",
    ]
    assert ranks(list(results.values())) == [("P2", 1), ("P1", 2), ("P3", 3)]


def test_a_vote_orders_those_it_lists() -> None:
    batch = [scored("P1", "80"), scored("P2", "80"), scored("P3", "90")]
    results = rank(a_scheme(tie_break=["vote"]), batch, [["P2", "P1"]])

    assert ranks(results) == [("P3", 1), ("P2", 2), ("P1", 3)]
    assert results[1].tie == Tie(("P1",), "vote", ())


def test_a_vote_that_leaves_one_out_orders_nobody() -> None:
    batch = [scored("P1", "80"), scored("P2", "80"), scored("P3", "80")]
    results = rank(a_scheme(tie_break=["vote"]), batch, [["P2", "P1"]])

    assert ranks(results) == [("P1", 1), ("P2", 1), ("P3", 1)]


def test_the_later_vote_prevails() -> None:
    batch = [scored("P1", "80"), scored("P2", "80")]
    results = rank(a_scheme(tie_break=["vote"]), batch, [["P2", "P1"], ["P1", "P2"]])

    assert ranks(results) == [("P1", 1), ("P2", 2)]


def test_a_vote_orders_only_those_still_level() -> None:
    """The vote lists all three, but the amount has told P1 apart before."""
    batch = [
        scored("P1", "80", requested_fen=1),
        scored("P2", "80", requested_fen=2),
        scored("P3", "80", requested_fen=2),
    ]
    results = rank(a_scheme(tie_break=["requested_asc", "vote"]), batch, [["P3", "P1", "P2"]])

    assert ranks(results) == [("P1", 1), ("P3", 2), ("P2", 3)]


def test_without_the_step_a_vote_has_no_effect() -> None:
    batch = [scored("P1", "80"), scored("P2", "80")]

    assert ranks(rank(a_scheme(), batch, [["P2", "P1"]])) == [("P1", 1), ("P2", 1)]


def test_in_a_group_one_short_panel_puts_all_on_the_mean() -> None:
    scheme = a_scheme(**TRIMMED, trim_scope="group")
    results = by_number(scheme, scored("P1", *FIVE), scored("P2", *FIVE[:4], "recused"))

    assert {result.applied for result in results.values()} == {"mean"}
    assert results["P1"].score == Fraction("85.20")


def test_each_application_by_itself_keeps_its_trimming() -> None:
    results = by_number(
        a_scheme(**TRIMMED), scored("P1", *FIVE), scored("P2", *FIVE[:4], "recused")
    )

    assert (results["P1"].applied, results["P2"].applied) == ("trimmed_mean", "mean")
    assert results["P1"].score == 82


def test_who_is_not_ranked_does_not_count_for_the_group() -> None:
    scheme = a_scheme(**TRIMMED, trim_scope="group")
    batch = [
        scored("P1", *FIVE),
        withdrawn(scored("P2", *FIVE[:3])),
        scored("P3", "80", "81", "82", "pending"),
        scored("P4", "80", "recused"),
    ]
    results = by_number(scheme, *batch)

    assert {number: result.applied for number, result in results.items()} == {
        "P1": "trimmed_mean",
        "P2": "mean",
        "P3": "mean",
        "P4": "mean",
    }


def test_objective_totals_are_ranked_without_sheets() -> None:
    scheme = a_scheme(input_factor("O", "x"), tie_break=["untrimmed_mean", "O"])
    batch = [
        an_application(number, computed={"O1": value(text)})
        for number, text in (("P1", "60"), ("P2", "70.01"), ("P3", "60"))
    ]

    assert ranks(rank(scheme, batch)) == [("P2", 1), ("P1", 2), ("P3", 2)]
