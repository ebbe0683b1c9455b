"""The ranking as a table of plain text, for a terminal."""

import unicodedata
from collections.abc import Iterator

from reviewer_app.domain.points import Points, format_points
from reviewer_app.domain.results import ApplicationResult, Ranking
from reviewer_app.i18n import Translator
from reviewer_app.words.results import state_name, why_sentence


def ranking_lines(ranking: Ranking, _: Translator) -> Iterator[str]:
    """Give the table line by line: head, applications, method."""
    places = ranking.scheme.rules.places
    header = [_("Rank"), _("No."), _("Application"), _("Score"), _("Sheets"), _("State")]
    rows = [_cells(result, places, _) for result in ranking.applications]
    widths = [max(_width(row[column]) for row in [header, *rows]) for column in range(len(header))]
    yield ranking.batch
    for row in [header, *rows]:
        yield "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
    for result in ranking.applications:
        for why in result.why:
            yield f"{result.number}: {why_sentence(why, ranking.scheme, _)}"


def _cells(result: ApplicationResult, places: int, _: Translator) -> list[str]:
    return [
        "—" if result.rank is None else str(result.rank),
        result.number,
        _shortened(result.name),
        _points(result.score, places),
        f"{result.counted}/{result.sheets}",
        state_name(result.state, _),
    ]


def _points(value: Points | None, places: int) -> str:
    return "—" if value is None else format_points(value, places)


def _shortened(name: str) -> str:
    clean = "".join(sign for sign in name if sign.isprintable())
    return clean if len(clean) <= 30 else clean[:29] + "…"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
