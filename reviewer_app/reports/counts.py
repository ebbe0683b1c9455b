"""What is counted for the minutes and the work report."""

from collections import Counter
from dataclasses import dataclass

from reviewer_app.domain.results import Ranking, ResultState
from reviewer_app.domain.sheet import SheetState


@dataclass(frozen=True, slots=True)
class Counts:
    """Sheets by state and applications by where they stand; `reviewed` had a panel."""

    sheets: int
    counted: int
    recused: int
    abstained: int
    absent: int
    open: int
    applications: int
    withdrawn: int
    ineligible: int
    ranked: int
    passing: int

    @property
    def reviewed(self) -> int:
        """Applications that neither were withdrawn nor found ineligible."""
        return self.applications - self.withdrawn - self.ineligible

    def texts(self) -> dict[str, str]:
        """Give the counts as the texts of papers name them."""
        names = (name for name in self.__slots__)
        found = {name: str(getattr(self, name)) for name in names}
        return found | {
            "reviewed": str(self.reviewed),
            "unranked": str(self.reviewed - self.ranked),
            "total": str(self.applications),
            "count": str(self.reviewed),
        }


def counts_of(ranking: Ranking) -> Counts:
    """Count a ranking; sheets of applications that dropped out are left aside."""
    results = ranking.applications
    standing = Counter(result.state for result in results)
    out = (ResultState.WITHDRAWN, ResultState.INELIGIBLE)
    reviewed = [result for result in results if result.state not in out]
    sheets = Counter(row.state for result in reviewed for row in result.reviewers)
    return Counts(
        sheets=sheets.total(),
        counted=sum(count for state, count in sheets.items() if state.counts),
        recused=sheets[SheetState.RECUSED],
        abstained=sheets[SheetState.ABSTAINED],
        absent=sheets[SheetState.ABSENT],
        open=sum(count for state, count in sheets.items() if state.is_open),
        applications=len(results),
        withdrawn=standing[ResultState.WITHDRAWN],
        ineligible=standing[ResultState.INELIGIBLE],
        ranked=standing[ResultState.RANKED],
        passing=sum(bool(result.passes) for result in results),
    )
