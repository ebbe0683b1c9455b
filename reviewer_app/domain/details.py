"""The detail tables behind the sums: their columns, and the inputs they feed.

Only counted rows feed an input; every value is exact. Which row counts, and why not, is
decided by people and stands in `DetailRow`.

Source: domain.md 4.1 E, G, H, J and 5.2 to 5.6; contract.md 2 and 3.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from reviewer_app.domain.application import DetailKind, DetailRow
from reviewer_app.domain.points import parse_exact
from reviewer_app.domain.scheme import Scheme


class DetailType(StrEnum):
    """How a cell of a detail table is read; money is in 万元."""

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    MONEY = "money"
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class DetailColumn:
    """One column: `words` are the allowed ones of a choice, stored as they are."""

    key: str
    header: str
    header_en: str
    type: DetailType
    words: tuple[str, ...] = ()
    is_required: bool = False


CORE_COSTS = ("研发人员", "算力", "数据采购/标注", "委托研发", "测试认证")
"""Cost kinds that A2 counts as core research cost."""

FIXED_COSTS = ("土地/建筑/车辆",)
"""Cost kinds that no input counts as eligible."""

OTHER_COSTS = ("软硬件设备", "推广", "其他")

GRANTED, PENDING = "授权发明专利", "申请中发明专利"
SOFTWARE = "软件著作权"
LED, JOINED = "主导标准", "参与标准"
RIGHTS = (GRANTED, PENDING, SOFTWARE, LED, JOINED)

DETAIL_TITLES: Mapping[DetailKind, tuple[str, str]] = {
    DetailKind.USERS: ("用户与合同", "Users and contracts"),
    DetailKind.COSTS: ("项目投入", "Costs"),
    DetailKind.INTELLECTUAL_PROPERTY: ("知识产权", "Intellectual property"),
    DetailKind.RELEASES: ("版本迭代", "Releases"),
    DetailKind.TEAM: ("研发团队", "Team"),
}
"""Sheet names of the details workbook, Chinese and English."""

DETAIL_COLUMNS: Mapping[DetailKind, tuple[DetailColumn, ...]] = {
    DetailKind.USERS: (
        DetailColumn("user", "用户名称", "user", DetailType.TEXT, is_required=True),
        DetailColumn("credit_code", "统一社会信用代码", "credit_code", DetailType.TEXT),
        DetailColumn("industry", "行业", "industry", DetailType.TEXT),
        DetailColumn(
            "region", "地区", "region", DetailType.CHOICE, ("本市", "省内", "省外", "境外")
        ),
        DetailColumn("related", "是否关联方", "related", DetailType.FLAG, is_required=True),
        DetailColumn("contract", "合同号", "contract", DetailType.TEXT),
        DetailColumn("contract_amount", "合同额", "contract_amount", DetailType.MONEY),
        DetailColumn("received_amount", "到账额", "received_amount", DetailType.MONEY),
        DetailColumn("online_since", "上线日期", "online_since", DetailType.DATE),
        DetailColumn("months", "连续使用月数", "months", DetailType.NUMBER),
        DetailColumn("licensed_users", "授权用户数", "licensed_users", DetailType.COUNT),
        DetailColumn("active_users", "月活", "active_users", DetailType.COUNT),
        DetailColumn("satisfaction", "满意度", "satisfaction", DetailType.NUMBER),
        DetailColumn("contact", "联系人及电话", "contact", DetailType.TEXT),
    ),
    DetailKind.COSTS: (
        DetailColumn("item", "内容", "item", DetailType.TEXT),
        DetailColumn(
            "cost_kind",
            "费用类别",
            "cost_kind",
            DetailType.CHOICE,
            (*CORE_COSTS, *OTHER_COSTS, *FIXED_COSTS),
            is_required=True,
        ),
        DetailColumn("year", "年度", "year", DetailType.COUNT),
        DetailColumn("planned", "计划投入", "planned", DetailType.MONEY),
        DetailColumn("actual", "实际投入", "actual", DetailType.MONEY, is_required=True),
        DetailColumn("fiscal", "其中财政资金", "fiscal", DetailType.MONEY),
    ),
    DetailKind.INTELLECTUAL_PROPERTY: (
        DetailColumn("title", "名称", "title", DetailType.TEXT, is_required=True),
        DetailColumn("right", "类型", "right", DetailType.CHOICE, RIGHTS, is_required=True),
        DetailColumn("registration", "证书号或申请号", "registration", DetailType.TEXT),
        DetailColumn("owner", "权利人", "owner", DetailType.TEXT),
        DetailColumn("date", "日期", "date", DetailType.DATE),
    ),
    DetailKind.RELEASES: (
        DetailColumn("version", "版本", "version", DetailType.TEXT, is_required=True),
        DetailColumn("date", "发布日期", "date", DetailType.DATE, is_required=True),
        DetailColumn("gain", "改进指标", "gain", DetailType.TEXT),
        DetailColumn(
            "evidence",
            "实测改进证据",
            "evidence",
            DetailType.CHOICE,
            ("有", "无"),
            is_required=True,
        ),
    ),
    DetailKind.TEAM: (
        DetailColumn("person", "姓名", "person", DetailType.TEXT, is_required=True),
        DetailColumn("degree", "学历", "degree", DetailType.TEXT),
        DetailColumn("title", "职称", "title", DetailType.TEXT),
        DetailColumn("full_time", "是否全职", "full_time", DetailType.FLAG, is_required=True),
        DetailColumn(
            "insured_months", "社保月数", "insured_months", DetailType.COUNT, is_required=True
        ),
        DetailColumn(
            "status",
            "在职状态",
            "status",
            DetailType.CHOICE,
            ("在职", "近12月离职"),
            is_required=True,
        ),
    ),
}
"""Columns after 项目编号; 计入 and 理由 stand beside them and are no fields of a row."""

INSURED_MONTHS = 6
"""A researcher counts from so many months of social insurance (domain.md 5.4, C2)."""

Inputs = Mapping[str, Fraction]


def derive(kind: DetailKind, rows: Sequence[DetailRow]) -> Inputs:
    """Compute the inputs that the rows of one application and kind feed.

    Args:
        kind: rows of other kinds are ignored.
        rows: counted and struck-off ones; only the counted ones feed an input.

    A mean, median or share without a row to take it from is left out; sums and counts of
    no rows are 0. Costs without any planned amount give no `planned_input`.
    """
    counted = [row.fields for row in rows if row.kind is kind and row.counted]
    return _DERIVATIONS[kind](counted)


def derived_metrics(scheme: Scheme, kind: DetailKind, rows: Sequence[DetailRow]) -> Inputs:
    """Compute like `derive`, only the inputs this scheme has."""
    return {key: value for key, value in derive(kind, rows).items() if key in scheme.input_by_key}


def fed_inputs(kind: DetailKind) -> tuple[str, ...]:
    """Give the keys of the inputs a kind may feed."""
    match kind:
        case DetailKind.USERS:
            return (
                "independent_users",
                "contract_total",
                "received_total",
                "satisfaction",
                "evaluations",
                "usage_ratio",
                "usage_months",
            )
        case DetailKind.COSTS:
            return ("verified_input", "core_cost", "actual_input", "planned_input")
        case DetailKind.INTELLECTUAL_PROPERTY:
            return tuple(_RIGHT_INPUTS.values())
        case DetailKind.RELEASES:
            return ("releases",)
        case DetailKind.TEAM:
            return ("team_size", "turnover_rate")
        case _:
            assert_never(kind)


_Fields = Mapping[str, str]


def _amount(fields: _Fields, key: str) -> Fraction:
    return parse_exact(fields[key]) if fields.get(key) else Fraction(0)


def _total(values: Iterable[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def _median(values: Sequence[Fraction]) -> Fraction:
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def _is_yes(fields: _Fields, key: str) -> bool:
    return fields.get(key) in ("1", "是")


def _from_users(rows: Sequence[_Fields]) -> Inputs:
    """Take only users that are no related parties.

    A unit with several contracts is one user: the same credit code, else the same name.
    """
    independent = [row for row in rows if not _is_yes(row, "related")]
    units = {row.get("credit_code") or row.get("user", "") for row in independent}
    contracts = [
        (_amount(row, "contract_amount"), _amount(row, "received_amount")) for row in independent
    ]
    ratings = [parse_exact(row["satisfaction"]) for row in independent if row.get("satisfaction")]
    ratios = [
        _amount(row, "active_users") / _amount(row, "licensed_users")
        for row in independent
        if row.get("active_users") and _amount(row, "licensed_users")
    ]
    months = [parse_exact(row["months"]) for row in independent if row.get("months")]
    inputs = {
        "independent_users": Fraction(len(units)),
        "contract_total": _total(agreed for agreed, _ in contracts),
        "received_total": _total(min(agreed, received) for agreed, received in contracts),
        "evaluations": Fraction(len(ratings)),
    }
    if ratings:
        inputs["satisfaction"] = _total(ratings) / len(ratings)
    if ratios:
        inputs["usage_ratio"] = _median(ratios)
    if months:
        inputs["usage_months"] = _median(months)
    return inputs


def _from_costs(rows: Sequence[_Fields]) -> Inputs:
    """Deduct what other fiscal money paid; land, buildings and vehicles never count."""
    own = [(row.get("cost_kind", ""), _own_money(row)) for row in rows]
    inputs = {
        "verified_input": _total(money for kind, money in own if kind not in FIXED_COSTS),
        "core_cost": _total(money for kind, money in own if kind in CORE_COSTS),
        "actual_input": _total(_amount(row, "actual") for row in rows),
    }
    if any(row.get("planned") for row in rows):
        inputs["planned_input"] = _total(_amount(row, "planned") for row in rows)
    return inputs


def _own_money(fields: _Fields) -> Fraction:
    return _amount(fields, "actual") - _amount(fields, "fiscal")


_RIGHT_INPUTS: Mapping[str, str] = {
    GRANTED: "patents_granted",
    PENDING: "patents_pending",
    SOFTWARE: "software_copyrights",
    LED: "standards_led",
    JOINED: "standards_joined",
}


def _from_rights(rows: Sequence[_Fields]) -> Inputs:
    return {
        key: Fraction(sum(row.get("right") == right for row in rows))
        for right, key in _RIGHT_INPUTS.items()
    }


def _from_releases(rows: Sequence[_Fields]) -> Inputs:
    return {"releases": Fraction(sum(row.get("evidence") == "有" for row in rows))}


def _from_team(rows: Sequence[_Fields]) -> Inputs:
    """Count full-time researchers insured long enough.

    The turnover is the leavers of the last 12 months over those and the leavers.
    """
    size = sum(
        row.get("status") == "在职"
        and _is_yes(row, "full_time")
        and _amount(row, "insured_months") >= INSURED_MONTHS
        for row in rows
    )
    leavers = sum(row.get("status") == "近12月离职" for row in rows)
    inputs = {"team_size": Fraction(size)}
    if size + leavers:
        inputs["turnover_rate"] = Fraction(leavers, size + leavers)
    return inputs


_DERIVATIONS: Mapping[DetailKind, Callable[[Sequence[_Fields]], Inputs]] = {
    DetailKind.USERS: _from_users,
    DetailKind.COSTS: _from_costs,
    DetailKind.INTELLECTUAL_PROPERTY: _from_rights,
    DetailKind.RELEASES: _from_releases,
    DetailKind.TEAM: _from_team,
}
