"""Refusals around results and their history; `words.result_errors` makes the sentences."""

from reviewer_app.domain.errors import BadInput, Refused


class NotFlagged(Refused):
    """A reason was given for a sheet that is not far from the others."""

    def __init__(self, reviewer: str, application: str) -> None:
        super().__init__(reviewer, application)
        self.reviewer = reviewer
        self.application = application


class StatementTooShort(BadInput):
    """A reason for a score far from the others is written out, not hinted at."""

    def __init__(self, found: int, expected: int) -> None:
        super().__init__(found, expected)
        self.found = found
        self.expected = expected


class ThePastStays(Refused):
    """A batch shown as it was takes no changes; `at` is the moment it is shown at."""

    def __init__(self, at: str) -> None:
        super().__init__(at)
        self.at = at


class BadAmount(BadInput):
    """What was typed is no amount of money."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found
