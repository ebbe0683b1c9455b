"""Change what describes an application: names, contact, place; it voids nothing.

Source: house.md 5, One law of corrections (description: any time, entry only).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from reviewer_app.domain.application import Application
from reviewer_app.domain.credit_code import normalise
from reviewer_app.domain.errors import NameMissing, NothingChanged
from reviewer_app.queries.finding import find_application
from reviewer_app.storage.applications import load_application, update_application
from reviewer_app.workspace import Workspace


class DescriptionField(StrEnum):
    """The fields that describe an application and feed no score."""

    NAME = "name"
    APPLICANT = "applicant"
    CREDIT_CODE = "credit_code"
    INDUSTRY = "industry"
    OFFICE = "office"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Description:
    """New texts by field, and of the further data of the import by its header."""

    fields: Mapping[DescriptionField, str]
    extra: Mapping[str, str]


def edit_application(
    workspace: Workspace, *, application: str, description: Description, reason: str = ""
) -> None:
    """Write the fields named, leaving all others.

    Raises:
        NameMissing: an application and an applicant have names.
        NothingChanged: all of it stands there already.
    """
    store = workspace.store
    key = find_application(store, application)
    before = load_application(store, key)
    after = _described(before, description)
    if not (after.name and after.applicant):
        raise NameMissing
    if after == before:
        raise NothingChanged("edit_application")
    with workspace.write("edit_application", reason.strip()):
        update_application(store, key, after)


def _described(before: Application, description: Description) -> Application:
    texts = {field.value: getattr(before, field.value) for field in DescriptionField}
    texts |= {field.value: text.strip() for field, text in description.fields.items()}
    return replace(
        before,
        name=texts["name"],
        applicant=texts["applicant"],
        credit_code=normalise(texts["credit_code"]),
        industry=texts["industry"],
        office=texts["office"],
        contact=texts["contact"],
        extra={**before.extra, **description.extra},
    )
