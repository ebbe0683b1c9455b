"""The only windows that stop the user: a question with its consequence, a file to choose.

What was refused is no question: it is said in the message bar.
"""

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget


def ask(parent: QWidget, question: str, *, yes: str, no: str, detail: str = "") -> bool:
    """Ask before what cannot be undone; `no` is the safe answer and the default.

    `yes` and `no` name the deed ("Submit", "Keep on scoring"), not agreement.
    """
    box = QMessageBox(QMessageBox.Icon.Question, "", question, parent=parent)
    box.setInformativeText(detail)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    safe = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(safe)
    box.setEscapeButton(safe)
    box.exec()
    pressed: QAbstractButton = box.clickedButton()
    return pressed is agreed


def choose_file(parent: QWidget, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    """Ask for a file that is there; `kinds` in Qt's form "Name (*.xlsx *.csv)"."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder or ""), kinds)
    return Path(name) if name else None


def choose_files(parent: QWidget, title: str, kinds: str) -> tuple[Path, ...]:
    """Ask for files that are there, none or several."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return tuple(Path(name) for name in names)


def choose_new_file(
    parent: QWidget, title: str, kinds: str, suggestion: Path | None = None
) -> Path | None:
    """Ask where a new file shall be written."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion or ""), kinds)
    return Path(name) if name else None


def choose_folder(parent: QWidget, title: str, folder: Path | None = None) -> Path | None:
    """Ask for a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder or ""))
    return Path(name) if name else None
