"""The third dimension of rights: what each phase of the session lets anybody do and see.

`rights` says who may use a verb; a verb's group says when. A new verb is put into the
group whose sentence it fits. A file without a session knows no phases: there the table
of roles alone holds.

Source: house.md 1 (5) and 5, One law of corrections; domain.md 2.6 and 3.
"""

from collections.abc import Mapping
from enum import StrEnum

from reviewer_app.domain.person import Role
from reviewer_app.domain.rules.rights import (
    VIEWS,
    Reach,
    Rights,
    View,
    reach_of_deed,
)
from reviewer_app.domain.session import Moment, SessionPhase, SessionWay

_P = SessionPhase
_BEFORE = frozenset({_P.PREPARATION, _P.SCORING})
_UNTIL_SIGNING = frozenset({_P.PREPARATION, _P.SCORING, _P.DISCLOSURE, _P.FINAL})
_AFTER_DISCLOSURE = frozenset({_P.DISCLOSURE, _P.FINAL})
_IN_SESSION = _UNTIL_SIGNING | {_P.SIGNED}


class Group(StrEnum):
    """When a verb is used; `PHASES_OF` says what each means."""

    ANY_TIME = "any_time"
    BEFORE_SESSION = "before_session"
    SET_UP = "set_up"
    DATA = "data"
    ROOM = "room"
    BEFORE_DISCLOSURE = "before_disclosure"
    SCORES = "scores"
    REVIEW = "review"
    DECISIONS = "decisions"
    SIGNING = "signing"
    PAPERS = "papers"
    REOPENING = "reopening"


PHASES_OF: Mapping[Group, frozenset[SessionPhase]] = {
    Group.ANY_TIME: frozenset(SessionPhase),
    Group.BEFORE_SESSION: frozenset(),
    Group.SET_UP: frozenset({_P.PREPARATION}),
    Group.DATA: _UNTIL_SIGNING,
    Group.ROOM: _IN_SESSION,
    Group.BEFORE_DISCLOSURE: _BEFORE,
    Group.SCORES: frozenset({_P.SCORING}),
    Group.REVIEW: _AFTER_DISCLOSURE,
    Group.DECISIONS: _AFTER_DISCLOSURE | {_P.SIGNED},
    Group.SIGNING: frozenset({_P.SIGNED}),
    Group.PAPERS: frozenset({_P.SIGNED, _P.CLOSED}),
    Group.REOPENING: frozenset({_P.CLOSED}),
}
"""In which phases the verbs of a group may be used."""

GROUPS: Mapping[Group, tuple[str, ...]] = {
    Group.ANY_TIME: (
        *("upgrade", "edit_scheme", "edit_application", "add_attachments", "rename_attachment"),
        *("write_note", "add_phrase", "remove_phrase", "add_person", "change_setting"),
        *("set_pin", "reset_pin", "lock_evening", "check_morning", "set_budget"),
    ),
    Group.BEFORE_SESSION: ("new_workspace", "begin_session"),
    Group.SET_UP: (
        *("adopt_scheme", "import_applications", "import_reviewers", "import_assignments"),
        *("import_details", "import_metrics", "add_reviewer", "assign", "unassign"),
        *("list_experts", "clear_list", "decide_expert", "draw_panel", "answer_draw"),
        *("seat_panel", "open_scoring", "settle_ways"),
    ),
    Group.DATA: (
        *("strike_detail", "count_detail", "change_standing", "correct_input", "verify_inputs"),
        *("check_form", "recheck_form", "record_supplement", "record_credit"),
        *("record_overlap", "set_evidence", "change_reviewer", "dismiss_hint", "raise_hint"),
        *("recused", "drop_out", "undo"),
    ),
    Group.ROOM: (
        *("plan_days", "change_meeting", "mark_arrival", "mark_departure"),
        *("correct_attendance", "welcome_guest", "see_guest_out", "leave_room"),
        *("see_everybody_out", "return_to_room"),
        *("adjourn", "resume", "make_agenda", "move_agenda", "begin_item", "end_item"),
        *("drop_item", "time_step", "hold_vote"),
    ),
    Group.BEFORE_DISCLOSURE: (
        *("abstained", "absent", "bring_back", "record_statement", "choose_leader"),
        *("draw_order", "back_to_preparation"),
    ),
    Group.SCORES: (
        *("give_score", "take_back_score", "write_comment", "submit_sheet", "reopen_sheet"),
        *("skip_sheet", "take_up_sheet", "import_scores", "type_paper_score"),
        *("paste_paper_scores", "write_paper_total", "accept_paper_total"),
        *("settle_paper_score", "submit_paper_sheet", "fill_rehearsal", "open_disclosure"),
    ),
    Group.REVIEW: (
        *("explain_deviation", "disclose", "change_score", "confirm_changes", "record_vote"),
        *("write_opinion", "override_line", "open_final", "settle_results"),
        *("take_back_change", "strike_sheet"),
    ),
    Group.DECISIONS: ("state_dissent", "note_change"),
    Group.SIGNING: ("sign_document", "take_up_again", "close_session"),
    Group.PAPERS: ("issue_papers", "attach_scan"),
    Group.REOPENING: ("reconvene",),
}
"""Every verb of `rights.DEEDS`, once."""

_GROUP_OF = {verb: group for group, verbs in GROUPS.items() for verb in verbs}

LASTING = frozenset(
    {
        *("new_workspace", "upgrade", "begin_session", "draw_panel", "answer_draw", "draw_order"),
        *("open_scoring", "open_disclosure", "open_final", "back_to_preparation"),
        *("settle_results", "take_up_again", "close_session", "reconvene"),
        *("disclose", "change_score", "confirm_changes", "hold_vote", "override_line"),
        *("take_back_change", "sign_document", "issue_papers", "attach_scan", "time_step"),
        *("lock_evening", "check_morning", "set_pin"),
        *("reset_pin",),
    }
)
"""Deeds of which the record itself is the point: none of them is undone."""

_FIRST_STEPS: Mapping[str, SessionPhase] = {
    "open_final": _P.DISCLOSURE,
    "disclose": _P.DISCLOSURE,
    "settle_results": _P.FINAL,
    "override_line": _P.FINAL,
    "back_to_preparation": _P.SCORING,
}
"""Verbs that belong to one phase of their group only."""


OF_SESSION = frozenset(
    {
        *GROUPS[Group.ROOM],
        *GROUPS[Group.DECISIONS],
        *GROUPS[Group.SIGNING],
        *GROUPS[Group.PAPERS],
        *GROUPS[Group.REOPENING],
        *("record_statement", "choose_leader", "draw_panel", "answer_draw", "draw_order"),
        *("list_experts", "clear_list", "decide_expert", "seat_panel"),
        *("open_scoring", "back_to_preparation", "open_disclosure", "open_final"),
        *("disclose", "change_score", "confirm_changes", "write_opinion", "override_line"),
        *("take_back_change", "strike_sheet"),
        *("settle_results", "lock_evening", "check_morning", "settle_ways"),
        "fill_rehearsal",
    }
)
"""Verbs that have no meaning in a batch without a session."""


def is_in_time(verb: str, moment: Moment) -> bool:
    """Say whether anybody may use a verb at this moment; unknown verbs wait for a group."""
    if moment.phase is None:
        return verb not in OF_SESSION
    if verb in _FIRST_STEPS:
        return moment.phase is _FIRST_STEPS[verb]
    group = _GROUP_OF.get(verb)
    return group is not None and moment.phase in PHASES_OF[group]


def deed_reach(verb: str, role: Role, moment: Moment) -> Reach:
    """Say how far `role` may use a verb at this moment."""
    return reach_of_deed(verb, role) if is_in_time(verb, moment) else Reach.NONE


_NOBODY: Rights = {}
_OWN_SHEETS: Rights = {Role.REVIEWER: Reach.OWN, Role.LEADER: Reach.OWN}
_OWN_ENTRIES: Rights = {
    Role.SUPERVISOR: Reach.OWN,
    Role.SECRETARY: Reach.OWN,
    **_OWN_SHEETS,
}
_TO_PANEL: Rights = {
    **VIEWS[View.DISCLOSED],
    Role.REVIEWER: Reach.ALL,
    Role.LEADER: Reach.ALL,
}
_SIGNERS: Rights = {
    **VIEWS[View.SIGNING],
    Role.REVIEWER: Reach.ALL,
    Role.LEADER: Reach.ALL,
}
_AFTER_CLOSING: Rights = {**VIEWS[View.RESULTS], Role.ADMINISTRATOR: Reach.ALL}

_VIEWS_NOW: Mapping[SessionPhase, Mapping[View, Rights]] = {
    _P.PREPARATION: {View.DISCLOSED: _NOBODY, View.SIGNING: _NOBODY},
    _P.SCORING: {
        View.DISCLOSED: _NOBODY,
        View.SIGNING: _NOBODY,
        View.RESULTS: _NOBODY,
        View.SHEETS: _OWN_SHEETS,
        View.JOURNAL: _OWN_ENTRIES,
    },
    _P.DISCLOSURE: {View.DISCLOSED: _TO_PANEL},
    _P.FINAL: {View.DISCLOSED: _TO_PANEL},
    _P.SIGNED: {View.DISCLOSED: _TO_PANEL, View.SIGNING: _SIGNERS},
    _P.CLOSED: {
        View.RESULTS: _AFTER_CLOSING,
        View.REPORTS: _AFTER_CLOSING,
        View.SIGNING: _SIGNERS,
    },
}
"""Where a phase shows more or less than the table of roles: nobody sees a number of
somebody else's while scores are given, staff and supervisor included."""


def view_reach(view: View, role: Role, moment: Moment) -> Reach:
    """Say how much of a view `role` sees at this moment."""
    rights = VIEWS[view]
    if moment.phase is not None:
        rights = _VIEWS_NOW[moment.phase].get(view, rights)
    return rights.get(role, Reach.NONE)


def may_decide_anew(way: SessionWay, phase: SessionPhase) -> bool:
    """Say whether a score may change for no error, because its reviewer thinks otherwise."""
    return way is SessionWay.TWO_ROUNDS and phase is SessionPhase.FINAL
