"""Put the whole batch into one folder that proves itself without this program.

Nothing stands under its name before `check.py`, the program that goes with it, agrees.
"""

import json
import re
import shutil
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from reviewer_app import __version__
from reviewer_app.archive import check, listing
from reviewer_app.archive.listing import Known
from reviewer_app.archive.manifest import FILE, Origin, digest_of, listed, write_manifest
from reviewer_app.archive.tables import write_tables
from reviewer_app.domain.document import CODE_DIGITS, Edition
from reviewer_app.domain.errors import ArchiveDiffers, FileExists
from reviewer_app.domain.retention import Retention, retention_of_scan
from reviewer_app.domain.rules.rights import View
from reviewer_app.i18n import Translator
from reviewer_app.queries.ranking import ranking
from reviewer_app.queries.ranking_json import ranking_document
from reviewer_app.queries.report import ReportOrder
from reviewer_app.reports import catalogue
from reviewer_app.reports.writing import write_report
from reviewer_app.storage.attachments import attachment_folder
from reviewer_app.storage.backup import make_backup
from reviewer_app.storage.batch import load_batch
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.storage.exports import Export, log_export, sealed_copies
from reviewer_app.storage.sessions import is_rehearsal
from reviewer_app.storage.signing import load_scans
from reviewer_app.storage.store import Store
from reviewer_app.words.report_list import scan_title
from reviewer_app.workflow.write_reports import write_reports
from reviewer_app.workspace import Workspace, backup_folder

CATALOGUE = "catalogue.xlsx"
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST = 60


def make_archive(
    workspace: Workspace,
    to: Path,
    translate: Translator,
    *,
    allow_missing: bool = False,
    tell: Callable[[str], None] = lambda _what: None,
) -> Path:
    """Write the archive into a new folder below `to` and give that folder.

    Args:
        tell: hears what is being written next.

    Raises:
        NotAllowed, VerifyFailed, FileExists, ReviewerError: nothing stands there.
        ArchiveDiffers: what was written does not give the ranking; it was removed.
    """
    workspace.require_view(View.REPORTS)
    target = to / _name(workspace, translate)
    if target.exists():
        raise FileExists(target)
    part = target.with_name(f".{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        _fill(workspace, part, translate, allow_missing=allow_missing, tell=tell)
        _require_agreement(part)
        part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _log(workspace, target)
    return target


def _name(workspace: Workspace, translate: Translator) -> str:
    title = _UNSAFE.sub("_", _title(workspace, translate)).strip(" .")[:_LONGEST]
    sequence, _ = workspace.store.head()
    return f"{title}-{workspace.stamp()[:10]}-{sequence}"


def _title(workspace: Workspace, _: Translator) -> str:
    """Give the title of the batch, that of a rehearsal with its mark."""
    title = load_batch(workspace.store).title
    if not is_rehearsal(workspace.store):
        return title
    return _("REHEARSAL · {title}").format(title=title)


def _fill(
    workspace: Workspace,
    folder: Path,
    translate: Translator,
    *,
    allow_missing: bool,
    tell: Callable[[str], None],
) -> None:
    for edition in Edition:
        files = tuple(
            (row.key, form)
            for row in catalogue.made_now()
            if edition is Edition.INTERNAL or row.has_public
            for form in row.formats
        )
        write_reports(
            workspace,
            files,
            folder / listing.DOCUMENTS,
            ReportOrder(edition, translate),
            allow_missing=allow_missing,
            tell=lambda written: tell(written.path.name),
        )
    tell(listing.WORKSPACE)
    kept = folder / listing.WORKSPACE
    made = make_backup(
        workspace.store, kept, workspace.store.path.stem, workspace.surroundings.now()
    )
    attached = attachment_folder(workspace.store.path)
    if attached.is_dir():
        shutil.copytree(attached, attachment_folder(made.path))
    _copy_sealed(workspace, folder / listing.SEALED)
    tell(listing.TABLES)
    write_tables(workspace.store, folder / listing.TABLES)
    _write_ranking(workspace, folder, translate)
    source = (resources.files("reviewer_app.archive") / "check.py").read_bytes()
    (folder / "check.py").write_bytes(source)
    tell(CATALOGUE)
    _write_lists(workspace, folder, translate)


def _copy_sealed(workspace: Workspace, folder: Path) -> None:
    """Copy what was sealed, as far as it is still where it was kept."""
    store = workspace.store
    for one in sealed_copies(store, store.head()[0]):
        source = backup_folder(store) / one.file
        if not source.is_file():
            continue
        if digest_of(source) != one.sha256:
            raise ArchiveDiffers(1, one.file)
        folder.mkdir(exist_ok=True)
        shutil.copyfile(source, folder / one.file)


def _scans(store: Store, folder: Path, _: Translator) -> dict[str, Known]:
    """Say of each scan in the folder what was signed; one file may be of several papers."""
    found: dict[str, Known] = {}
    for attached in (folder / listing.WORKSPACE).glob("*.files"):
        for scan in load_scans(store):
            path = f"{listing.WORKSPACE}/{attached.name}/{scan.file.kept_as}"
            title, kept = scan_title(scan.code, _), retention_of_scan(scan.code)
            if path in found:
                before = found[path]
                title = f"{before.title}; {title}"
                kept = min(before.retention, kept, key=list(Retention).index)
            found[path] = Known(title, kept)
    return found


def _write_ranking(workspace: Workspace, folder: Path, translate: Translator) -> None:
    told = ranking_document(ranking(workspace), translate)
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / "ranking.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _write_lists(workspace: Workspace, folder: Path, translate: Translator) -> None:
    """Write the catalogue of all files so far, then the manifest with it."""
    batch, (sequence, head) = load_batch(workspace.store), workspace.store.head()
    made_at = workspace.stamp()
    maker = load_settings(workspace.store).get("bureau.name", "") or workspace.actor.name
    title = _title(workspace, translate)
    known = _scans(workspace.store, folder, translate)
    heading = listing.Heading(
        title, maker, made_at, sequence, is_rehearsal(workspace.store), _lost(workspace, folder)
    )
    document = listing.catalogue_document(heading, listed(folder), known, translate)
    write_report(document, folder / CATALOGUE, allow_missing=True)
    origin = Origin(
        batch=title,
        uuid=batch.uuid,
        made_at=made_at,
        made_by=workspace.actor.name,
        program=f"reviewer-app {__version__}",
        sequence=sequence,
        head=head,
        is_rehearsal=is_rehearsal(workspace.store),
    )
    kept = {file.path: listing.retention_of(file.path, known).value for file in listed(folder)}
    write_manifest(folder, origin, kept)


def _lost(workspace: Workspace, folder: Path) -> tuple[str, ...]:
    store = workspace.store
    names = (one.file for one in sealed_copies(store, store.head()[0]))
    return tuple(name for name in names if not (folder / listing.SEALED / name).is_file())


def _require_agreement(folder: Path) -> None:
    findings = (
        *check.check_files(folder),
        *check.check_kept(folder),
        *check.check_ranking(folder),
    )
    if findings:
        raise ArchiveDiffers(len(findings), findings[0])


def _log(workspace: Workspace, target: Path) -> None:
    """Log the archive like a document: its code is that of the manifest."""
    sha, (sequence, _) = digest_of(target / FILE), workspace.store.head()
    code = f"00-archive · {sequence} · {sha[:CODE_DIGITS]}"
    log_export(
        workspace.store,
        Export(workspace.stamp(), workspace.actor.name, target.name, code, sha, ""),
    )
