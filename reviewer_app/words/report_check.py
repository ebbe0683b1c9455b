"""What the check of a written report found, as sentences."""

from collections.abc import Iterator

from reviewer_app.domain.report_check import Code, ReportCheck
from reviewer_app.i18n import Translator


def code_sentence(code: Code, _: Translator) -> str:
    """Say which document the code names."""
    return _("Document {key}, made at journal entry {sequence}, digest {digest}.").format(
        key=code.key, sequence=code.sequence, digest=code.digest
    )


def outcome_sentences(check: ReportCheck, _: Translator) -> Iterator[str]:
    """Say whether it is genuine, and what changed since."""
    yield code_sentence(check.code, _)
    if not check.is_known:
        yield _("This workspace never gave a document of this code.")
        return
    if check.is_same_file:
        yield _("It is the very file the program wrote.")
    elif check.holds_values:
        yield _("It carries every value of that document, but is not the very file written here.")
    else:
        yield _("Its content differs from the document of its code: it was altered.")
    if check.entries_since == 0:
        yield _("No journal entry followed: the workspace is as it was for that document.")
    elif check.differs_now:
        yield _("{count} journal entries followed, and this document would now differ.").format(
            count=check.entries_since
        )
    else:
        yield _("{count} journal entries followed; none touches this document.").format(
            count=check.entries_since
        )
