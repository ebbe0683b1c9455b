"""Applications with their inputs, detail rows and computed scores."""

import json
from collections.abc import Iterable, Mapping
from functools import cache

from reviewer_app.domain.application import (
    Application,
    Computed,
    DetailKind,
    DetailRow,
    Standing,
)
from reviewer_app.domain.points import format_exact, parse_exact
from reviewer_app.storage.store import Row, Store
from reviewer_app.storage.stored_texts import StoredTexts

_COLUMNS = (
    "number, name, applicant, credit_code, industry, office, requested_fen, contact, extra,"
    " standing, standing_reason"
)


def application_keys(store: Store) -> dict[str, int]:
    """Give the row keys by application number."""
    return {number: key for key, number in store.rows(
        "SELECT id, number FROM application"
    )}  # fmt: skip


def load_applications(store: Store, *, with_metrics: bool = True) -> dict[str, Application]:
    """Read every application by number, with its inputs unless they are not wanted."""
    metrics: dict[object, dict[str, str]] = {}
    limit = -1 if with_metrics else 0
    for key, name, value in store.stream(
        "SELECT application_id, input, value FROM metric LIMIT ?", (limit,)
    ):
        metrics.setdefault(key, {})[name] = value
    found: dict[str, Application] = {}
    for row in store.stream(f"SELECT id, {_COLUMNS} FROM application ORDER BY id"):
        key, number = row[0], row[1]
        found[number] = _application(row[1:], metrics.get(key, {}))
    return found


def load_application(store: Store, key: int) -> Application:
    """Read one application with its inputs."""
    row = store.row(f"SELECT {_COLUMNS} FROM application WHERE id = ?", (key,))
    assert row is not None, "the key was found just now"
    metrics = store.rows("SELECT input, value FROM metric WHERE application_id = ?", (key,))
    return _application(row, {name: value for name, value in metrics})


def metric_origins(store: Store, key: int) -> dict[str, str]:
    """Say of each input of one application whether it was imported or derived."""
    rows = store.rows("SELECT input, origin FROM metric WHERE application_id = ?", (key,))
    return {name: origin for name, origin in rows}


def _application(values: Row, metrics: Mapping[str, str]) -> Application:
    number, name, applicant, code, industry, office, requested, contact, extra, standing, why = (
        values
    )
    return Application(
        number=number,
        name=name,
        applicant=applicant,
        credit_code=code,
        industry=industry,
        office=office,
        requested_fen=None if requested is None else requested,
        contact=contact,
        extra=json.loads(extra),
        metrics=metrics,
        standing=Standing(standing),
        standing_reason=why,
    )


def _values(application: Application) -> tuple[object, ...]:
    return (
        application.number,
        application.name,
        application.applicant,
        application.credit_code,
        application.industry,
        application.office,
        application.requested_fen,
        application.contact,
        json.dumps(dict(application.extra), ensure_ascii=False, sort_keys=True),
        application.standing.value,
        application.standing_reason,
    )


def insert_applications(store: Store, new: Iterable[tuple[str, Application]]) -> None:
    """Write new applications, each with its UUID; inputs are written apart."""
    store.change_many(
        f"INSERT INTO application (uuid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((uuid, *_values(application)) for uuid, application in new),
    )


def update_application(store: Store, key: int, application: Application) -> None:
    """Write every column of one application but its UUID."""
    store.change(
        "UPDATE application SET number = ?, name = ?, applicant = ?, credit_code = ?,"
        " industry = ?, office = ?, requested_fen = ?, contact = ?, extra = ?,"
        " standing = ?, standing_reason = ? WHERE id = ?",
        (*_values(application), key),
    )


def write_metrics(store: Store, key: int, values: Mapping[str, str], origin: str) -> None:
    """Write inputs of one application, leaving equal ones untouched."""
    rows = store.rows("SELECT input, value FROM metric WHERE application_id = ?", (key,))
    present: dict[str, str] = {name: value for name, value in rows}
    for name, value in values.items():
        if name not in present:
            store.change(
                "INSERT INTO metric (application_id, input, value, origin) VALUES (?, ?, ?, ?)",
                (key, name, value, origin),
            )
        elif present[name] != value:
            store.change(
                "UPDATE metric SET value = ?, origin = ? WHERE application_id = ? AND input = ?",
                (value, origin, key, name),
            )


def delete_metrics(store: Store, key: int, names: Iterable[str]) -> None:
    """Delete inputs that no counted detail row gives any more."""
    store.change_many(
        "DELETE FROM metric WHERE application_id = ? AND input = ?",
        [(key, name) for name in sorted(names)],
    )


def update_detail(store: Store, key: int, row: DetailRow) -> None:
    """Write whether a detail row counts, why not, and who said so."""
    store.change(
        "UPDATE detail SET counted = ?, reason = ?, decided_by = ?"
        " WHERE application_id = ? AND kind = ? AND line = ?",
        (int(row.counted), row.reason, row.decided_by, key, row.kind.value, row.line),
    )


def replace_details(store: Store, key: int, kind: DetailKind, rows: Iterable[DetailRow]) -> None:
    """Replace the detail rows of one application and kind."""
    store.change("DELETE FROM detail WHERE application_id = ? AND kind = ?", (key, kind.value))
    store.change_many(
        "INSERT INTO detail (application_id, kind, line, fields, counted, reason, decided_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                key,
                kind.value,
                row.line,
                json.dumps(dict(row.fields), ensure_ascii=False, sort_keys=True),
                int(row.counted),
                row.reason,
                row.decided_by,
            )
            for row in rows
        ),
    )


def load_details(store: Store) -> dict[tuple[str, str], tuple[DetailRow, ...]]:
    """Read the detail rows by application number and kind, in line order."""
    found: dict[tuple[str, str], list[DetailRow]] = {}
    for values in store.stream(f"{_DETAILS} ORDER BY d.application_id, d.kind, d.line"):
        row = _detail(values)
        found.setdefault((row.application, row.kind.value), []).append(row)
    return {place: tuple(rows) for place, rows in found.items()}


def load_details_of(store: Store, key: int) -> dict[DetailKind, tuple[DetailRow, ...]]:
    """Read the detail rows of one application by kind, in line order."""
    found: dict[DetailKind, list[DetailRow]] = {}
    for values in store.rows(
        f"{_DETAILS} WHERE d.application_id = ? ORDER BY d.kind, d.line", (key,)
    ):
        row = _detail(values)
        found.setdefault(row.kind, []).append(row)
    return {kind: tuple(rows) for kind, rows in found.items()}


_DETAILS = (
    "SELECT a.number, d.kind, d.line, d.fields, d.counted, d.reason, d.decided_by"
    " FROM detail AS d JOIN application AS a ON a.id = d.application_id"
)


def _detail(values: Row) -> DetailRow:
    number, kind, line, fields, counted, reason, by = values
    return DetailRow(
        application=number,
        kind=DetailKind(kind),
        line=line,
        fields=json.loads(fields),
        counted=counted == 1,
        reason=reason,
        decided_by=by,
    )


def write_computed(store: Store, key: int, computed: Mapping[str, Computed], by: str) -> None:
    """Write the computed scores of one application, leaving equal ones untouched."""
    present = {
        row[0]: row[1:]
        for row in store.rows(
            "SELECT indicator, value, formula, inputs, trouble, trouble_detail"
            " FROM objective_score WHERE application_id = ?",
            (key,),
        )
    }
    for code in present.keys() - computed.keys():
        store.change(
            "DELETE FROM objective_score WHERE application_id = ? AND indicator = ?", (key, code)
        )
    for code, item in computed.items():
        row = _computed_row(item)
        if code not in present:
            store.change(
                "INSERT INTO objective_score (value, formula, inputs, trouble, trouble_detail,"
                " computed_by, application_id, indicator) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, by, key, code),
            )
        elif present[code] != row:
            store.change(
                "UPDATE objective_score SET value = ?, formula = ?, inputs = ?, trouble = ?,"
                " trouble_detail = ?, computed_by = ? WHERE application_id = ? AND indicator = ?",
                (*row, by, key, code),
            )


def load_computed_of(store: Store, key: int) -> dict[str, Computed]:
    """Read the computed scores of one application by indicator."""
    rows = store.rows(f"{_COMPUTED} WHERE application_id = ?", (key,))
    return {
        code: Computed(
            value=None if value is None else parse_exact(value),
            formula=formula,
            inputs=StoredTexts(inputs),
            trouble=trouble,
            trouble_detail=detail,
        )
        for _key, code, value, formula, inputs, trouble, detail in rows
    }


_COMPUTED = (
    "SELECT application_id, indicator, value, formula, inputs, trouble, trouble_detail"
    " FROM objective_score"
)


def load_computed(store: Store) -> dict[int, dict[str, Computed]]:
    """Read the computed scores by application key and indicator."""
    found: dict[int, dict[str, Computed]] = {}
    formulas: dict[str, str] = {}
    parse = cache(parse_exact)
    for key, code, value, formula, inputs, trouble, detail in store.stream(_COMPUTED):
        found.setdefault(key, {})[code] = Computed(
            value=None if value is None else parse(value),
            formula=formulas.setdefault(formula, formula),
            inputs=StoredTexts(inputs),
            trouble=trouble,
            trouble_detail=detail,
        )
    return found


def insert_metrics(store: Store, rows: Iterable[tuple[int, Mapping[str, str]]]) -> None:
    """Write the inputs of applications that have none yet."""
    store.change_many(
        "INSERT INTO metric (application_id, input, value, origin) VALUES (?, ?, ?, 'import')",
        ((key, name, value) for key, values in rows for name, value in values.items()),
    )


def insert_computed(
    store: Store, rows: Iterable[tuple[int, Mapping[str, Computed]]], by: str
) -> None:
    """Write the computed scores of applications that have none yet."""
    store.change_many(
        "INSERT INTO objective_score (value, formula, inputs, trouble, trouble_detail,"
        " computed_by, application_id, indicator) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*_computed_row(item), by, key, code)
            for key, computed in rows
            for code, item in computed.items()
        ),
    )


def _computed_row(item: Computed) -> tuple[str | None, str, str, str, str]:
    value = None if item.value is None else format_exact(item.value)
    inputs = json.dumps(dict(item.inputs), ensure_ascii=False, sort_keys=True)
    return (value, item.formula, inputs, item.trouble, item.trouble_detail)
