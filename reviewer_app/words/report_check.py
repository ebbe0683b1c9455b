"""What the check of a written report found, as sentences."""

from collections.abc import Iterator

from reviewer_app.domain.report_check import Code, ReportCheck, Touched
from reviewer_app.i18n import Translator
from reviewer_app.words.times import time_on_paper


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
    elif check.since.differs:
        yield _("{count} journal entries followed, and this document would now differ.").format(
            count=check.entries_since
        )
        yield from touched_lines(check.since, _)
    else:
        yield _("{count} journal entries followed; none touches this document.").format(
            count=check.entries_since
        )


def touched_lines(since: Touched, _: Translator, most: int = 12) -> Iterator[str]:
    """Name the entries that change a document, a line each, not more than `most`."""
    if since.rows:
        yield _("Entries that touch it:")
    for row in since.rows[:most]:
        text = _("#{sequence} {time} {actor}: {what}")
        what = " · ".join(filter(None, (row.deed, row.about, row.reason)))
        yield text.format(
            sequence=row.sequence, time=time_on_paper(row.at), actor=row.actor, what=what
        )
    if since.rows and (len(since.rows) > most or not since.is_whole):
        yield _("and later ones; the place History has all.")
