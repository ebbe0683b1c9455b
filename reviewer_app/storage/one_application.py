"""One application with all that belongs to it, without reading the others."""

import json

from reviewer_app.domain.application import Application, Computed, DetailKind, DetailRow, Standing
from reviewer_app.domain.points import parse_exact
from reviewer_app.storage.store import Store


def load_one(store: Store, key: int) -> Application:
    """Read one application with its inputs; `key` is one that was found."""
    row = store.row(
        "SELECT number, name, applicant, credit_code, industry, office, requested_fen, contact,"
        " extra, standing, standing_reason FROM application WHERE id = ?",
        (key,),
    )
    assert row is not None, "the key was found in this file"
    metrics = store.rows("SELECT input, value FROM metric WHERE application_id = ?", (key,))
    number, name, applicant, code, industry, office, requested, contact, extra, standing, why = row
    return Application(
        number=number,
        name=name,
        applicant=applicant,
        credit_code=code,
        industry=industry,
        office=office,
        requested_fen=requested,
        contact=contact,
        extra=json.loads(extra),
        metrics=dict(metrics),
        standing=Standing(standing),
        standing_reason=why,
    )


def computed_of(store: Store, key: int) -> dict[str, Computed]:
    """Read the computed scores of one application by indicator."""
    rows = store.rows(
        "SELECT indicator, value, formula, inputs, trouble, trouble_detail FROM objective_score"
        " WHERE application_id = ?",
        (key,),
    )
    return {
        code: Computed(
            None if value is None else parse_exact(value),
            formula,
            json.loads(inputs),
            trouble,
            detail,
        )
        for code, value, formula, inputs, trouble, detail in rows
    }


def details_of(store: Store, key: int, number: str) -> dict[DetailKind, tuple[DetailRow, ...]]:
    """Read the detail rows of one application by kind, in line order."""
    found: dict[DetailKind, list[DetailRow]] = {}
    for kind, line, fields, counted, reason, by in store.rows(
        "SELECT kind, line, fields, counted, reason, decided_by FROM detail"
        " WHERE application_id = ? ORDER BY kind, line",
        (key,),
    ):
        row = DetailRow(
            number, DetailKind(kind), line, json.loads(fields), counted == 1, reason, by
        )
        found.setdefault(row.kind, []).append(row)
    return {kind: tuple(rows) for kind, rows in found.items()}


def evidence_of(store: Store, key: int) -> dict[str, str]:
    """Read where the evidence of each indicator stands: attachment and page."""
    rows = store.rows(
        "SELECT e.indicator, ifnull(t.title, ''), e.page FROM evidence AS e"
        " LEFT JOIN attachment AS t ON t.id = e.attachment_id WHERE e.application_id = ?",
        (key,),
    )
    return {code: f"{title} {page}".strip() for code, title, page in rows}
