"""How one application came to its place, line by line."""

from reviewer_app.domain.errors import UnknownNumber
from reviewer_app.domain.results import Ranking
from reviewer_app.domain.rules.explanation import explain
from reviewer_app.i18n import Translator
from reviewer_app.words.explanation import explanation_lines


def explanation_of(ranking: Ranking, number: str, _: Translator) -> tuple[str, ...]:
    """Explain one result, from every reviewer's number to the final position.

    Raises:
        UnknownNumber: no such application.
    """
    for result in ranking.applications:
        if result.number == number:
            return explanation_lines(explain(ranking.scheme, result), ranking.scheme, _)
    raise UnknownNumber("application", number)
