"""How one application came to its place, line by line."""

from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.domain.results import ApplicationResult, Ranking
from reviewer_app.domain.rules.explanation import explain
from reviewer_app.i18n import Translator
from reviewer_app.words.explanation import Part, explanation_lines, explanation_parts


def explanation_of(ranking: Ranking, number: str, _: Translator) -> tuple[str, ...]:
    """Explain one result, from every reviewer's number to the final position.

    Raises:
        UnknownNumber: no such application.
    """
    result = _result(ranking, number)
    return explanation_lines(explain(ranking.scheme, result), ranking.scheme, _)


def explanation_in_parts(
    ranking: Ranking, number: str, _: Translator, *, with_sheets: bool
) -> tuple[Part, ...]:
    """Explain one result under headings; without single sheets for who may not see them.

    Raises:
        UnknownNumber: no such application.
    """
    told = explain(ranking.scheme, _result(ranking, number))
    return explanation_parts(told, ranking.scheme, _, with_sheets=with_sheets)


def _result(ranking: Ranking, number: str) -> ApplicationResult:
    for result in ranking.applications:
        if result.number == number:
            return result
    raise UnknownNumber("application", number)
