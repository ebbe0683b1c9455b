"""What `verify` found, as sentences."""

from reviewer_app.domain.verification import Finding, FindingKind, Verification
from reviewer_app.i18n import N_, Translator

_SENTENCES = {
    FindingKind.UNREADABLE: N_("The file is damaged: it cannot be read through ({found})."),
    FindingKind.STRUCTURE: N_("The file is damaged inside: {found}."),
    FindingKind.SCHEMA: N_("A table or a protection was altered or removed: {place}."),
    FindingKind.FOREIGN_KEY: N_("{place} points to something that is not there ({found})."),
    FindingKind.CHAIN: N_("Journal entry {place} was altered: its digest does not fit."),
    FindingKind.GAP: N_("The journal is broken at {place}: an entry is missing or foreign."),
    FindingKind.CHANGE_COUNT: N_(
        "Journal entry {place} has {found} changes instead of {expected}."
    ),
    FindingKind.BEFORE_IMAGE: N_("Journal entry {place} does not follow from the entry before it."),
    FindingKind.ROW_DIFFERS: N_(
        "{place} was changed behind the journal. Journal: {expected}. File: {found}."
    ),
    FindingKind.ROW_UNKNOWN: N_("{place} was added behind the journal: {found}."),
    FindingKind.ROW_LOST: N_("{place} was removed behind the journal; it was: {expected}."),
    FindingKind.EXPORT_LOG: N_("The export log was altered at {place}."),
    FindingKind.ROLLED_BACK: N_(
        "This file is an older state: this computer has seen journal entry {place}, the file ends"
        " at {found}. Look for the newer file before going on."
    ),
    FindingKind.FORKED: N_(
        "This file went another way: this computer has seen another journal entry {place}. Two"
        " copies were worked on; find out which one holds."
    ),
    FindingKind.COMPUTED: N_(
        "The computed score {place} is {found}, but its inputs give {expected}."
    ),
    FindingKind.SCHEME_DIGEST: N_("{place} does not have the digest it was adopted with."),
    FindingKind.RESULT_DIGEST: N_("The settled results {place} do not have their digest."),
    FindingKind.PIN_ALTERED: N_("The PIN kept for {place} was put there past this program."),
    FindingKind.ATTACHMENT_LOST: N_(
        "The file of the attachment {place} is gone from the folder beside the workspace."
    ),
    FindingKind.ATTACHMENT_DIFFERS: N_(
        "The file of the attachment {place} was changed: its digest is {found}, it was added with"
        " {expected}."
    ),
}


def finding_sentence(finding: Finding, _: Translator) -> str:
    """Say one finding."""
    return _(_SENTENCES[finding.kind]).format(
        place=finding.place, expected=finding.expected or "-", found=finding.found or "-"
    )


def outcome_sentence(outcome: Verification, _: Translator) -> str:
    """Say the outcome in one sentence."""
    if outcome.passed:
        return _(
            "Verified: {entries} journal entries with {changes} changes form an unbroken chain,"
            " and every row is what the journal says. Head: {head}"
        ).format(entries=outcome.entries, changes=outcome.changes, head=outcome.head)
    count = len(outcome.findings)
    return _.plural(
        "Not verified: {count} finding.", "Not verified: {count} findings.", count
    ).format(count=count)
