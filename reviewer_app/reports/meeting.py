"""What the papers of a meeting take from its record; blanks where there is no session."""

from reviewer_app.domain.meeting_record import MeetingRecord
from reviewer_app.domain.person import Role
from reviewer_app.reports.facts import ReportFacts
from reviewer_app.reports.papers import date_on_paper
from reviewer_app.words.results import listed


def held_on(facts: ReportFacts) -> str:
    """Give the days of the session as papers write them, "" without one."""
    if facts.record is None:
        return ""
    days = [date_on_paper(facts, day.day) for day in facts.record.session.plan.days]
    return listed(days, facts.translator)


def held_at(facts: ReportFacts) -> str:
    """Give where the session is held, "" where that is not recorded."""
    return facts.record.session.plan.place if facts.record else ""


def there(record: MeetingRecord, facts: ReportFacts, *roles: Role) -> str:
    """Name those who came, in these roles, each once."""
    names = [row.person.name for row in record.room.attendance if row.person.role in roles]
    return listed(dict.fromkeys(names), facts.translator)
