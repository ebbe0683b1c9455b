"""Who may do and see what: the one table, asked where verbs and queries run.

In a batch with a session `phases` adds when.

Source: house.md 1 and 2; domain.md 3.
"""

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from reviewer_app.domain.person import Role


class Reach(IntEnum):
    """How far a right goes: nowhere, to what is one's own, to everything."""

    NONE = 0
    OWN = 1
    ALL = 2


class View(StrEnum):
    """What can be seen; each query asks for one of these."""

    SETUP = "setup"
    APPLICATIONS = "applications"
    REVIEWERS = "reviewers"
    PROGRESS = "progress"
    SHEETS = "sheets"
    RESULTS = "results"
    REPORTS = "reports"
    JOURNAL = "journal"
    SESSION = "session"
    DISCLOSED = "disclosed"
    PAPER = "paper"
    SIGNING = "signing"


_ADMIN, _STAFF, _REVIEWER, _LEADER, _SUPERVISOR, _BUREAU, _OBSERVER = (
    Role.ADMINISTRATOR,
    Role.SECRETARY,
    Role.REVIEWER,
    Role.LEADER,
    Role.SUPERVISOR,
    Role.BUREAU_LEADER,
    Role.OBSERVER,
)

Rights = Mapping[Role, Reach]

_BY_STAFF: Rights = {_STAFF: Reach.ALL}
_BY_SET_UP: Rights = {_STAFF: Reach.ALL, _ADMIN: Reach.ALL}
_ON_SHEETS: Rights = {_STAFF: Reach.ALL, _REVIEWER: Reach.OWN, _LEADER: Reach.OWN}
_BY_PANEL: Rights = {_REVIEWER: Reach.OWN, _LEADER: Reach.OWN}
_BY_DRAWERS: Rights = {_STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL}
_ON_RECORD: Rights = {**_ON_SHEETS, _SUPERVISOR: Reach.OWN, _BUREAU: Reach.OWN}
_BY_AUTHORITY: Rights = {_SUPERVISOR: Reach.ALL, _BUREAU: Reach.ALL}

DEEDS: Mapping[str, Rights] = {
    "new_workspace": _BY_SET_UP,
    "upgrade": _BY_SET_UP,
    "adopt_scheme": _BY_STAFF,
    "edit_scheme": _BY_STAFF,
    "import_applications": _BY_STAFF,
    "import_reviewers": _BY_STAFF,
    "import_assignments": _BY_STAFF,
    "import_metrics": _BY_STAFF,
    "import_details": _BY_STAFF,
    "import_scores": _BY_STAFF,
    "strike_detail": _BY_STAFF,
    "count_detail": _BY_STAFF,
    "change_standing": _BY_STAFF,
    "edit_application": _BY_STAFF,
    "correct_input": _BY_STAFF,
    "verify_inputs": _BY_STAFF,
    "check_form": _BY_STAFF,
    "recheck_form": _BY_STAFF,
    "record_supplement": _BY_STAFF,
    "record_credit": _BY_STAFF,
    "record_overlap": _BY_STAFF,
    "add_attachments": _BY_STAFF,
    "rename_attachment": _BY_STAFF,
    "set_evidence": _BY_STAFF,
    "record_vote": _BY_STAFF,
    "explain_deviation": _ON_SHEETS,
    "set_budget": _BY_STAFF,
    "recused": _ON_SHEETS,
    "abstained": _ON_SHEETS,
    "absent": _BY_STAFF,
    "bring_back": _BY_STAFF,
    "give_score": _ON_SHEETS,
    "take_back_score": _ON_SHEETS,
    "write_comment": _ON_SHEETS,
    "submit_sheet": _ON_SHEETS,
    "reopen_sheet": _ON_SHEETS,
    "write_note": _BY_PANEL,
    "skip_sheet": _BY_PANEL,
    "take_up_sheet": _BY_PANEL,
    "add_phrase": _BY_PANEL,
    "remove_phrase": _BY_PANEL,
    "add_person": _BY_SET_UP,
    "change_setting": _BY_SET_UP,
    "add_reviewer": _BY_STAFF,
    "change_reviewer": _BY_STAFF,
    "assign": _BY_STAFF,
    "unassign": _BY_STAFF,
    "dismiss_hint": _BY_STAFF,
    "raise_hint": _BY_STAFF,
    "drop_out": _BY_STAFF,
    "type_paper_score": _BY_STAFF,
    "paste_paper_scores": _BY_STAFF,
    "write_paper_total": _BY_STAFF,
    "accept_paper_total": _BY_STAFF,
    "settle_paper_score": _BY_STAFF,
    "submit_paper_sheet": _BY_STAFF,
    "undo": dict.fromkeys(Role, Reach.OWN),
    "begin_session": _BY_STAFF,
    "plan_days": _BY_STAFF,
    "change_meeting": _BY_STAFF,
    "settle_ways": _BY_STAFF,
    "mark_arrival": _BY_STAFF,
    "mark_departure": _BY_STAFF,
    "correct_attendance": _BY_STAFF,
    "welcome_guest": _BY_STAFF,
    "see_guest_out": _BY_STAFF,
    "see_everybody_out": _BY_STAFF,
    "leave_room": _BY_STAFF,
    "return_to_room": _BY_STAFF,
    "adjourn": _BY_STAFF,
    "resume": _BY_STAFF,
    "record_statement": _ON_SHEETS,
    "list_experts": _BY_STAFF,
    "clear_list": _BY_STAFF,
    "decide_expert": _BY_STAFF,
    "draw_panel": _BY_DRAWERS,
    "answer_draw": _BY_DRAWERS,
    "seat_panel": _BY_STAFF,
    "choose_leader": _BY_STAFF,
    "draw_order": _BY_DRAWERS,
    "make_agenda": _BY_STAFF,
    "move_agenda": _BY_STAFF,
    "begin_item": _BY_STAFF,
    "end_item": _BY_STAFF,
    "drop_item": _BY_STAFF,
    "time_step": _BY_STAFF,
    "open_scoring": _BY_STAFF,
    "fill_rehearsal": _BY_STAFF,
    "back_to_preparation": _BY_STAFF,
    "open_disclosure": _BY_STAFF,
    "disclose": _BY_STAFF,
    "change_score": _ON_SHEETS,
    "confirm_changes": {_REVIEWER: Reach.OWN, _LEADER: Reach.ALL, _SUPERVISOR: Reach.ALL},
    "take_back_change": {_STAFF: Reach.ALL, _REVIEWER: Reach.OWN, _LEADER: Reach.ALL},
    "note_change": {_SUPERVISOR: Reach.ALL},
    "strike_sheet": _BY_STAFF,
    "open_final": _BY_STAFF,
    "write_opinion": {_STAFF: Reach.ALL, _LEADER: Reach.ALL},
    "hold_vote": _BY_STAFF,
    "state_dissent": _ON_SHEETS,
    "override_line": {_LEADER: Reach.ALL, _SUPERVISOR: Reach.ALL},
    "settle_results": _BY_STAFF,
    "issue_papers": _BY_STAFF,
    "sign_document": _ON_RECORD,
    "attach_scan": {_STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL, _BUREAU: Reach.ALL},
    "take_up_again": _BY_STAFF,
    "close_session": _BY_STAFF,
    "reconvene": _BY_AUTHORITY,
    "lock_evening": _BY_STAFF,
    "check_morning": _BY_DRAWERS,
    "set_pin": dict.fromkeys(Role, Reach.OWN),
    "reset_pin": {_ADMIN: Reach.ALL},
}
"""The verbs, as the journal names them. A verb that is not here nobody may use."""

VIEWS: Mapping[View, Rights] = {
    View.SETUP: {_ADMIN: Reach.ALL, _STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL},
    View.APPLICATIONS: {
        _STAFF: Reach.ALL,
        _REVIEWER: Reach.OWN,
        _LEADER: Reach.OWN,
        _SUPERVISOR: Reach.ALL,
        _BUREAU: Reach.ALL,
        _OBSERVER: Reach.OWN,
    },
    View.REVIEWERS: {_ADMIN: Reach.ALL, _STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL},
    View.PROGRESS: {_STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL, _BUREAU: Reach.ALL},
    View.SHEETS: {
        _STAFF: Reach.ALL,
        _REVIEWER: Reach.OWN,
        _LEADER: Reach.OWN,
        _SUPERVISOR: Reach.ALL,
    },
    View.RESULTS: {_STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL, _BUREAU: Reach.ALL},
    View.REPORTS: {_STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL, _BUREAU: Reach.ALL},
    View.JOURNAL: {
        _STAFF: Reach.ALL,
        _SUPERVISOR: Reach.ALL,
        _REVIEWER: Reach.OWN,
        _LEADER: Reach.OWN,
    },
    View.SESSION: {
        _STAFF: Reach.ALL,
        _SUPERVISOR: Reach.ALL,
        _LEADER: Reach.ALL,
        _BUREAU: Reach.ALL,
    },
    View.DISCLOSED: {_STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL},
    View.PAPER: {_STAFF: Reach.ALL},
    View.SIGNING: {_STAFF: Reach.ALL, _SUPERVISOR: Reach.ALL, _BUREAU: Reach.ALL},
}


def reach_of_deed(verb: str, role: Role) -> Reach:
    """Say how far `role` may use a verb."""
    return DEEDS.get(verb, {}).get(role, Reach.NONE)


def reach_of_view(view: View, role: Role) -> Reach:
    """Say how much of a view `role` sees."""
    return VIEWS[view].get(role, Reach.NONE)
