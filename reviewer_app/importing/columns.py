"""The columns each kind of import workbook may have, in Chinese and English.

Source: contract.md 3.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reviewer_app.domain.application import DetailKind
from reviewer_app.domain.details import DETAIL_COLUMNS, DetailType
from reviewer_app.domain.plans import ImportKind
from reviewer_app.domain.scheme import Indicator, InputKind, Scheme, SchemeInput


class ColumnKind(StrEnum):
    """How the cells of a column are read."""

    KEY = "key"
    LINE = "line"
    TEXT = "text"
    CREDIT_CODE = "credit_code"
    FLAG = "flag"
    NUMBER = "number"
    COUNT = "count"
    CHOICE = "choice"
    DATE = "date"
    NAMES = "names"
    INPUT = "input"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Column:
    """A column we know: `names` start with the Chinese and the English header.

    `unit` is what numbers are wanted in; `input` belongs to INPUT columns, `indicator`
    to SCORE columns and `words` to CHOICE columns.
    """

    key: str
    names: tuple[str, ...]
    kind: ColumnKind
    is_required: bool = False
    unit: str = ""
    input: SchemeInput | None = None
    indicator: Indicator | None = None
    words: tuple[str, ...] = ()

    @property
    def header(self) -> str:
        """The Chinese header as templates write it."""
        return f"{self.names[0]}（{self.unit}）" if self.unit else self.names[0]


INPUT_PREFIX = "input:"
COMMENT_PREFIX = "comment:"

APPLICATION = Column(
    "application", ("项目编号", "application", "number"), ColumnKind.KEY, is_required=True
)
REVIEWER = Column("reviewer", ("专家编号", "reviewer", "number"), ColumnKind.KEY, is_required=True)
SHOWN_APPLICATION = Column("shown_application", ("项目名称", "application_name"), ColumnKind.LINE)
SHOWN_REVIEWER = Column("shown_reviewer", ("姓名", "reviewer_name"), ColumnKind.LINE)
"""Names beside the numbers, for the reader's eye only."""

STATUS = Column("status", ("状态", "status"), ColumnKind.LINE)

_APPLICATIONS = (
    Column("number", ("项目编号", "number", "application"), ColumnKind.KEY, is_required=True),
    Column("name", ("项目名称", "name"), ColumnKind.LINE, is_required=True),
    Column("applicant", ("申报单位", "applicant"), ColumnKind.LINE, is_required=True),
    Column("credit_code", ("统一社会信用代码", "credit_code", "信用代码"), ColumnKind.CREDIT_CODE),
    Column("industry", ("所属行业", "industry"), ColumnKind.LINE),
    Column("office", ("受理单位", "office"), ColumnKind.LINE),
    Column("requested", ("申请金额", "requested"), ColumnKind.NUMBER, unit="万元"),
    Column("contact", ("负责人", "contact"), ColumnKind.LINE),
)
_REVIEWERS = (
    Column("number", ("专家编号", "number", "reviewer"), ColumnKind.KEY, is_required=True),
    Column("name", ("姓名", "name"), ColumnKind.LINE, is_required=True),
    Column("organisation", ("单位", "organisation", "工作单位"), ColumnKind.LINE),
    Column("title", ("职称", "title"), ColumnKind.LINE),
    Column("speciality", ("专业", "speciality"), ColumnKind.LINE),
    Column("leader", ("组长", "leader"), ColumnKind.FLAG),
    Column("former_organisations", ("近三年单位", "former_organisations"), ColumnKind.NAMES),
)
COUNTED = Column("counted", ("计入", "counted"), ColumnKind.FLAG, is_required=True)
REASON = Column("counted_reason", ("理由", "reason"), ColumnKind.TEXT)
_DETAIL_KINDS = {
    DetailType.TEXT: ColumnKind.TEXT,
    DetailType.NUMBER: ColumnKind.NUMBER,
    DetailType.COUNT: ColumnKind.COUNT,
    DetailType.MONEY: ColumnKind.NUMBER,
    DetailType.DATE: ColumnKind.DATE,
    DetailType.FLAG: ColumnKind.FLAG,
    DetailType.CHOICE: ColumnKind.CHOICE,
}
_LONG_SCORES = (
    Column("indicator", ("指标", "indicator", "指标编号"), ColumnKind.KEY),
    Column("score", ("得分", "score", "分数"), ColumnKind.SCORE, unit="分"),
    Column("comment", ("意见", "comment", "评审意见"), ColumnKind.TEXT),
)


def columns_of(kind: ImportKind, scheme: Scheme) -> tuple[Column, ...]:
    """Give the columns of a kind; details have theirs by detail kind."""
    match kind:
        case ImportKind.APPLICATIONS:
            return (*_APPLICATIONS, *_input_columns(scheme))
        case ImportKind.REVIEWERS:
            return _REVIEWERS
        case ImportKind.ASSIGNMENTS:
            return (APPLICATION, SHOWN_APPLICATION, REVIEWER, SHOWN_REVIEWER)
        case ImportKind.METRICS:
            return (_APPLICATIONS[0], SHOWN_APPLICATION, *_input_columns(scheme))
        case ImportKind.SCORES:
            return (
                APPLICATION,
                SHOWN_APPLICATION,
                REVIEWER,
                SHOWN_REVIEWER,
                *_score_columns(scheme),
                *_LONG_SCORES,
                STATUS,
            )
        case ImportKind.DETAILS:
            return ()


def detail_columns(kind: DetailKind) -> tuple[Column, ...]:
    """Give the columns of a detail table: 项目编号, its own, 计入 and 理由."""
    own = (
        Column(
            column.key,
            (column.header, column.header_en, column.key),
            ColumnKind.CREDIT_CODE if column.key == "credit_code" else _DETAIL_KINDS[column.type],
            is_required=column.is_required,
            unit="万元" if column.type is DetailType.MONEY else "",
            words=column.words,
        )
        for column in DETAIL_COLUMNS[kind]
    )
    return (APPLICATION, *own, COUNTED, REASON)


def _input_columns(scheme: Scheme) -> tuple[Column, ...]:
    return tuple(
        Column(
            f"{INPUT_PREFIX}{item.key}",
            (item.label, item.key),
            ColumnKind.INPUT,
            unit=item.unit,
            input=item,
        )
        for item in scheme.inputs
    )


def _score_columns(scheme: Scheme) -> tuple[Column, ...]:
    columns = []
    for indicator in scheme.indicators():
        code = indicator.code
        names = (code, *(f"{code}{mark}{indicator.name}" for mark in ("", "、", ".", ":", "-")))
        english = (f"{code}{indicator.name_en}",) if indicator.name_en else ()
        columns.append(
            Column(code, (*names, *english), ColumnKind.SCORE, unit="分", indicator=indicator)
        )
        comment = (f"{code}意见", f"{code}comment")
        columns.append(Column(f"{COMMENT_PREFIX}{code}", comment, ColumnKind.TEXT))
    return tuple(columns)


def is_number_input(item: SchemeInput) -> bool:
    """Whether the input takes numbers rather than words."""
    return item.kind in (InputKind.NUMBER, InputKind.COUNT, InputKind.SHARE)


_BRACKETS = re.compile(r"(.+?)\(([^()]*)\)")
_SPACES = re.compile(r"\s+")


@cache
def normalise_header(text: str) -> str:
    """Make headers comparable: width, case, spaces and the star of required ones.

    >>> normalise_header(" 申请金额（万元） *")
    '申请金额(万元)'
    """
    folded = unicodedata.normalize("NFKC", text).replace("\u200b", "").casefold()
    return _SPACES.sub("", folded).rstrip("*")


def split_bracket(header: str) -> tuple[str, str]:
    """Split a normalised header into what stands before its last bracket and in it.

    >>> split_bracket("审定投入(扣除财政资金)(万元)"), split_bracket("姓名")
    (('审定投入(扣除财政资金)', '万元'), ('姓名', ''))
    """
    match = _BRACKETS.fullmatch(header)
    return (match[1], match[2]) if match else (header, "")
