"""Words of recusals: the grounds, and who raised them."""

from reviewer_app.domain.grounds import Ground, RaisedBy, grounds_in
from reviewer_app.i18n import N_, Translator

_GROUNDS = {
    Ground.LABOUR: N_("employed by the applicant within the last three years"),
    Ground.BOARD: N_("director or supervisor of the applicant within the last three years"),
    Ground.CONTROL: N_(
        "controlling shareholder or actual controller of the applicant within the last three years"
    ),
    Ground.FAMILY: N_(
        "spouse, direct blood relation, collateral relation within three generations or close"
        " in-law of the applicant's head or person in charge"
    ),
    Ground.COOPERATION: N_(
        "joint project, commissioned research or paid advice with the applicant"
    ),
    Ground.TOOK_PART: N_("took part in developing this project"),
    Ground.SAME_UNIT: N_("works at the applicant or one of its partners"),
    Ground.SHARES: N_("holds shares of the applicant"),
    Ground.TEACHER: N_("teacher or student of the project leader"),
    Ground.COMPETITOR: N_("competitor of the applicant"),
    Ground.OTHER: N_("another relation that may affect a fair review"),
}
_HINT_PARTS = 3
"""A hint is stored as where it was found, the reviewer's organisation, the other name."""

_RAISED = {
    RaisedBy.SELF: N_("the reviewer"),
    RaisedBy.OTHER: N_("somebody else"),
    RaisedBy.HINT: N_("hint of the system"),
}


def ground_text(ground: Ground, _: Translator) -> str:
    """Say a ground of recusal."""
    return _(_GROUNDS[ground])


def raised_by_name(raised: RaisedBy, _: Translator) -> str:
    """Name who raised a recusal."""
    return _(_RAISED[raised])


def grounds_on_paper(text: str, _: Translator) -> str:
    """Write stored grounds with their numbers, a hint as what met; free text stays."""
    found = grounds_in(text)
    if not found and text.count("|") == _HINT_PARTS - 1:
        own, other = text.split("|")[1:]
        return _("{own} met in the application as {other}").format(own=own, other=other)
    if not found:
        return text
    return _("; ").join(f"{ground.number} {ground_text(ground, _)}" for ground in found)
