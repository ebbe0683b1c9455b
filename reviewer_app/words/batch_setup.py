"""What is settled for a batch, in words: the bureau, the dates, the open questions."""

from collections.abc import Mapping

from reviewer_app.domain.batch_setup import (
    QUESTIONS,
    WAY_OF_WORKING,
    WayOfWorking,
    question_key,
)
from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import N_, Translator
from reviewer_app.words.import_plan import plan_summary
from reviewer_app.words.reports import DASH
from reviewer_app.words.templates import sheet_title

_BUREAU = {
    "bureau.name": N_("Name of the bureau"),
    "bureau.department": N_("Department"),
    "bureau.contact": N_("Contact person"),
    "bureau.phone": N_("Telephone"),
    "bureau.supervision_phone": N_("Telephone of supervision"),
}

_WAYS = {
    WayOfWorking.ONE_PC: (
        N_("One room, one PC"),
        N_("Reviewers score on paper or one after the other at this PC."),
    ),
    WayOfWorking.SEVERAL_PCS: (
        N_("One room, several PCs"),
        N_("Each reviewer has a PC; packets go out and come back on a stick."),
    ),
    WayOfWorking.REMOTE: (
        N_("Reviewers elsewhere"),
        N_("Sealed packets go to the reviewers and come back sealed."),
    ),
}

_QUESTIONS = {
    1: N_("Weights, indicators and formulas; pass line; tiers and quotas"),
    2: N_("Cap and ratio of the support; number of stages and their shares"),
    3: N_("Shares of city and district; which unit pays"),
    4: N_("Whether city support adds to provincial awards"),
    5: N_("Size and composition of the panel; which library; who draws"),
    6: N_("Trimmed mean or mean; on what level; rounding; ties"),
    7: N_("Whether there is a defence, and how many minutes"),
    8: N_("Who computes the objective scores: staff or an audit firm"),
    9: N_("What is made public (tier, amount) and for how many days"),
    10: N_("How long the files are kept"),
    11: N_("Who of a consortium is paid"),
    12: N_("Projects filed under the earlier measure before 1 April 2026"),
    13: N_("Until which day inputs and contracts count"),
    14: N_("Whether universities and hospitals follow the same scale"),
}
"""Source: domain.md 9."""


def bureau_label(key: str, _: Translator) -> str:
    """Name a field of the bureau."""
    return _(_BUREAU[key])


def way_name(way: WayOfWorking, _: Translator) -> str:
    """Name a way of working."""
    return _(_WAYS[way][0])


def way_sentence(way: WayOfWorking, _: Translator) -> str:
    """Say what a way of working means."""
    return _(_WAYS[way][1])


def question_text(number: int, _: Translator) -> str:
    """Give one of the open questions."""
    return _(_QUESTIONS[number])


def summary(
    title: str,
    scheme: Scheme,
    settings: Mapping[str, str],
    plans: Mapping[ImportKind, ImportPlan],
    _: Translator,
) -> tuple[str, ...]:
    """Say in a few lines what a new batch will be."""
    way = settings.get(WAY_OF_WORKING, "")
    left = sum(not settings.get(question_key(number), "") for number in QUESTIONS)
    lines = [
        _("Title: {title}").format(title=title or DASH),
        _("Bureau: {name}").format(name=settings.get("bureau.name", "") or DASH),
        _("Way of working: {way}").format(way=way_name(WayOfWorking(way), _) if way else DASH),
        _("Scheme: {title}").format(title=scheme.title),
    ]
    for kind, plan in plans.items():
        told = plan_summary(plan, _) if plan.is_clean else _("left out, it has problems")
        lines.append(_("{what}: {told}").format(what=sheet_title(kind, _), told=told))
    lines.append(_("Questions still open: {count}").format(count=left))
    return tuple(lines)
