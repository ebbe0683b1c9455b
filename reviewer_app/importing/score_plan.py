"""What the sheets of a scores file would change in the batch.

Submitted sheets are never changed; a state is set only on a sheet without scores in the
same file. Source: contract.md 3.
"""

from collections.abc import Sequence
from functools import cache, partial

from reviewer_app.domain.plans import Change, Payload, Present, ScoreRow, StateRow
from reviewer_app.domain.problem_kinds import ProblemKind
from reviewer_app.domain.rules.scoring import unexplained
from reviewer_app.domain.sheet import SheetState
from reviewer_app.importing.draft import Draft
from reviewer_app.importing.findings import Findings
from reviewer_app.importing.scores import ScoreReader, SheetRows, score_text, suggestions
from reviewer_app.importing.table import Row, Table


def plan_scores(
    table: Table, rows: Sequence[Row], present: Present, findings: Findings, *, submit: bool
) -> Draft:
    """Compare the sheets of a file with those of the batch."""
    planner = _Planner(present, findings, submit=submit)
    for sheet in ScoreReader(table, present, findings).sheets(rows):
        planner.take(sheet)
    return planner.finished()


class _Planner:
    """Gathers the plan sheet by sheet."""

    def __init__(self, present: Present, findings: Findings, *, submit: bool) -> None:
        self._present = present
        self._findings = findings
        self._submit = submit
        self._suggestions = cache(partial(suggestions, present))
        self._draft = Draft()
        self._scores: list[ScoreRow] = []
        self._states: list[StateRow] = []
        self._submissions: list[tuple[str, str]] = []

    def finished(self) -> Draft:
        """Give the draft with everything taken so far."""
        self._draft.payload = Payload(
            scores=tuple(self._scores),
            states=tuple(self._states),
            submissions=tuple(self._submissions),
        )
        return self._draft

    def take(self, sheet: SheetRows) -> None:
        """Plan one sheet by the state it is in."""
        state = self._present.sheets.get(sheet.pair, SheetState.PENDING)
        if sheet.states:
            self._take_state(sheet, state)
        elif not state.is_open and not state.counts:
            if sheet.scores:
                self._refuse(sheet, ProblemKind.SHEET_NOT_OPEN, found=state.value)
        elif state.counts:
            self._compare_submitted(sheet)
        else:
            self._take_scores(sheet)

    def _refuse(self, sheet: SheetRows, kind: ProblemKind, *, found: str = "") -> None:
        facts = {"application": sheet.application, "reviewer": sheet.reviewer}
        self._findings.error(kind, sheet.first_row, found=found, facts=facts)

    def _take_state(self, sheet: SheetRows, before: SheetState) -> None:
        if sheet.scores or len(sheet.states) > 1:
            self._refuse(sheet, ProblemKind.STATE_AND_SCORES)
            return
        state = next(iter(sheet.states))
        if before.counts:
            self._refuse(sheet, ProblemKind.STATE_SUBMITTED, found=state.value)
        elif before is state:
            self._draft.unchanged.append(_subject(sheet))
        elif not sheet.is_bad:
            self._states.append(StateRow(*sheet.pair, state, sheet.reason))
            line = Change(_subject(sheet), "状态", _state_text(before), _state_text(state))
            is_new = before is SheetState.PENDING
            (self._draft.new if is_new else self._draft.changed).append(line)

    def _differences(self, sheet: SheetRows) -> list[tuple[str, str, str]]:
        """Give (indicator, before, after) for each score and comment that differs."""
        found = []
        for code, value in sheet.scores.items():
            indicator = self._present.scheme.by_code[code]
            before = self._present.scores.get((*sheet.pair, code))
            if before != value:
                text = "" if before is None else score_text(indicator, before)
                found.append((code, text, score_text(indicator, value)))
        for code, text in sheet.comments.items():
            before_text = self._present.comments.get((*sheet.pair, code), "")
            if before_text != text:
                found.append((f"{code} 意见", before_text, text))
        return found

    def _compare_submitted(self, sheet: SheetRows) -> None:
        differences = self._differences(sheet)
        subject = _subject(sheet)
        self._draft.kept += [Change(subject, *line) for line in differences]
        if not differences:
            self._draft.unchanged.append(subject)

    def _take_scores(self, sheet: SheetRows) -> None:
        differences = self._differences(sheet)
        subject = _subject(sheet)
        stored = self._stored(sheet)
        if differences and not stored:
            texts = (f"{code} {after}" for code, _, after in differences)
            self._draft.new.append(Change(subject, after=" · ".join(texts)))
        elif differences:
            self._draft.changed += [Change(subject, *line) for line in differences]
        elif sheet.scores or sheet.comments:
            self._draft.unchanged.append(subject)
        self._add_rows(sheet)
        self._check_submission(sheet, stored)

    def _stored(self, sheet: SheetRows) -> dict[str, int]:
        """Give the scores the sheet has in the batch."""
        if sheet.pair not in self._present.sheets:
            return {}
        scores = self._present.scores
        return {
            row.code: value
            for row in self._present.scheme.on_sheet
            if (value := scores.get((*sheet.pair, row.code))) is not None
        }

    def _add_rows(self, sheet: SheetRows) -> None:
        for code in {**sheet.scores, **sheet.comments}:
            value = sheet.scores.get(code)
            if value == self._present.scores.get((*sheet.pair, code)):
                value = None
            comment = sheet.comments.get(code, "")
            if comment == self._present.comments.get((*sheet.pair, code), ""):
                comment = ""
            if value is not None or comment:
                self._scores.append(ScoreRow(*sheet.pair, code, value, comment))

    def _check_submission(self, sheet: SheetRows, stored: dict[str, int]) -> None:
        """Say what keeps a sheet from being submitted."""
        scores = {**stored, **sheet.scores}
        missing = [row.code for row in self._present.scheme.on_sheet if row.code not in scores]
        without = self._without_reason(sheet, scores)
        facts = {"application": sheet.application, "reviewer": sheet.reviewer}
        say = self._findings.error if self._submit else self._findings.note
        if without:
            facts["indicators"] = "、".join(without)
            say(ProblemKind.REASON_MISSING, sheet.first_row, facts=facts)
        if not self._submit or sheet.is_bad:
            return
        if missing:
            facts["missing"] = "、".join(missing)
            self._findings.error(ProblemKind.SHEET_INCOMPLETE, sheet.first_row, facts=facts)
        elif not without:
            self._submissions.append(sheet.pair)

    def _without_reason(self, sheet: SheetRows, scores: dict[str, int]) -> tuple[str, ...]:
        """Give the assisted indicators scored far from the suggestion without a comment."""
        assisted = [row.code for row in self._present.scheme.on_sheet if row.tolerance is not None]
        if not scores.keys() & set(assisted):
            return ()
        known = self._suggestions(sheet.application)
        stored = self._present.comments
        comments = {
            code: sheet.comments.get(code) or stored.get((*sheet.pair, code), "")
            for code in assisted
        }
        return unexplained(self._present.scheme, known, scores, comments)


def _subject(sheet: SheetRows) -> str:
    return f"{sheet.application} · {sheet.reviewer}"


_STATE_TEXTS = {
    SheetState.RECUSED: "回避",
    SheetState.ABSTAINED: "弃权",
    SheetState.ABSENT: "缺席",
}


def _state_text(state: SheetState) -> str:
    return _STATE_TEXTS.get(state, "")
