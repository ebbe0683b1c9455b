"""Some things have one home: who else uses them is named here."""

from pathlib import Path

import pytest

from tests.architecture.files import PACKAGES, imported, is_within, sources

HOMES = {
    ("PySide6.QtWidgets.QMessageBox", "PySide6.QtWidgets.QFileDialog"): "ui/messages.py",
    (
        "threading",
        "concurrent.futures.ThreadPoolExecutor",
        "PySide6.QtCore.QThread",
        "PySide6.QtCore.QThreadPool",
        "PySide6.QtCore.QRunnable",
    ): "ui/jobs.py",
    (
        "subprocess",
        "multiprocessing",
        "concurrent.futures.ProcessPoolExecutor",
    ): "reviewer_app/processes.py",
    ("PySide6.QtCore.QSettings",): "ui/window_state.py",
    ("reportlab.platypus",): "reviewer_app/reports/pdf.py",
}


@pytest.mark.parametrize(("names", "home"), HOMES.items())
def test_it_is_used_at_home_only(names: tuple[str, ...], home: str) -> None:
    users = [
        path
        for path in sources(*PACKAGES)
        if any(is_within(name, names) for name in imported(path))
    ]

    assert [path for path in users if path != Path(home)] == []
