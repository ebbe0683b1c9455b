"""The Excel form of a scheme: its sheets and columns, in Chinese and by key.

A form holds exactly what a TOML file holds, so that both give the same digest: an empty
cell is an absent key, a text that would be lost is written in JSON quotes, a list is
written with 、 between its items, or as JSON.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer_app.domain.scheme_shape import SHAPES, Field, Shape

LAST_ROW = 200
"""Rows a clerk may fill on a sheet of rows."""

GUIDE = "说明"
GENERAL, INPUTS, CHOICES = "方案", "输入项", "选项"
FACTORS, INDICATORS, LEVELS = "要素", "指标", "档次"
FUNDING, TIERS, CAPS = "资金", "分档", "上限"

OWNER_INPUT, OWNER_FACTOR, OWNER_INDICATOR = "input", "factor", "indicator"
LINE_KEY = "pass_factor"

GUIDANCE = (
    "评分方案表单 Scheme form",
    "只填白色单元格；灰色表头受保护，不要改动。空单元格表示不设此项。",
    "所有数字按文本填写，如 0.1、2/3；步长须为 0.01 的整数倍。",
    "各指标“权重×满分”合计须等于总分（缺省 100）。",
    "“指标”表按“要素”归属，“档次”表按“指标”归属并由高到低，最低档从 0 起。",
    "“选项”表列出选择型输入项的各选项和分值。",
    "指标类型：objective 客观，assisted 辅助，judged 主观。",
    "输入项类型：number 数，count 整数，share 比例，flag 是/否，choice 选项。",
    "合成方法：mean 平均，trimmed_mean 去掉最高最低后平均，median 中位数。",
    "去高低分范围：application 逐项目，group 全批一致。",
    "去高低分层级：total 总分，factor 要素，indicator 指标。",
    "取整环节：factor 要素得分，weighted 加权后，sheet 每份评分表，final 最终得分。",
    "公式可用：数字、输入项代码、+ - * /、括号、min、max、clip、PL(x; x0:y0, x1:y1)。",
    "公式中 if(条件, a, b) 的条件是一个是/否项或一个比较。",
    '列表用顿号分隔，如 B、E、D、untrimmed_mean、vote；明确为空的列表写 []，明确为空的文字写 ""。',
    "填好后运行 scheme check 检查全部问题。",
    "Fill in white cells only; an empty cell leaves the key out. Numbers are texts.",
)

LABELS: Mapping[str, str] = {
    "scheme.key": "方案代码",
    "scheme.title": "标题",
    "scheme.title_en": "英文标题",
    "scheme.source": "来源",
    "scheme.notice": "提示语",
    "rules.total": "总分",
    "rules.step": "打分步长",
    "rules.places": "小数位数",
    "rules.combine": "合成方法",
    "rules.trim_from": "去高低分最少份数",
    "rules.trim_scope": "去高低分范围",
    "rules.trim_level": "去高低分层级",
    "rules.quorum": "最少有效份数",
    "rules.quorum_share": "最低有效比例",
    "rules.round_at": "取整环节",
    "rules.tie_break": "并列比较顺序",
    "rules.pass_total": "总分合格线",
    "rules.pass_factor": "要素合格线",
    "input.key": "代码",
    "input.label": "名称",
    "input.unit": "单位",
    "input.kind": "类型",
    "input.default": "缺省值",
    "input.min": "下限",
    "input.max": "上限",
    "choice.input": "输入项代码",
    "choice.word": "选项",
    "choice.value": "分值",
    "factor.code": "代码",
    "factor.name": "名称",
    "factor.name_en": "英文名称",
    "factor.weight": "权重",
    "indicator.factor": "要素",
    "indicator.code": "代码",
    "indicator.name": "名称",
    "indicator.name_en": "英文名称",
    "indicator.kind": "类型",
    "indicator.max": "满分",
    "indicator.step": "打分步长",
    "indicator.places": "小数位数",
    "indicator.weight": "权重",
    "indicator.tolerance": "允许偏离",
    "indicator.formula": "公式",
    "level.indicator": "指标",
    "level.name": "档",
    "level.from": "下界",
    "level.text": "说明",
    "funding.amount": "金额依据",
    "funding.ratio": "支持比例",
    "funding.eligible": "核定投入项",
    "funding.rule": "预算不足时",
    "funding.part_from": "部分支持下限",
    "funding.exclusive_by": "就高范围",
    "funding.overlap": "重复支持处理",
    "funding.money_step": "金额取整（元）",
    "funding.withheld": "扣留款处理",
    "funding.stages": "分阶段比例",
    "tier.code": "档次",
    "tier.from": "得分下界",
    "tier.cap": "上限（万元）",
    "tier.quota": "名额",
    "cap.field": "字段",
    "cap.value": "取值",
    "cap.max": "最多项数",
}


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a sheet of rows: the key in the document and what it may hold."""

    key: str
    label: str
    field: Field

    @property
    def header(self) -> str:
        """The header as written: Chinese, then the key it is read by."""
        return f"{self.label} {self.key}"


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of rows; `parent` is the sheet whose rows own these, by `owner`."""

    name: str
    columns: tuple[FormColumn, ...]
    owner: str = ""
    parent: str = ""


def _columns(table: str, *extra: FormColumn, leave: Sequence[str] = ()) -> tuple[FormColumn, ...]:
    own = tuple(
        FormColumn(key, LABELS[f"{table}.{key}"], field)
        for key, field in SHAPES[table].items()
        if field.shape is not Shape.TABLES and key not in leave
    )
    return (*extra, *own)


_NEEDED = Field(Shape.LINE, required=True)
_OF_FACTOR = FormColumn("factor", LABELS["indicator.factor"], _NEEDED)
_OF_INDICATOR = FormColumn("indicator", LABELS["level.indicator"], _NEEDED)

ROW_SHEETS: tuple[FormSheet, ...] = (
    FormSheet(INPUTS, _columns("input", leave=("values",))),
    FormSheet(
        CHOICES,
        (
            FormColumn("input", LABELS["choice.input"], _NEEDED),
            FormColumn("word", LABELS["choice.word"], _NEEDED),
            FormColumn("value", LABELS["choice.value"], Field(Shape.DECIMAL, required=True)),
        ),
        owner="input",
        parent=INPUTS,
    ),
    FormSheet(
        FACTORS,
        (
            *_columns("factor"),
            FormColumn(LINE_KEY, LABELS["rules.pass_factor"], Field(Shape.DECIMAL)),
        ),
    ),
    FormSheet(INDICATORS, _columns("indicator", _OF_FACTOR), owner="factor", parent=FACTORS),
    FormSheet(LEVELS, _columns("level", _OF_INDICATOR), owner="indicator", parent=INDICATORS),
    FormSheet(TIERS, _columns("tier")),
    FormSheet(CAPS, _columns("cap")),
)

SCALARS: Mapping[str, tuple[tuple[str, Field], ...]] = {
    GENERAL: tuple(
        (f"{table}.{key}", field)
        for table in ("scheme", "rules")
        for key, field in SHAPES[table].items()
        if field.shape not in (Shape.TABLE, Shape.TABLES, Shape.PAIRS)
    ),
    FUNDING: tuple(
        (f"funding.{key}", field)
        for key, field in SHAPES["funding"].items()
        if field.shape is not Shape.TABLES
    ),
}
"""Sheets of key and value: path in the document, and what it may hold."""

_SEPARATORS = re.compile(r"\s*[、,，;；]\s*")
_DIGITS = re.compile(r"[0-9]{1,9}")
_NUMBERS = (Shape.DECIMAL, Shape.EXACT, Shape.WHOLE, Shape.DECIMALS)


def to_cell(value: object) -> str:
    """Write a value of the document so that `from_cell` gives it back.

    >>> to_cell(["B", "E"]), to_cell([]), to_cell(""), to_cell(" a")
    ('B、E', '[]', '""', '" a"')
    """
    if isinstance(value, list):
        joined = "、".join(str(item) for item in value)
        is_plain = bool(value) and _items(joined) == value
        return joined if is_plain else json.dumps(value, ensure_ascii=False)
    text = str(value)
    is_quoted = len(text) > 1 and text[0] == text[-1] == '"'
    if text != text.strip() or not text or is_quoted:
        return json.dumps(text, ensure_ascii=False)
    return text


def from_cell(field: Field, text: str) -> object:
    """Read what `to_cell` or a clerk wrote; what cannot be read stays text.

    Numbers may be typed in full width.
    """
    text = text.strip()
    if field.shape in _NUMBERS:
        text = unicodedata.normalize("NFKC", text)
    if field.shape in (Shape.WORDS, Shape.DECIMALS):
        return _items(text)
    if len(text) > 1 and text[0] == text[-1] == '"':
        found = _json(text)
        return found if isinstance(found, str) else text
    if field.shape is Shape.WHOLE and _DIGITS.fullmatch(text):
        return int(text)
    return text


def _items(text: str) -> list[str]:
    if text.startswith("["):
        found = _json(text)
        if isinstance(found, list) and all(isinstance(item, str) for item in found):
            return found
    return [item for item in _SEPARATORS.split(text.strip()) if item]


def _json(text: str) -> object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found
