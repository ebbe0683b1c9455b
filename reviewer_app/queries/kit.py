"""The papers to print before the meeting: which, what each lacks, how many pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reviewer_app.domain.drawing import DrawPurpose
from reviewer_app.domain.kit import KIT, KitGap, KitLine, KitPart
from reviewer_app.domain.results import ApplicationResult, ResultState
from reviewer_app.domain.rules.rights import Reach, View
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.report import ReportOrder, report_facts
from reviewer_app.reports import catalogue
from reviewer_app.reports.facts import Need
from reviewer_app.storage import agenda, draws, people, sessions
from reviewer_app.workspace import Workspace

_GONE = (ResultState.WITHDRAWN, ResultState.INELIGIBLE)


def kit_lines(workspace: Workspace) -> tuple[KitLine, ...]:
    """Give the papers of the kit in the order of their files.

    Raises:
        NotAllowed: not for this role.
    """
    workspace.require_view(View.REPORTS)
    gaps = _gaps(workspace)
    lines = [
        KitLine(key, catalogue.report(key).number, part, gaps.get(key, ()))
        for part, keys in KIT
        for key in keys
    ]
    return tuple(sorted(lines, key=lambda line: line.number))


def looked_over(workspace: Workspace, order: ReportOrder) -> tuple[KitLine, ...]:
    """Give the papers with their pages and the characters no font has; nothing is written.

    It draws every page and belongs into the background.
    """
    from reviewer_app.reports.fonts import missing_glyphs
    from reviewer_app.reports.pdf import pdf_bytes, texts
    from reviewer_app.reports.pdf_pages import pages_in

    lines = kit_lines(workspace)
    keys = [line.key for line in lines if line.is_open]
    needs = frozenset[Need]().union(*(catalogue.report(key).needs for key in keys))
    facts = report_facts(workspace, order, None, needs)
    found = []
    for line in lines:
        if not line.is_open:
            found.append(line)
            continue
        document = catalogue.build(line.key, facts)
        pages = pages_in(pdf_bytes(document, allow_missing=True))
        found.append(replace(line, pages=pages, missing=missing_glyphs(texts(document))))
    return tuple(found)


def _gaps(workspace: Workspace) -> Mapping[str, tuple[KitGap, ...]]:
    """Say what each paper lacks."""
    found: dict[str, list[KitGap]] = {}
    for keys, gap in _lacking(workspace):
        for key in keys:
            found.setdefault(key, []).append(gap)
    return {key: tuple(gaps) for key, gaps in found.items()}


def _lacking(workspace: Workspace) -> Iterator[tuple[tuple[str, ...], KitGap]]:
    store = workspace.store
    session = sessions.load_session(store)
    drawn = {draw.purpose for draw in draws.load_draws(store)}
    if not people.reviewer_keys(store):
        members = ("attendance", "pledge", "blank-sheets", "tally")
        yield members, KitGap.NO_REVIEWERS
    if DrawPurpose.PANEL not in drawn:
        yield ("draw",), KitGap.NO_DRAW
    if DrawPurpose.ORDER not in drawn:
        yield ("agenda",), KitGap.NO_ORDER
    if not agenda.load_agenda(store):
        yield ("agenda",), KitGap.NO_AGENDA
    if session is None or not session.plan.place:
        yield ("attendance", "agenda", "opinions", "emergency"), KitGap.NO_PLACE
    yield from _of_scores(workspace)


def _of_scores(workspace: Workspace) -> Iterator[tuple[tuple[str, ...], KitGap]]:
    """Say what keeps a paper with scores back, and what lacks computed points."""
    with_scores = tuple(
        key for _part, keys in KIT for key in keys if catalogue.report(key).shows_results
    )
    is_kept = workspace.moment.phase is not None and workspace.sees(View.RESULTS) is not Reach.ALL
    if is_kept:
        yield with_scores, KitGap.NOT_NOW
    results = [one for one in ranking(workspace).applications if one.state not in _GONE]
    objective = [row.code for row in workspace.scheme().indicators() if not row.is_on_sheet]
    if any(not _is_computed(one, code) for one in results for code in objective):
        yield ("blank-sheets",), KitGap.NO_DATA
    if not is_kept and any(one.counted for one in results):
        yield with_scores, KitGap.SHOWS_SCORES


def _is_computed(result: ApplicationResult, code: str) -> bool:
    found = result.computed.get(code)
    return found is not None and found.value is not None


def parts_of(lines: tuple[KitLine, ...]) -> Iterator[tuple[KitPart, tuple[KitLine, ...]]]:
    """Give the papers by what they are for, in the order of the kit."""
    for part, _keys in KIT:
        yield part, tuple(line for line in lines if line.part is part)
