"""The line beneath the heading: how many stand where, and what is open."""

from reviewer_app.domain.results import ResultState
from reviewer_app.i18n import Translator
from reviewer_app.queries.results import Results
from reviewer_app.words.results import state_name


def summary_text(shown: Results, _: Translator) -> str:
    """Say it in one line: "24 applications: 20 ranked, 3 pending; 1 shared rank"."""
    counts: dict[ResultState, int] = {}
    for item in shown.ranking.applications:
        counts[item.state] = counts.get(item.state, 0) + 1
    states = _(", ").join(f"{count} {state_name(state, _)}" for state, count in counts.items())
    parts = [_("{count} applications: {states}").format(count=sum(counts.values()), states=states)]
    if shown.ties:
        parts.append(_("shared ranks: {count}").format(count=len(shown.ties)))
    if shown.flags.open:
        text = _("sheets far from the others without a reason: {count}")
        parts.append(text.format(count=shown.flags.open))
    if shown.fits is not None and shown.unasked:
        parts.append(_("{count} ask for no amount").format(count=shown.unasked))
    return _("; ").join(parts)
