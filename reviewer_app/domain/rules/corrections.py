"""What a later version of a scheme voids, under the law of corrections.

Wording (勘误) voids nothing; a changed number of an indicator voids that indicator's
scores only; a factor's weight or a rule of the panel changes results but voids no score.

Source: house.md 5, One law of corrections.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reviewer_app.domain.formula import parse
from reviewer_app.domain.points import format_exact
from reviewer_app.domain.scheme import (
    Factor,
    Indicator,
    IndicatorKind,
    Level,
    Rules,
    Scheme,
    SchemeInput,
)


class ChangeEffect(StrEnum):
    """What one changed field of a scheme does."""

    WORDING = "wording"
    VOIDS = "voids"
    RESULTS = "results"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One changed field: `place` like that of a scheme problem, texts as in the file.

    `indicators` are the codes whose scores it voids.
    """

    place: tuple[str, ...]
    effect: ChangeEffect
    before: str
    after: str
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SchemeChange:
    """What a later version changes.

    `voided` are the codes, in sheet order of the old version, whose scores end with it;
    of `added` indicators no score exists yet, so submitted sheets have to be completed.
    """

    fields: tuple[FieldChange, ...]
    voided: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def changes_results(self) -> bool:
        """Whether totals or ranks may differ although the scores are the same."""
        return any(
            change.effect in (ChangeEffect.VOIDS, ChangeEffect.RESULTS) for change in self.fields
        )

    @property
    def is_wording_only(self) -> bool:
        """Whether it is an erratum: both digests stay valid."""
        return all(change.effect is ChangeEffect.WORDING for change in self.fields)


def scheme_change(old: Scheme, new: Scheme) -> SchemeChange:
    """Compare two versions of a scheme.

    An objective indicator's score counts as voided too: it is computed again.
    """
    changes = (
        *_heading_changes(old, new),
        *_rule_changes(old.rules, new.rules),
        *_input_changes(old, new),
        *_factor_changes(old, new),
        *_indicator_changes(old, new),
        *_funding_changes(old, new),
    )
    touched = {code for change in changes for code in change.indicators}
    return SchemeChange(
        fields=changes,
        voided=tuple(row.code for row in old.indicators() if row.code in touched),
        added=tuple(row.code for row in new.indicators() if row.code not in old.by_code),
        removed=tuple(row.code for row in old.indicators() if row.code not in new.by_code),
    )


_KEYS = {"minimum": "min", "maximum": "max"}
"""What a scheme file calls the fields that have another name here."""


def _heading_changes(old: Scheme, new: Scheme) -> Iterator[FieldChange]:
    for name in ("key", "title", "title_en", "source", "notice"):
        yield from _changed((name,), ChangeEffect.WORDING, getattr(old, name), getattr(new, name))


def _rule_changes(old: Rules, new: Rules) -> Iterator[FieldChange]:
    """Compare the rules; `step` is seen at the indicators that follow it."""
    for name in Rules.__dataclass_fields__:
        if name != "step":
            before, after = getattr(old, name), getattr(new, name)
            yield from _changed(("rules", name), ChangeEffect.RESULTS, before, after)


def _users_of(scheme: Scheme, key: str) -> tuple[str, ...]:
    return tuple(
        row.code
        for row in scheme.indicators()
        if row.formula is not None and key in parse(row.formula).names
    )


def _input_changes(old: Scheme, new: Scheme) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*old.input_by_key, *new.input_by_key)):
        before, after = old.input_by_key.get(key), new.input_by_key.get(key)
        users = tuple(dict.fromkeys((*_users_of(old, key), *_users_of(new, key))))
        if before is None or after is None:
            effect = ChangeEffect.VOIDS if users else ChangeEffect.WORDING
            yield FieldChange(("input", key), effect, _name(before), _name(after), users)
            continue
        yield from _input_wording(before, after)
        for name in ("unit", "kind", "values", "default", "minimum", "maximum"):
            yield from _changed(
                ("input", key, _KEYS.get(name, name)),
                ChangeEffect.VOIDS if users else ChangeEffect.WORDING,
                getattr(before, name),
                getattr(after, name),
                users,
            )


def _input_wording(before: SchemeInput, after: SchemeInput) -> Iterator[FieldChange]:
    place = ("input", before.key, "label")
    yield from _changed(place, ChangeEffect.WORDING, before.label, after.label)


def _factor_changes(old: Scheme, new: Scheme) -> Iterator[FieldChange]:
    before: Mapping[str, Factor] = {factor.code: factor for factor in old.factors}
    after: Mapping[str, Factor] = {factor.code: factor for factor in new.factors}
    for code in dict.fromkeys((*before, *after)):
        left, right = before.get(code), after.get(code)
        if left is None or right is None:
            yield FieldChange((code,), ChangeEffect.RESULTS, _name(left), _name(right))
            continue
        for name in ("name", "name_en"):
            texts = getattr(left, name), getattr(right, name)
            yield from _changed((code, name), ChangeEffect.WORDING, *texts)
        yield from _changed((code, "weight"), ChangeEffect.RESULTS, left.weight, right.weight)


def _indicator_changes(old: Scheme, new: Scheme) -> Iterator[FieldChange]:
    homes = {row.code: factor.code for factor in new.factors for row in factor.indicators}
    for factor in old.factors:
        for before in factor.indicators:
            place = (factor.code, before.code)
            after = new.by_code.get(before.code)
            if after is None:
                codes = (before.code,)
                yield FieldChange(place, ChangeEffect.VOIDS, before.name, "", codes)
                continue
            home = homes[before.code]
            yield from _changed((*place, "factor"), ChangeEffect.RESULTS, factor.code, home)
            yield from _one_indicator(before, after, place)
    for row in new.indicators():
        if row.code not in old.by_code:
            place = (homes[row.code], row.code)
            yield FieldChange(place, ChangeEffect.RESULTS, "", row.name)


def _one_indicator(
    before: Indicator, after: Indicator, place: tuple[str, ...]
) -> Iterator[FieldChange]:
    for name in ("name", "name_en"):
        texts = getattr(before, name), getattr(after, name)
        yield from _changed((*place, name), ChangeEffect.WORDING, *texts)
    by_kind = "places" if after.kind is IndicatorKind.OBJECTIVE else "step"
    for name in ("kind", "maximum", "weight", "tolerance", by_kind):
        values = getattr(before, name), getattr(after, name)
        key = _KEYS.get(name, name)
        yield from _changed((*place, key), ChangeEffect.VOIDS, *values, (before.code,))
    yield from _formula_change(before, after, place)
    yield from _level_changes(before, after, place)


def _formula_change(
    before: Indicator, after: Indicator, place: tuple[str, ...]
) -> Iterator[FieldChange]:
    """Spaces in a formula are wording: its parts and names are what counts."""
    old, new = before.formula, after.formula
    if old == new:
        return
    same = old is not None and new is not None and "".join(old.split()) == "".join(new.split())
    effect = ChangeEffect.WORDING if same else ChangeEffect.VOIDS
    codes = () if same else (before.code,)
    yield FieldChange((*place, "formula"), effect, old or "", new or "", codes)


def _level_changes(
    before: Indicator, after: Indicator, place: tuple[str, ...]
) -> Iterator[FieldChange]:
    old, new = _bounds(before.levels), _bounds(after.levels)
    yield from _changed((*place, "level"), ChangeEffect.VOIDS, old, new, (before.code,))
    if old != new:
        return
    for left, right in zip(before.levels, after.levels, strict=True):
        inside = (*place, "level", left.name)
        yield from _changed((*inside, "name"), ChangeEffect.WORDING, left.name, right.name)
        yield from _changed((*inside, "text"), ChangeEffect.WORDING, left.text, right.text)


def _bounds(levels: tuple[Level, ...]) -> tuple[Fraction, ...]:
    return tuple(level.lower for level in levels)


def _funding_changes(old: Scheme, new: Scheme) -> Iterator[FieldChange]:
    if old.funding == new.funding:
        return
    if old.funding is None or new.funding is None:
        effect = ChangeEffect.FUNDING
        yield FieldChange(("funding",), effect, _present(old.funding), _present(new.funding))
        return
    for name in old.funding.__dataclass_fields__:
        before, after = getattr(old.funding, name), getattr(new.funding, name)
        yield from _changed(("funding", name), ChangeEffect.FUNDING, before, after)


def _present(value: object) -> str:
    return "" if value is None else "+"


def _name(part: Factor | SchemeInput | None) -> str:
    match part:
        case None:
            return ""
        case Factor(name=name):
            return name
        case SchemeInput(label=label):
            return label


def _changed(
    place: tuple[str, ...],
    effect: ChangeEffect,
    before: object,
    after: object,
    indicators: tuple[str, ...] = (),
) -> Iterator[FieldChange]:
    if before != after:
        yield FieldChange(place, effect, _text(before), _text(after), indicators)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case Fraction():
            return format_exact(value)
        case str():
            return str(value)
        case tuple():
            return ", ".join(_text(item) for item in value)
        case frozenset():
            return ", ".join(sorted(_text(item) for item in value))
        case _ if hasattr(value, "__dataclass_fields__"):
            return ":".join(_text(getattr(value, name)) for name in value.__dataclass_fields__)
        case _:
            return str(value)
