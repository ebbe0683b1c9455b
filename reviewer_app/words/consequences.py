"""What a recusal, an absence or a withdrawal changes, before and after, in words."""

from reviewer_app.domain.points import format_points
from reviewer_app.domain.results import ResultState
from reviewer_app.domain.rules.outlook import Outlook
from reviewer_app.domain.rules.recusal import Change, Consequence, Effect, Position, SheetChange
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from reviewer_app.words.results import applied_name, listed, sheet_state_name, state_name


def consequence_lines(consequence: Consequence, scheme: Scheme, _: Translator) -> tuple[str, ...]:
    """Say before and after of a change, first of the application it touches."""
    places = scheme.rules.places
    lines = [_change_line(consequence.change, _), *_effect_lines(consequence.touched, places, _)]
    if consequence.others:
        numbers = listed((effect.number for effect in consequence.others), _)
        text = _("The method of other applications changes too: {numbers}.")
        lines.append(text.format(numbers=numbers))
    for effect in consequence.others:
        lines += _effect_lines(effect, places, _)
    return tuple(lines)


def outlook_line(before: Outlook, after: Outlook, scheme: Scheme, _: Translator) -> str:
    """Say what method and quorum come to when all open sheets are in."""
    text = _(
        "When all open sheets are in: {before} sheets count now ({method}), then {after}"
        " ({new_method}); the quorum is {quorum}."
    ).format(
        before=before.possible,
        method=applied_name(before.applied, _),
        after=after.possible,
        new_method=applied_name(after.applied, _),
        quorum=scheme.rules.quorum,
    )
    if after.is_enough:
        return text
    return _("{sentence} The quorum cannot be reached any more.").format(sentence=text)


def _change_line(change: Change, _: Translator) -> str:
    if isinstance(change, SheetChange):
        text = _("Sheet of {reviewer} for {application}: {state}.")
        state = sheet_state_name(change.state, _)
        return text.format(reviewer=change.reviewer, application=change.application, state=state)
    text = _("Application {application}: {standing}.")
    names = {
        "active": _("taking part"),
        "withdrawn": state_name(ResultState.WITHDRAWN, _),
        "ineligible": state_name(ResultState.INELIGIBLE, _),
    }
    return text.format(application=change.application, standing=names[change.standing.value])


def _effect_lines(effect: Effect, places: int, _: Translator) -> tuple[str, str]:
    before = _("{number} before: {position}").format(
        number=effect.number, position=_position_text(effect.before, places, _)
    )
    after = _("{number} after: {position}").format(
        number=effect.number, position=_position_text(effect.after, places, _)
    )
    return before, after


def _position_text(position: Position, places: int, _: Translator) -> str:
    score = "–" if position.provisional is None else format_points(position.provisional, places)
    place = state_name(position.state, _)
    if position.rank is not None:
        place = _("rank {rank}").format(rank=position.rank)
    return _("{counted} of {sheets} sheets count, {applied}, score {score}, {place}.").format(
        counted=position.counted,
        sheets=position.sheets,
        applied=applied_name(position.applied, _),
        score=score,
        place=place,
    )
