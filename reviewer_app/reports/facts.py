"""What a report is made from. Every number in it is one of the ranking."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reviewer_app.domain.application import Application
from reviewer_app.domain.attachment import Attachment
from reviewer_app.domain.bureau import Bureau, bureau_from
from reviewer_app.domain.checks import (
    CreditLine,
    Evidence,
    FormalLine,
    InputCheck,
    Overlap,
    Supplement,
)
from reviewer_app.domain.closing import Scan
from reviewer_app.domain.deviation import OutlierReview
from reviewer_app.domain.document import Edition
from reviewer_app.domain.grounds import RecusalCase
from reviewer_app.domain.ids import natural_key
from reviewer_app.domain.meeting_record import MeetingRecord
from reviewer_app.domain.person import Person, Reviewer
from reviewer_app.domain.results import ApplicationResult, Ranking
from reviewer_app.domain.score_change import ScoreChange
from reviewer_app.domain.verification import Verification
from reviewer_app.i18n import Translator
from reviewer_app.words.paper_texts import paper_text


class Need(StrEnum):
    """What some reports want besides the ranking; it is read only for them."""

    APPLICATIONS = "applications"
    CHECKS = "checks"
    DATA = "data"
    RECUSALS = "recusals"
    OUTLIERS = "outliers"
    CHANGES = "changes"
    PEOPLE = "people"
    SESSION = "session"
    ATTACHMENTS = "attachments"


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """What staff recorded of their checks, by application number."""

    formal: Mapping[str, tuple[FormalLine, ...]] = field(default_factory=dict)
    supplements: Mapping[str, Supplement] = field(default_factory=dict)
    credit: Mapping[str, tuple[CreditLine, ...]] = field(default_factory=dict)
    overlaps: Mapping[str, tuple[Overlap, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DataFacts:
    """Behind computed scores: (application, input) -> reading; (application, indicator)."""

    input_checks: Mapping[tuple[str, str], InputCheck] = field(default_factory=dict)
    evidence: Mapping[tuple[str, str], Evidence] = field(default_factory=dict)
    computed_by: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The state of a batch at one journal sequence, and how to print it.

    `method` says in words how sheets become results; `reasons` maps the number of each
    application without a rank to the sentence why; `comments` maps (application,
    reviewer, indicator) to what the reviewer wrote; `digests` are named SHA-256 sums for
    the consistency report; `single_sheets` asks for one score sheet a page. `settings` are
    those of the batch: the bureau and its own wording of the papers. `only` is the number
    of the one application that papers of an application are made for; "" for all.
    `applications` by number and all after it is empty unless a report needs it; `record` is
    None without a session; `sealed` are the copies kept with a seal, file name and SHA-256.
    A rehearsal says so in the title of every paper.
    """

    ranking: Ranking
    reviewers: tuple[Reviewer, ...]
    method: str
    translator: Translator
    edition: Edition = Edition.INTERNAL
    reasons: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    verification: Verification | None = None
    digests: tuple[tuple[str, str], ...] = ()
    single_sheets: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    only: str = ""
    printed: str = ""
    software: str = ""
    applications: Mapping[str, Application] = field(default_factory=dict)
    checks: CheckFacts = field(default_factory=CheckFacts)
    data: DataFacts = field(default_factory=DataFacts)
    recusals: tuple[RecusalCase, ...] = ()
    outlier_reviews: Mapping[tuple[str, str], OutlierReview] = field(default_factory=dict)
    changes: tuple[ScoreChange, ...] = ()
    people: tuple[Person, ...] = ()
    record: MeetingRecord | None = None
    is_rehearsal: bool = False
    attachments: Mapping[str, tuple[Attachment, ...]] = field(default_factory=dict)
    scans: tuple[Scan, ...] = ()
    sealed: tuple[tuple[str, str], ...] = ()

    def marked(self, title: str) -> str:
        """Give the title of a paper, that of a rehearsal with its mark."""
        if not self.is_rehearsal:
            return title
        _ = self.translator
        return _("REHEARSAL · {title}").format(title=title)

    @property
    def is_public(self) -> bool:
        """Whether reviewers and single scores must stay out."""
        return self.edition is Edition.PUBLIC

    @property
    def chosen(self) -> tuple[ApplicationResult, ...]:
        """The applications that papers of an application are made for, by number."""
        results = sorted(self.ranking.applications, key=lambda result: natural_key(result.number))
        return tuple(result for result in results if self.only in ("", result.number))

    @property
    def bureau(self) -> Bureau:
        """The bureau that runs the review."""
        return bureau_from(self.settings)

    def text(self, name: str, /, **places: str) -> str:
        """Give a text of the papers, in the bureau's own wording where it has one."""
        return paper_text(name, self.translator.language, self.settings, **places)
