"""The archive of a closed meeting holds what was signed and sealed, and finds a changed byte."""

import json
import shutil
from pathlib import Path

import pytest

from reviewer_app.archive import check
from reviewer_app.domain.document import Edition
from reviewer_app.i18n import translator
from reviewer_app.queries.report import ReportOrder, prepare
from reviewer_app.storage.exports import sealed_copies
from reviewer_app.storage.signing import load_scans
from reviewer_app.workflow.close_session import settle_results
from reviewer_app.workflow.make_archive import make_archive
from reviewer_app.workflow.seal import seal
from reviewer_app.workflow.sign import attach_scan, sign_document
from tests.conftest import STATE_VARIABLES
from tests.reports.test_award_forms import the_rows
from tests.session.meeting import PANEL, SUPERVISOR, Meeting, reviewer, to_final
from tests.session.test_signing import a_picture

ZH = translator("zh_CN")


def closed(folder: Path) -> Meeting:
    """Signed by everybody, one scan of the ranking, sealed."""
    meeting = to_final(folder / "w.review")
    settle_results(meeting.staff)
    for person in (*(reviewer(number) for number in PANEL), SUPERVISOR):
        sign_document(meeting.staff, "11", person)
    attach_scan(meeting.staff, "11", a_picture(folder))
    seal(meeting.staff)
    return meeting


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("closed")
    with pytest.MonkeyPatch.context() as patch:
        for name in STATE_VARIABLES:
            patch.setenv(name, str(folder / "state" / name.lower()))
        meeting = closed(folder)
        try:
            return make_archive(meeting.staff, folder / "kept", ZH, allow_missing=True)
        finally:
            meeting.staff.close()


def scan_in(folder: Path) -> Path:
    [found] = (folder / "workspace").glob("*.files/*.png")
    return found


def test_scan_and_sealed_copy_are_in_the_folder_with_their_class(archive: Path) -> None:
    manifest = json.loads((archive / "manifest.json").read_text("utf-8"))
    kept = {item["path"]: item["retention"] for item in manifest["files"]}

    [sealed] = (archive / "sealed").iterdir()
    assert kept[f"sealed/{sealed.name}"] == "permanent"
    assert kept[scan_in(archive).relative_to(archive).as_posix()] == "permanent"


def test_list_23_names_scan_and_sealed_copy(tmp_path: Path) -> None:
    meeting = closed(tmp_path)
    store = meeting.staff.store

    printed = prepare(meeting.staff, "archive-list", ReportOrder(Edition.INTERNAL, ZH))
    rows = {row[1]: row for row in the_rows(printed)}

    [scan], [copy] = load_scans(store), sealed_copies(store, store.head()[0])
    signed = rows[f"签字扫描件：{scan.code}"]
    assert (signed[6], signed[7], signed[8]) == ("永久", "签字页.png", scan.file.digest[:12])
    assert rows["评审库封存副本"][7:] == (copy.file, copy.sha256[:12])
    meeting.staff.close()


@pytest.mark.parametrize("place", ["scan", "sealed"])
def test_one_flipped_byte_is_found_even_with_all_digests_made_anew(
    archive: Path, tmp_path: Path, place: str
) -> None:
    copy = Path(shutil.copytree(archive, tmp_path / "copy"))
    file = scan_in(copy) if place == "scan" else next((copy / "sealed").iterdir())
    file.chmod(0o600)
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    assert len(list(check.check_files(copy))) == 1
    manifest = json.loads((copy / "manifest.json").read_text("utf-8"))
    for item in manifest["files"]:
        item["sha256"] = check.sha256(copy / item["path"])
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    assert list(check.check_files(copy)) == []
    assert len(list(check.check_kept(copy))) == 1


def test_an_untouched_archive_agrees(archive: Path) -> None:
    assert check.main(["check.py", str(archive)]) == 0
