"""Settings of this user on this PC; they hold at once."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer_app import __version__, paths
from reviewer_app.domain.person import Role
from reviewer_app.settings import (
    LARGEST_TEXT,
    LOCK_AFTER,
    SMALLEST_TEXT,
    Look,
    Settings,
    load_settings,
)
from reviewer_app.workflow.back_up import back_up
from reviewer_app.workspace import Workspace
from ui import messages
from ui.desk import Desk, Task
from ui.jobs import Progress
from ui.place import Screen
from ui.screens.settings.sign_in import SignInPanel
from ui.theme.theme import scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, frame, label

_TEXT_STEP = 25
_SET_UP = (Role.SECRETARY, Role.ADMINISTRATOR)


class SettingsPlace(Screen):
    """Language, look, text size, movement, lock; how one signs in; where things are kept."""

    watches = frozenset({"batch_setting", "person", "pin_seal"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._build()
        self._lay_out()

    @property
    def sets_up(self) -> bool:
        """Whether who sits here sets up the batch too."""
        return self.desk.actor.role in _SET_UP

    def look_again(self) -> None:
        settings = load_settings(paths.settings_file())
        language = settings.language or self.translate.language
        chosen = (language, settings.look.value, str(settings.text_size))
        for group in (self._languages, self._looks, self._sizes):
            for made in group.buttons():
                made.setChecked(made.objectName() in chosen)
        for made in self._locks.buttons():
            made.setChecked(made.objectName() == str(settings.lock_after))
        _ = self.translate
        self._still.setChecked(settings.still)
        self._disk_told.setText(settings.second_disk or _("none"))
        self._no_disk.setEnabled(bool(settings.second_disk))
        if self._sign_in is not None:
            self._sign_in.look_again()

    def _build(self) -> None:
        _ = self.translate
        self._languages = self._choices((("zh_CN", "中文"), ("en", "English")), self._set_language)
        looks = (
            (Look.SYSTEM.value, _("As the system")),
            (Look.LIGHT.value, _("Light")),
            (Look.DARK.value, _("Dark")),
            (Look.CONTRAST.value, _("High contrast")),
        )
        self._looks = self._choices(looks, self._set_look)
        steps = range(SMALLEST_TEXT, LARGEST_TEXT + 1, _TEXT_STEP)
        sizes = tuple((str(size), f"{size} %") for size in steps)
        self._sizes = self._choices(sizes, self._set_size)
        self._locks = self._choices(self._waits(), self._set_lock)
        self._sign_in = SignInPanel(self.desk) if self.sets_up else None
        self._still = QCheckBox(_("Nothing moves"))
        self._still.clicked.connect(self._set_still)
        self._disk_told = label("", "secondary")
        self._no_disk = button(_("None"), self._forget_disk, kind="quiet", name="x")

    def _lay_out(self) -> None:
        _ = self.translate
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(16))
        column.addWidget(label(_("Settings of this PC"), "page"))
        column.addWidget(frame("raised", self._form()))
        if self._sign_in is not None:
            column.addWidget(label(_("Signing in to this batch"), "section"))
            column.addWidget(frame("raised", _around(self._sign_in)))
        column.addWidget(label(_("This program"), "section"))
        column.addWidget(frame("raised", self._about()))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _form(self) -> QFormLayout:
        _ = self.translate
        form = QFormLayout()
        form.setHorizontalSpacing(scaled(24))
        form.setVerticalSpacing(scaled(16))
        form.addRow(_("Language"), self._in_a_row(self._languages))
        form.addRow(_("Look"), self._in_a_row(self._looks))
        form.addRow(_("Text size"), self._in_a_row(self._sizes))
        form.addRow(_("Movement"), self._still)
        form.addRow(_("Lock when nobody touches it"), self._in_a_row(self._locks))
        disk = QHBoxLayout()
        disk.addWidget(self._disk_told)
        disk.addWidget(button(_("Choose a folder…"), self._choose_disk, name="folder-open"))
        disk.addWidget(self._no_disk)
        disk.addStretch(1)
        form.addRow(_("Second disk for backups"), disk)
        if self.desk.actor.role is Role.SECRETARY:
            now = QHBoxLayout()
            now.addWidget(button(_("Back up this batch…"), self._back_up, name="save"))
            now.addStretch(1)
            form.addRow(_("Backup"), now)
        return form

    def _about(self) -> QFormLayout:
        _ = self.translate
        about = QFormLayout()
        about.setHorizontalSpacing(scaled(24))
        for title, text in (
            (_("Version"), __version__),
            (_("Backups"), str(paths.backup_folder())),
            (_("Log"), str(paths.log_folder())),
            (_("Licence"), _("Apache License 2.0; Qt under the LGPL; see the folder of licences")),
        ):
            told = label(text, "secondary", wrap=True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            about.addRow(title, told)
        return about

    def _waits(self) -> tuple[tuple[str, str], ...]:
        _ = self.translate
        timed = [minutes for minutes in LOCK_AFTER if minutes]
        told = _("{minutes} min")
        choices = [(str(minutes), told.format(minutes=minutes)) for minutes in timed]
        return (*choices, ("0", _("Never")))

    def _choices(self, choices: tuple[tuple[str, str], ...], chosen: object) -> QButtonGroup:
        group = QButtonGroup(self)
        for key, title in choices:
            made = QPushButton(title)
            made.setCheckable(True)
            made.setObjectName(key)
            group.addButton(made)
        group.buttonClicked.connect(chosen)
        return group

    def _in_a_row(self, group: QButtonGroup) -> QWidget:
        return flow_row(0, *group.buttons())

    def _set_language(self, pressed: QPushButton) -> None:
        self._want(replace(self._present(), language=pressed.objectName()))

    def _set_look(self, pressed: QPushButton) -> None:
        self._want(replace(self._present(), look=Look(pressed.objectName())))

    def _set_size(self, pressed: QPushButton) -> None:
        self._want(replace(self._present(), text_size=int(pressed.objectName())))

    def _set_lock(self, pressed: QPushButton) -> None:
        self._want(replace(self._present(), lock_after=int(pressed.objectName())))

    def _set_still(self) -> None:
        self._want(replace(self._present(), still=self._still.isChecked()))

    def _choose_disk(self) -> None:
        _ = self.translate
        folder = messages.choose_folder(self, _("Second disk for backups"))
        if folder is not None:
            self._want(replace(self._present(), second_disk=str(folder)))

    def _forget_disk(self) -> None:
        self._want(replace(self._present(), second_disk=""))

    def _back_up(self) -> None:
        _ = self.translate
        folder = messages.choose_folder(self, _("Back up this batch"))
        if folder is not None:
            self.desk.work(Task(_("Backing up…"), partial(_copy, folder), self._backed_up))

    def _backed_up(self, made: Path) -> None:
        _ = self.translate
        self.said.emit(_("A verified copy is at {path}.").format(path=made))

    def _present(self) -> Settings:
        return load_settings(paths.settings_file())

    def _want(self, settings: Settings) -> None:
        if settings != self._present():
            self.wanted.emit(settings)


def _around(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(widget)
    return column


def _copy(folder: Path, workspace: Workspace, _progress: Progress) -> Path:
    return back_up(workspace, folder).path
