"""The panel in words: refusals, hints, states of paper sheets, ways out."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from reviewer_app.domain import panel_errors as e
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.results import ResultState
from reviewer_app.domain.rules.drop_out import DropOut
from reviewer_app.domain.rules.hints import Hint, Meeting
from reviewer_app.domain.rules.recusal import Effect
from reviewer_app.domain.scheme import Scheme
from reviewer_app.domain.way_out import WayOut
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.results import applied_name, listed

_PLAIN: dict[type[ReviewerError], str] = {
    e.NumberTaken: N_("There is a reviewer {number} already. Choose another number."),
    e.NumberMissing: N_("A reviewer needs a number; sheets and papers name them by it."),
    e.SubstituteSits: N_(
        "Reviewer {number} sits on these applications already and cannot take over a second"
        " sheet of them. Name somebody else."
    ),
    e.SubstituteMissing: N_("Say who takes over: number and name."),
    e.SamePerson: N_(
        "{name} typed the sheet of reviewer {reviewer} for application {application} first. The"
        " second entry must be typed by somebody else."
    ),
    e.EntryTaken: N_(
        "{name} began this entry of the sheet of reviewer {reviewer} for application"
        " {application}. Only they go on with it."
    ),
    e.FirstEntryOpen: N_(
        "The sheet of reviewer {reviewer} for application {application} is not typed whole yet:"
        " the second entry comes after the first."
    ),
    e.ScoredOnScreen: N_(
        "Reviewer {reviewer} scores application {application} at a PC already. A paper sheet"
        " must not cross it."
    ),
    e.BlockTooWide: N_(
        "The block is {found} cells, from here there is room for {room}. Nothing was pasted."
    ),
}

_MEETINGS = {
    Meeting.APPLICANT: N_("applicant {found}"),
    Meeting.USER: N_("user {found}"),
    Meeting.OWNER: N_("owner of intellectual property {found}"),
    Meeting.FURTHER: N_("{place}: {found}"),
}

_WAYS = {
    WayOut.KEEP: N_("Keep the submitted sheets"),
    WayOut.VOID: N_("Void all sheets"),
    WayOut.SUBSTITUTE: N_("A substitute scores everything"),
}

_BAD_SHOWN = 5


def panel_sentence(error: ReviewerError, _: Translator) -> str | None:
    """Say a refusal of this module's errors, None of others."""
    plain = _PLAIN.get(type(error))
    if plain is not None:
        return _(plain).format(**vars(error))
    match error:
        case e.SheetsBegun():
            text = _("Work has begun on these sheets, so they stay: {sheets}. Nothing was changed.")
            return text.format(sheets=listed((" · ".join(pair) for pair in error.pairs), _))
        case e.EntriesDiffer():
            return _differ(error, _)
        case e.BadCells():
            return _bad_cells(error, _)
        case _:
            return None


def _differ(error: e.EntriesDiffer, _: Translator) -> str:
    if error.count == 0:
        text = _("The sheet of {reviewer} for {application} is not typed twice yet.")
    else:
        text = _(
            "The sheet of {reviewer} for {application} has {count} open differences. Look at the"
            " paper and settle them."
        )
    return text.format(reviewer=error.reviewer, application=error.application, count=error.count)


def _bad_cells(error: e.BadCells, _: Translator) -> str:
    shown = [_bad_cell(cell, _) for cell in error.cells[:_BAD_SHOWN]]
    if len(error.cells) > _BAD_SHOWN:
        shown.append(_("… and {count} more").format(count=len(error.cells) - _BAD_SHOWN))
    return _("{cells} Nothing was written.").format(cells=" ".join(shown))


def _bad_cell(cell: e.BadCell, _: Translator) -> str:
    text = _(
        "{application} · {reviewer} · {indicator}: “{found}” is no score from 0 to {maximum} in"
        " steps of {step}."
    )
    return text.format(
        application=cell.application,
        reviewer=cell.reviewer,
        indicator=cell.indicator or _("total on paper"),
        found=cell.found,
        maximum=cell.maximum,
        step=cell.step,
    )


def hint_text(hint: Hint, _: Translator) -> str:
    """Say where a reviewer's organisation meets the application."""
    if hint.is_former:
        text = _("formerly at {organisation} — {where}")
    else:
        text = _("at {organisation} — {where}")
    where = _(_MEETINGS[hint.meeting]).format(found=hint.found, place=hint.place)
    return text.format(organisation=hint.organisation, where=where)


def way_name(way: WayOut, _: Translator) -> str:
    """Name a way out."""
    return _(_WAYS[way])


def drop_out_lines(found: DropOut, scheme: Scheme, _: Translator) -> tuple[str, ...]:
    """Say what a way out does, the sheets first, then the results."""
    return (*_sheet_lines(found, _), *_result_lines(found, scheme, _))


def blind_drop_out_lines(found: DropOut, scheme: Scheme, _: Translator) -> tuple[str, ...]:
    """Say what a way out does to sheets and quorum, as long as ranks are nobody's to see."""
    return (*_sheet_lines(found, _), *_short_lines(found, scheme, _))


def _short_lines(found: DropOut, scheme: Scheme, _: Translator) -> Iterator[str]:
    if found.short:
        text = _("These can no longer reach the quorum of {quorum}: {numbers}.")
        yield text.format(quorum=scheme.rules.quorum, numbers=_shortened(found.short, _))


def _sheet_lines(found: DropOut, _: Translator) -> Iterator[str]:
    match found.way:
        case WayOut.KEEP:
            yield _("Submitted sheets that go on counting: {count}.").format(count=len(found.kept))
        case WayOut.VOID | WayOut.SUBSTITUTE:
            text = _("Submitted sheets that no longer count: {count}.")
            yield text.format(count=len(found.voided))
        case _:
            assert_never(found.way)
    yield _("Sheets not submitted, which become absent: {count}.").format(count=len(found.open))
    if found.way is WayOut.SUBSTITUTE:
        yield _("The substitute scores every application again from the beginning.")


def _result_lines(found: DropOut, scheme: Scheme, _: Translator) -> Iterator[str]:
    yield from _short_lines(found, scheme, _)
    lost = [item for item in found.effects if _falls_below(item)]
    method = [item for item in found.effects if item.changes_method and item not in lost]
    waiting = [
        item
        for item in found.effects
        if item.changes_state and item not in lost and item.after.state is ResultState.PENDING
    ]
    moved = [item for item in found.effects if item.before.rank != item.after.rank]
    if lost:
        text = _("Below the quorum of {quorum}: {numbers}.")
        yield text.format(quorum=scheme.rules.quorum, numbers=_numbers(lost, _))
    if waiting:
        yield _("Without a result until the substitute has scored: {numbers}.").format(
            numbers=_numbers(waiting, _)
        )
    for item in method[:_BAD_SHOWN]:
        text = _("{number}: {before} becomes {after}.")
        yield text.format(
            number=item.number,
            before=applied_name(item.before.applied, _),
            after=applied_name(item.after.applied, _),
        )
    if len(method) > _BAD_SHOWN:
        yield _("… and {count} more").format(count=len(method) - _BAD_SHOWN)
    yield _("Applications whose rank changes: {count}.").format(count=len(moved))


def _falls_below(effect: Effect) -> bool:
    state = ResultState.BELOW_QUORUM
    return effect.changes_state and effect.after.state is state


def _numbers(effects: list[Effect], _: Translator) -> str:
    return _shortened([item.number for item in effects], _)


def _shortened(numbers: Sequence[str], _: Translator) -> str:
    shown = list(numbers[:_BAD_SHOWN])
    if len(numbers) > _BAD_SHOWN:
        shown.append(_("… and {count} more").format(count=len(numbers) - _BAD_SHOWN))
    return listed(shown, _)
