"""Say where the proof of an indicator stands: attachment and page."""

from reviewer_app.domain.errors import NothingChanged, UnknownNumber
from reviewer_app.queries.finding import find_application
from reviewer_app.storage import checks
from reviewer_app.storage.attachments import find_attachment
from reviewer_app.workspace import Workspace


def set_evidence(
    workspace: Workspace, *, application: str, indicator: str, attachment: str, page: str
) -> None:
    """Write attachment (its UUID, empty for paper only) and page.

    Raises:
        UnknownNumber: no such indicator, or no such attachment of this application.
        NothingChanged: neither is given.
    """
    store, scheme = workspace.store, workspace.scheme()
    key = find_application(store, application)
    if indicator not in scheme.by_code:
        raise UnknownNumber("indicator", indicator, tuple(scheme.by_code))
    row = None
    if attachment:
        found = find_attachment(store, attachment)
        if found is None or found[1] != key:
            raise UnknownNumber("attachment", attachment)
        row = found[0]
    page = page.strip()
    present = checks.evidence_rows(store, key).get(indicator, (None, ""))
    if present == (row, page):
        raise NothingChanged("set_evidence")
    with workspace.write("set_evidence"):
        checks.write_evidence(store, key, indicator, row, page)
