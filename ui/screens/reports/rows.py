"""What a document shows in the catalogue, and the sentences of this place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reviewer_app.domain.report_errors import MissingGlyph
from reviewer_app.domain.report_list import ReportLine, ReportPhase
from reviewer_app.i18n import N_, Translator
from reviewer_app.queries.paper_texts import PaperText
from reviewer_app.queries.report_check import Recalled
from reviewer_app.words.report_check import touched_lines
from reviewer_app.words.report_list import report_name
from reviewer_app.words.times import time_on_paper

_PAPERS = {
    "common": N_("Every paper"),
    "letters": N_("Notices and letters"),
    "confirmation": N_("Data to confirm or object to"),
}
_SIGNS = 26
"""So much of a text stands in the list of texts."""


def by_phase(
    lines: Sequence[ReportLine],
) -> Iterator[tuple[ReportPhase, tuple[ReportLine, ...]]]:
    """Give the documents by the parts of the review, in their order."""
    order = list(ReportPhase)
    found = sorted(lines, key=lambda line: (order.index(line.phase), line.number))
    for phase, rows in groupby(found, key=lambda line: line.phase):
        yield phase, tuple(rows)


def title_of(line: ReportLine, _: Translator) -> str:
    """Give number and name: "11  Ranking table"."""
    return f"{line.number}  {report_name(line.key, _)}"


def written_words(line: ReportLine, _: Translator) -> str:
    """Say when a document left the batch last, and whether it still holds."""
    if not line.written_at:
        return ""
    time = time_on_paper(line.written_at)
    if line.is_current:
        return _("Written {time}; nothing was changed since.").format(time=time)
    return _("Written {time}; the batch was changed since.").format(time=time)


def written_mark(line: ReportLine) -> tuple[str, str]:
    """Give icon and meaning of how a document stands."""
    if not line.written_at:
        return "file-text", "faint"
    return ("file-check", "good") if line.is_current else ("triangle-alert", "attention")


_TOLD = 5
"""So many entries since a document are named above its pages; the place History has all."""


def missing_sentence(missing: Sequence[MissingGlyph], _: Translator) -> str:
    """Name the characters no font has, each with the text it stands in."""
    found = _("; ").join(
        _("{code} in “{where}”").format(code=glyph.code, where=glyph.where) for glyph in missing
    )
    text = _(
        "No font of the program has these characters: {glyphs}. Correct them, or print boxes"
        " with a line to write them by hand."
    )
    return text.format(glyphs=found)


def recalled_sentence(found: Recalled, _: Translator) -> str:
    """Say what document this was, and what happened since."""
    when = _("This is {code} as it was on {time}.").format(
        code=found.shown.code, time=time_on_paper(found.at)
    )
    if found.entries_since == 0:
        since = _("Nothing was done in the batch since.")
    elif found.since.differs:
        since = _("Since then {count} entries were made; today it would look different.")
    else:
        since = _("Since then {count} entries were made; none touches this document.")
    said = f"{when} {since.format(count=found.entries_since)}"
    return "\n".join([said, *touched_lines(found.since, _, _TOLD)])


def parts_of_texts(
    texts: Sequence[PaperText],
) -> Iterator[tuple[str, tuple[PaperText, ...]]]:
    """Give the texts by the papers they stand on, in their order."""
    for paper, rows in groupby(texts, key=lambda text: text.name.split(".")[0]):
        yield paper, tuple(rows)


def paper_of_texts(paper: str, _: Translator) -> str:
    """Name the paper, or the papers, that a group of texts stands on."""
    return _(_PAPERS[paper]) if paper in _PAPERS else report_name(paper, _)


def first_words(text: str) -> str:
    """Give how a text begins, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SIGNS else f"{line[:_SIGNS]}…"
