"""Edit the scheme: the draft is kept at each change, and adopted as a later version."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reviewer_app.domain.errors import NothingChanged
from reviewer_app.domain.scheme_problem import SchemeRejected
from reviewer_app.domain.scheme_reading import canonical
from reviewer_app.queries.scheme_draft import DRAFT, scheme_draft
from reviewer_app.storage.batch import current_scheme
from reviewer_app.storage.batch_settings import load_settings, save_setting
from reviewer_app.workflow.adopt_scheme import adopt_scheme
from reviewer_app.workspace import Workspace


def keep_scheme_draft(workspace: Workspace, document: Mapping[str, Any]) -> None:
    """Keep a document as the draft, with whatever problems it has.

    The scheme in force needs no draft: its own text takes the draft away.
    """
    text = canonical(document)
    if text == current_scheme(workspace.store).document:
        text = ""
    if load_settings(workspace.store).get(DRAFT, "") == text:
        return
    with workspace.write("edit_scheme"):
        save_setting(workspace.store, DRAFT, text)


def drop_scheme_draft(workspace: Workspace) -> None:
    """Go back to the scheme in force; the draft stays readable in the journal.

    Raises:
        NothingChanged: there is no draft.
    """
    if DRAFT not in load_settings(workspace.store):
        raise NothingChanged("edit_scheme")
    with workspace.write("edit_scheme"):
        save_setting(workspace.store, DRAFT, "")


def adopt_scheme_draft(workspace: Workspace, reason: str) -> None:
    """Adopt the draft as a later version, under the law of corrections.

    Raises:
        SchemeRejected: it has problems.
        ReasonMissing, NothingChanged: as `adopt_scheme` says.
    """
    draft = scheme_draft(workspace)
    if draft.scheme is None:
        raise SchemeRejected(draft.problems)
    adopt_scheme(workspace, draft.scheme, reason)
    with workspace.write("edit_scheme"):
        save_setting(workspace.store, DRAFT, "")


def read_scheme_into_draft(workspace: Workspace, file: Path) -> None:
    """Take a scheme file or Excel form as the draft.

    Raises:
        BadInput: the file is no scheme; nothing was kept.
    """
    from reviewer_app.importing.scheme_file import read_scheme_file

    keep_scheme_draft(workspace, read_scheme_file(file))


def take_bundled_scheme(workspace: Workspace, key: str) -> None:
    """Take a bundled scheme as the draft.

    Raises:
        UnknownScheme: there is none of this key.
    """
    from reviewer_app.importing.scheme_file import bundled_scheme

    keep_scheme_draft(workspace, json.loads(bundled_scheme(key).document))


def write_scheme_draft(workspace: Workspace, file: Path) -> None:
    """Write the draft as the Excel form.

    Raises:
        SchemeRejected: a form holds only what can be read back.
    """
    from reviewer_app.importing.scheme_workbook import write_scheme_form

    draft = scheme_draft(workspace)
    if draft.problems:
        raise SchemeRejected(draft.problems, str(file))
    write_scheme_form(file, draft.document)
