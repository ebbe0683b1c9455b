"""Pieces that several reports share: cells, heads of forms, places to sign."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from reviewer_app.domain.document import Block, Cell, Document, Fact, Number, Orientation
from reviewer_app.domain.points import (
    decimals_of,
    format_exact,
    format_points,
    from_hundredths,
)
from reviewer_app.domain.scheme import Factor, Indicator, Scheme
from reviewer_app.i18n import Translator
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.words.name_order import official_order
from reviewer_app.words.reports import DASH, page_words


def document(
    facts: ReportFacts,
    identity: tuple[str, str, str],
    orientation: Orientation,
    blocks: Sequence[Block],
) -> Document:
    """Put blocks under a title; `identity` is number, key and title."""
    number, key, title = identity
    return Document(
        key=key,
        number=number,
        title=facts.marked(title),
        subtitle=facts.ranking.batch,
        edition=facts.edition,
        language=facts.translator.language,
        orientation=orientation,
        blocks=tuple(blocks),
        sequence=facts.ranking.sequence,
        words=page_words(facts.translator, is_rehearsal=facts.is_rehearsal),
        printed=facts.printed,
        software=facts.software,
    )


def result_cell(value: Fraction | None, places: int) -> Cell:
    """Print a published value, a dash where there is none."""
    return DASH if value is None else _result(value.numerator, value.denominator, places)


@lru_cache(maxsize=100_000)
def _result(upper: int, lower: int, places: int) -> Number:
    return Number(format_points(Fraction(upper, lower), places))


def score_cell(indicator: Indicator, score: int | None, mark: str = "") -> Cell:
    """Print a reviewer's score with the decimals of its step."""
    if score is None:
        return DASH
    return _score(score, decimals_of(indicator.step), mark)


@lru_cache(maxsize=100_000)
def _score(score: int, places: int, mark: str) -> Number:
    return Number(format_points(from_hundredths(score), places), mark)


def count_cell(count: int) -> Number:
    """Print a whole number."""
    return Number(str(count))


def text_cell(text: str) -> str:
    """Print text, a dash where there is none: a form has no blank cells."""
    return text or DASH


def factor_name(factor: Factor, facts: ReportFacts) -> str:
    """Name a factor in the language of the report."""
    return _named(factor, facts.translator.language)


def indicator_name(indicator: Indicator, facts: ReportFacts) -> str:
    """Name an indicator in the language of the report."""
    return _named(indicator, facts.translator.language)


def _named(thing: Factor | Indicator, language: str) -> str:
    return (thing.name_en if language == "en" else "") or thing.name


def scheme_title(facts: ReportFacts) -> str:
    """Name the scheme in the language of the report."""
    scheme = facts.ranking.scheme
    english = scheme.title_en if facts.translator.language == "en" else ""
    return english or scheme.title


def scheme_fact(facts: ReportFacts) -> Fact:
    """Name the scheme and its digest."""
    _ = facts.translator
    return Fact(_("Scoring scheme"), f"{scheme_title(facts)} · {facts.ranking.scheme.digest[:12]}")


def factor_maximum(factor: Factor) -> str:
    """Write the most a factor can give to the result, after its weight."""
    most = sum((row.weight * row.maximum for row in factor.indicators), Fraction(0))
    return format_exact(factor.weight * most)


def maximum(indicator: Indicator) -> str:
    """Write the most an indicator can give on a sheet."""
    return format_exact(indicator.maximum)


def pass_line(scheme: Scheme, _: Translator) -> str:
    """Say the pass lines, a dash without any."""
    rules = scheme.rules
    lines = [] if rules.pass_total is None else [_line(_("total"), rules.pass_total, _)]
    lines += [_line(code, least, _) for code, least in rules.pass_factor]
    return _("; ").join(lines) or DASH


def _line(name: str, least: Fraction, _: Translator) -> str:
    return _("{name} at least {least}").format(name=name, least=format_exact(least))


def panel_places(facts: ReportFacts) -> tuple[str, ...]:
    """Give the lines the whole panel signs: the leader, by strokes, then the witnesses."""
    _ = facts.translator
    places = [
        (_("Leader {name}") if reviewer.leader else _("Reviewer {name}")).format(name=reviewer.name)
        for reviewer in official_order(facts.reviewers)
    ]
    return (*places, _("Supervisor"), _("Secretary"))


def date_words(_: Translator) -> str:
    """Give the blank for a date beside a signature."""
    return _("Date: ____-__-__")
