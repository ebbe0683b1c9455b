"""Inputs derived from detail rows; figures worked by hand from domain.md 5.2 to 5.6."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from reviewer_app.domain.application import DetailKind, DetailRow
from reviewer_app.domain.details import (
    DETAIL_COLUMNS,
    DETAIL_TITLES,
    DetailType,
    derive,
    derived_metrics,
    fed_inputs,
)
from reviewer_app.domain.scheme_reading import scheme_from


def rows(
    kind: DetailKind, *fields: Mapping[str, str], struck: tuple[int, ...] = ()
) -> list[DetailRow]:
    return [
        DetailRow("P1", kind, line, values, counted=line not in struck)
        for line, values in enumerate(fields, 1)
    ]


def a_user(name: str, *, related: str = "0", **fields: str) -> dict[str, str]:
    return {"user": name, "related": related, **fields}


def a_cost(kind: str, actual: str, *, fiscal: str = "", planned: str = "") -> dict[str, str]:
    return {"cost_kind": kind, "actual": actual, "fiscal": fiscal, "planned": planned}


def a_person(status: str = "在职", *, months: str = "12", full_time: str = "1") -> dict[str, str]:
    return {"person": "x", "status": status, "insured_months": months, "full_time": full_time}


def test_costs_leave_out_fiscal_money_and_land() -> None:
    """Eligible: (300-50) + 200 + 100 = 550; core: (300-50) + 200 = 450."""
    table = rows(
        DetailKind.COSTS,
        a_cost("研发人员", "300", fiscal="50", planned="400"),
        a_cost("算力", "200", planned="200"),
        a_cost("软硬件设备", "100"),
        a_cost("土地/建筑/车辆", "900.5"),
    )

    assert derive(DetailKind.COSTS, table) == {
        "verified_input": 550,
        "core_cost": 450,
        "actual_input": Fraction("1500.5"),
        "planned_input": 600,
    }


def test_a_row_struck_off_feeds_nothing() -> None:
    table = rows(DetailKind.COSTS, a_cost("算力", "200"), a_cost("算力", "80"), struck=(2,))

    assert derive(DetailKind.COSTS, table)["verified_input"] == 200


def test_costs_without_a_plan_derive_no_plan() -> None:
    table = rows(DetailKind.COSTS, a_cost("算力", "200"))

    assert "planned_input" not in derive(DetailKind.COSTS, table)


def test_money_received_counts_up_to_its_contract() -> None:
    """1000 + min(500, 620) received of 1500 signed; the related one counts nowhere."""
    table = rows(
        DetailKind.USERS,
        a_user("a", contract_amount="1000", received_amount="1000"),
        a_user("b", contract_amount="500", received_amount="620"),
        a_user("c", related="1", contract_amount="900", received_amount="900"),
    )

    found = derive(DetailKind.USERS, table)

    assert found["contract_total"] == 1500
    assert found["received_total"] == 1500
    assert found["independent_users"] == 2


def test_two_contracts_of_one_unit_are_one_user() -> None:
    table = rows(
        DetailKind.USERS,
        a_user("a", credit_code="91350200MA0000007F"),
        a_user("a (branch)", credit_code="91350200MA0000007F"),
        a_user("b"),
    )

    assert derive(DetailKind.USERS, table)["independent_users"] == 2


def test_the_usage_medians_of_an_even_number_are_between_the_middle_two() -> None:
    """Ratios 0.2, 0.5, 0.6, 0.9 -> 0.55; months 3, 9, 12 -> 9."""
    table = rows(
        DetailKind.USERS,
        a_user("a", active_users="10", licensed_users="50", months="3"),
        a_user("b", active_users="45", licensed_users="50", months="12"),
        a_user("c", active_users="50", licensed_users="100", months="9"),
        a_user("d", active_users="60", licensed_users="100"),
    )

    found = derive(DetailKind.USERS, table)

    assert found["usage_ratio"] == Fraction("0.55")
    assert found["usage_months"] == 9


def test_satisfaction_is_the_exact_mean_of_independent_evaluations() -> None:
    table = rows(
        DetailKind.USERS,
        a_user("a", satisfaction="90"),
        a_user("b", satisfaction="95"),
        a_user("c", satisfaction="80"),
        a_user("d"),
        a_user("e", related="1", satisfaction="100"),
    )

    found = derive(DetailKind.USERS, table)

    assert found["satisfaction"] == Fraction(265, 3)
    assert found["evaluations"] == 3


def test_without_users_only_counts_and_sums_are_known() -> None:
    assert derive(DetailKind.USERS, []) == {
        "independent_users": 0,
        "contract_total": 0,
        "received_total": 0,
        "evaluations": 0,
    }


def test_rights_are_counted_by_kind() -> None:
    table = rows(
        DetailKind.INTELLECTUAL_PROPERTY,
        *({"title": "x", "right": right} for right in ("授权发明专利", "软件著作权", "软件著作权")),
        {"title": "y", "right": "主导标准"},
    )

    assert derive(DetailKind.INTELLECTUAL_PROPERTY, table) == {
        "patents_granted": 1,
        "patents_pending": 0,
        "software_copyrights": 2,
        "standards_led": 1,
        "standards_joined": 0,
    }


def test_only_releases_with_evidence_count() -> None:
    table = rows(DetailKind.RELEASES, {"evidence": "有"}, {"evidence": "无"}, {"evidence": "有"})

    assert derive(DetailKind.RELEASES, table) == {"releases": 2}


def test_the_team_is_full_time_insured_and_present() -> None:
    """Two of five count; one left: 1/(2+1)."""
    table = rows(
        DetailKind.TEAM,
        a_person(months="6"),
        a_person(),
        a_person(months="5"),
        a_person(full_time="0"),
        a_person("近12月离职"),
    )

    assert derive(DetailKind.TEAM, table) == {"team_size": 2, "turnover_rate": Fraction(1, 3)}


def test_only_inputs_of_the_scheme_are_derived() -> None:
    scheme = scheme_from(
        {
            "key": "k",
            "title": "t",
            "rules": {"places": 2},
            "input": [{"key": "core_cost", "label": "c", "kind": "number"}],
            "factor": [],
        }
    )

    found = derived_metrics(scheme, DetailKind.COSTS, rows(DetailKind.COSTS, a_cost("算力", "7")))

    assert found == {"core_cost": 7}


@pytest.mark.parametrize("kind", DetailKind)
def test_each_kind_names_the_inputs_it_derives(kind: DetailKind) -> None:
    assert set(derive(kind, [])) <= set(fed_inputs(kind))


@pytest.mark.parametrize("kind", DetailKind)
def test_columns_are_named_once_and_choices_have_words(kind: DetailKind) -> None:
    columns = DETAIL_COLUMNS[kind]

    assert DETAIL_TITLES[kind]
    assert len({column.key for column in columns}) == len(columns)
    assert len({column.header for column in columns}) == len(columns)
    assert all((column.type is DetailType.CHOICE) == bool(column.words) for column in columns)
