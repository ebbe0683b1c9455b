"""What was done, by whom, and what can be seen, in words: verbs, roles, views."""

from reviewer_app.domain.errors import NotAllowed
from reviewer_app.domain.person import Role
from reviewer_app.domain.rules.rights import View
from reviewer_app.i18n import N_, Translator

_DEEDS = {
    "new_workspace": N_("Batch begun"),
    "upgrade": N_("File upgraded"),
    "adopt_scheme": N_("Scheme version adopted"),
    "edit_scheme": N_("Draft of a scheme edited"),
    "import_applications": N_("Applications imported"),
    "import_reviewers": N_("Reviewers imported"),
    "import_assignments": N_("Assignments imported"),
    "import_metrics": N_("Metrics imported"),
    "import_details": N_("Detail rows imported"),
    "import_scores": N_("Scores imported"),
    "strike_detail": N_("Detail row struck off"),
    "count_detail": N_("Detail row counted again"),
    "change_standing": N_("Standing of an application changed"),
    "edit_application": N_("Description of an application changed"),
    "correct_input": N_("Input corrected"),
    "verify_inputs": N_("Inputs read by a second person"),
    "check_form": N_("Formal check"),
    "recheck_form": N_("Formal check looked at by a second person"),
    "record_supplement": N_("Supplement recorded"),
    "record_credit": N_("Credit query recorded"),
    "record_overlap": N_("Other support recorded"),
    "add_attachments": N_("Attachments added"),
    "rename_attachment": N_("Attachment renamed"),
    "set_evidence": N_("Place of proof recorded"),
    "record_vote": N_("Vote on a tie recorded"),
    "explain_deviation": N_("Reason for a score far from the others"),
    "set_budget": N_("Budget of the batch set"),
    "recused": N_("Recusal"),
    "abstained": N_("Abstention"),
    "absent": N_("Absence"),
    "bring_back": N_("Reviewer brought back"),
    "give_score": N_("Score given"),
    "take_back_score": N_("Score taken back"),
    "write_comment": N_("Comment written"),
    "submit_sheet": N_("Sheet submitted"),
    "reopen_sheet": N_("Submission taken back"),
    "write_note": N_("Private note written"),
    "skip_sheet": N_("Application skipped for now"),
    "take_up_sheet": N_("Skipped application taken up"),
    "add_phrase": N_("Phrase added to the bank"),
    "remove_phrase": N_("Phrase taken out of the bank"),
    "add_person": N_("Person added"),
    "change_setting": N_("Settled for the batch"),
    "add_reviewer": N_("Reviewer added"),
    "change_reviewer": N_("Reviewer's data changed"),
    "assign": N_("Reviewers assigned"),
    "unassign": N_("Assignments taken away"),
    "dismiss_hint": N_("Recusal hint dismissed"),
    "raise_hint": N_("Recusal hint taken up again"),
    "drop_out": N_("Reviewer dropped out"),
    "type_paper_score": N_("Paper score typed"),
    "paste_paper_scores": N_("Paper scores pasted"),
    "write_paper_total": N_("Total on paper typed"),
    "accept_paper_total": N_("Total on paper explained"),
    "settle_paper_score": N_("Paper score settled"),
    "submit_paper_sheet": N_("Paper sheet submitted"),
    "undo": N_("Undone"),
    "begin_session": N_("Session set up"),
    "plan_days": N_("Days of the session planned"),
    "change_meeting": N_("Place, host or minutes of the meeting changed"),
    "settle_ways": N_("Rounds and way of signing settled"),
    "correct_attendance": N_("Times of attendance corrected"),
    "welcome_guest": N_("Arrival of a guest noted"),
    "see_guest_out": N_("Departure of a guest noted"),
    "see_everybody_out": N_("Departure of everybody noted"),
    "fill_rehearsal": N_("Invented scores of a rehearsal"),
    "mark_arrival": N_("Arrival noted"),
    "mark_departure": N_("Departure noted"),
    "leave_room": N_("Left the room for an application"),
    "return_to_room": N_("Came back into the room"),
    "adjourn": N_("Session adjourned"),
    "resume": N_("Session resumed"),
    "record_statement": N_("Statement recorded"),
    "list_experts": N_("Experts put on the list to draw from"),
    "clear_list": N_("List of experts emptied"),
    "decide_expert": N_("Decided whether an expert may be drawn"),
    "draw_panel": N_("Panel drawn"),
    "answer_draw": N_("Answer of a drawn expert"),
    "seat_panel": N_("Drawn experts seated on the panel"),
    "choose_leader": N_("Panel leader chosen"),
    "draw_order": N_("Order of defences drawn"),
    "make_agenda": N_("Agenda made"),
    "move_agenda": N_("Agenda planned anew"),
    "begin_item": N_("Agenda item begun"),
    "end_item": N_("Agenda item ended"),
    "drop_item": N_("Agenda item taken out"),
    "time_step": N_("Timer used"),
    "open_scoring": N_("Scoring opened"),
    "back_to_preparation": N_("Back to preparation"),
    "open_disclosure": N_("Scoring ended, disclosure begun"),
    "disclose": N_("Scores of an application disclosed"),
    "change_score": N_("Submitted score changed"),
    "confirm_changes": N_("Changed scores confirmed"),
    "take_back_change": N_("Change of a score taken back"),
    "note_change": N_("Supervisor's remark on a changed score"),
    "strike_sheet": N_("Sheet of a member who was out set aside"),
    "open_final": N_("Final deliberation begun"),
    "write_opinion": N_("Opinion of the panel edited"),
    "hold_vote": N_("Vote of the panel"),
    "state_dissent": N_("Dissent recorded"),
    "override_line": N_("Open line of the closing gate accepted"),
    "settle_results": N_("Results settled for signature"),
    "issue_papers": N_("Documents issued for signature"),
    "sign_document": N_("Document signed"),
    "attach_scan": N_("Scan of a signed paper attached"),
    "take_up_again": N_("Results taken up again"),
    "close_session": N_("Results closed"),
    "reconvene": N_("Panel reconvened"),
    "lock_evening": N_("Locked for the night"),
    "check_morning": N_("Checked in the morning"),
    "set_pin": N_("PIN set"),
    "reset_pin": N_("PIN taken away"),
}

_ROLES = {
    Role.ADMINISTRATOR: N_("administrator"),
    Role.SECRETARY: N_("secretary"),
    Role.REVIEWER: N_("reviewer"),
    Role.LEADER: N_("panel leader"),
    Role.SUPERVISOR: N_("supervisor"),
    Role.BUREAU_LEADER: N_("bureau leader"),
    Role.OBSERVER: N_("observer"),
}

_VIEWS = {
    View.SETUP: N_("set-up"),
    View.APPLICATIONS: N_("applications"),
    View.REVIEWERS: N_("reviewers"),
    View.PROGRESS: N_("progress"),
    View.SHEETS: N_("score sheets"),
    View.RESULTS: N_("results"),
    View.REPORTS: N_("reports"),
    View.JOURNAL: N_("journal"),
    View.SESSION: N_("session desk"),
    View.DISCLOSED: N_("disclosed sheets"),
    View.PAPER: N_("paper sheets"),
    View.SIGNING: N_("signatures under the documents"),
}


def deed_name(verb: str, _: Translator) -> str:
    """Name a verb of the journal; one of another version stays as it is written."""
    return _(_DEEDS[verb]) if verb in _DEEDS else verb


def role_name(role: Role, _: Translator) -> str:
    """Name a role."""
    return _(_ROLES[role])


def view_name(view: View, _: Translator) -> str:
    """Name what can be seen."""
    return _(_VIEWS[view])


def refusal(error: NotAllowed, _: Translator) -> str:
    """Say who may not do what."""
    is_view = error.deed in set(View)
    what = view_name(View(error.deed), _) if is_view else deed_name(error.deed, _)
    role = role_name(Role(error.role), _)
    if error.own_only:
        text = _("{what}: as {role} you may do this with your own sheets only.")
    else:
        text = _("{what}: not allowed as {role}. Sign in as somebody who may.")
    return text.format(what=what, role=role)
