"""The pages of the wizard that are no plain forms: clerk, title, scheme, files, place."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Person, Role
from reviewer_app.domain.plans import ImportKind, ImportPlan
from reviewer_app.domain.scheme import Scheme
from reviewer_app.i18n import Translator
from reviewer_app.queries.first_imports import FIRST_KINDS, FirstFile
from reviewer_app.queries.new_place import ENDING, file_name, require_new_place
from reviewer_app.queries.schemes import bundled_schemes, scheme_of_file, scheme_of_key
from reviewer_app.words.failures import sentence_of
from reviewer_app.words.import_plan import plan_summary, problem_lines
from reviewer_app.words.scheme import describe_method
from reviewer_app.words.templates import sheet_title
from ui import messages
from ui.dialogs.batch_forms import TextForm, bureau_form
from ui.theme.theme import scaled
from ui.widgets.labels import button, label, restyle
from ui.widgets.notice import Notice
from ui.widgets.scheme_view import SchemeView

_SHOWN = 4
"""So many problems of a file are listed; the rest is counted."""


class ClerkPage(QWidget):
    """Who begins the batch: the first of its people, a secretary."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translate
        self._name = QLineEdit()
        self._name.setAccessibleName(_("Your name"))
        told = label(_("Your na&me, as on papers"))
        told.setBuddy(self._name)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(8))
        column.addWidget(told)
        column.addWidget(self._name)
        column.addSpacing(scaled(8))
        column.addWidget(
            label(
                _("The batch is begun under your name, and you have signed in when it is there."),
                "secondary",
                wrap=True,
            )
        )
        column.addStretch(1)
        self.setFocusProxy(self._name)

    def clerk(self) -> Person:
        """Give who was told so far; the name may still be empty."""
        return Person(self._name.text().strip(), Role.SECRETARY)


class TitlePage(QWidget):
    """The title of the batch, and the bureau that stands on its papers."""

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = translate
        self.settings: dict[str, str] = {}
        self._title = QLineEdit()
        self._title.setAccessibleName(_("Title of the batch"))
        self._title.setPlaceholderText(_("e.g. Vertical AI models, first batch of 2026"))
        self._form: TextForm = bureau_form(_)
        self._form.edited.connect(self._edited)
        told = label(_("&Title of the batch"))
        told.setBuddy(self._title)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self._title)
        column.addSpacing(scaled(16))
        column.addWidget(
            label(_("The bureau stands on every paper. It can be changed later."), "secondary")
        )
        column.addWidget(self._form, 1)
        self.setFocusProxy(self._title)

    def title(self) -> str:
        """Give the title as typed so far."""
        return self._title.text().strip()

    def finish(self) -> None:
        """Take what is half typed."""
        self._form.finish()

    def _edited(self, key: str, value: str) -> None:
        self.settings[key] = value


class SchemePage(QWidget):
    """A bundled scheme or one of the bureau's own, as reviewers will see it.

    Signals:
        chosen: another scheme was chosen.
    """

    chosen = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self.translate = translate
        self._choice = QComboBox()
        self._choice.setAccessibleName(_("Scheme"))
        for key, title in bundled_schemes(_.language):
            self._choice.addItem(title, key)
        self._choice.activated.connect(self._bundled)
        self._notice = Notice()
        self._method = label("", "secondary", wrap=True)
        self._view = SchemeView(_)
        row = QHBoxLayout()
        row.addWidget(self._choice, 1)
        row.addWidget(button(_("From a &file…"), self._from_file, name="folder-open"))
        column = QVBoxLayout(self)
        column.setSpacing(scaled(8))
        column.addLayout(row)
        column.addWidget(self._notice)
        column.addWidget(self._method)
        column.addWidget(self._view, 1)
        self._bundled()

    @property
    def scheme(self) -> Scheme:
        """The scheme that is shown."""
        return self._scheme

    def _bundled(self) -> None:
        self._show(scheme_of_key(str(self._choice.currentData())))

    def _from_file(self) -> None:
        _ = self.translate
        kinds = _("Schemes (*.xlsx *.toml)")
        path = messages.choose_file(self, _("A scheme of your own"), kinds)
        if path is None:
            return
        try:
            scheme = scheme_of_file(path)
        except ReviewerError as refusal:
            self._notice.say(sentence_of(refusal, _), "wrong")
            return
        self._choice.setCurrentIndex(-1)
        self._choice.setPlaceholderText(f"{scheme.title}  ({path.name})")
        self._show(scheme)

    def _show(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._view.show_scheme(scheme)
        self._method.setText(describe_method(scheme, self.translate))
        if scheme.notice:
            self._notice.say(scheme.notice, "attention")
        else:
            self._notice.hide()
        self.chosen.emit()


class FilesPage(QWidget):
    """The first workbooks; each is planned at once and its problems are shown.

    Signals:
        changed: a file was chosen or taken away; they are to be planned anew.
    """

    changed = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self.translate = translate
        self._files: dict[ImportKind, Path] = {}
        self._names: dict[ImportKind, QLabel] = {}
        self._told: dict[ImportKind, QLabel] = {}
        column = QVBoxLayout(self)
        column.addWidget(
            label(
                _("Workbooks you have already. What is missing is imported later, in its place."),
                "secondary",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(scaled(6))
        grid.setHorizontalSpacing(scaled(12))
        grid.setColumnStretch(1, 1)
        for place, kind in enumerate(FIRST_KINDS):
            self._add_row(grid, 2 * place, kind)
        column.addLayout(grid)
        column.addStretch(1)

    def files(self) -> tuple[FirstFile, ...]:
        """Give the chosen files."""
        return tuple(FirstFile(kind, path) for kind, path in self._files.items())

    def show_plans(self, plans: Mapping[ImportKind, ImportPlan]) -> None:
        """Show beside each file what it would bring, or what is wrong with it."""
        _ = self.translate
        for kind, told in self._told.items():
            plan = plans.get(kind)
            told.setVisible(plan is not None)
            if plan is None:
                continue
            told.setProperty("meaning", "good" if plan.is_clean else "wrong")
            told.setText(plan_summary(plan, _) if plan.is_clean else _problems(plan, _))
            restyle(told)

    def choose(self, kind: ImportKind, path: Path) -> None:
        """Take a file."""
        self._files[kind] = path
        self._names[kind].setText(path.name)
        self._names[kind].setToolTip(str(path))
        self.changed.emit()

    def _add_row(self, grid: QGridLayout, row: int, kind: ImportKind) -> None:
        _ = self.translate
        self._names[kind] = label(_("no file"), "faint")
        self._told[kind] = label("", wrap=True)
        self._told[kind].hide()
        choose = button(_("Choose…"), self._ask, name="folder-open")
        take = button("", self._take_away, kind="quiet", name="x", tip=_("Without this file"))
        for made, words in ((choose, _("Choose…")), (take, _("Without this file"))):
            made.setObjectName(kind.value)
            made.setAccessibleName(f"{sheet_title(kind, _)}: {words}")
        grid.addWidget(label(sheet_title(kind, _)), row, 0)
        grid.addWidget(self._names[kind], row, 1)
        grid.addWidget(choose, row, 2)
        grid.addWidget(take, row, 3)
        grid.addWidget(self._told[kind], row + 1, 1, 1, 3)

    def _ask(self) -> None:
        _ = self.translate
        kind = ImportKind(self.sender().objectName())
        folder = next(iter(self._files.values())).parent if self._files else None
        kinds = _("Workbooks (*.xlsx *.csv)")
        path = messages.choose_file(self, sheet_title(kind, _), kinds, folder)
        if path is not None:
            self.choose(kind, path)

    def _take_away(self) -> None:
        _ = self.translate
        kind = ImportKind(self.sender().objectName())
        if self._files.pop(kind, None) is not None:
            self._names[kind].setText(_("no file"))
            self.changed.emit()


class PlacePage(QWidget):
    """Where the file of the batch is kept, and what will be in it."""

    def __init__(self, translate: Translator, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self.translate = translate
        self._folder = folder
        self._is_own = False
        self._path = QLineEdit()
        self._path.setAccessibleName(_("File of the batch"))
        self._path.textEdited.connect(self._typed)
        self._refusal = Notice()
        self._summary = label("", wrap=True)
        told = label(_("&File of the batch"))
        told.setBuddy(self._path)
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        row.addWidget(button(_("Choose…"), self._ask, name="folder-open"))
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addLayout(row)
        column.addWidget(
            label(
                _(
                    "On a disk of this computer. Network shares and sticks are refused: scores"
                    " could be lost there."
                ),
                "faint",
                wrap=True,
            )
        )
        column.addWidget(self._refusal)
        column.addSpacing(scaled(16))
        column.addWidget(self._summary)
        column.addStretch(1)

    def path(self) -> Path:
        """Give the file as it stands in the field."""
        text = self._path.text().strip()
        return Path(text if text.endswith(ENDING) else text + ENDING)

    def suggest(self, title: str) -> None:
        """Name the file by the title, unless the user has named it."""
        if not self._is_own:
            self._path.setText(str(self._folder / file_name(title)))
        self.is_safe()

    def summarize(self, lines: Sequence[str]) -> None:
        """Say what will be in the batch."""
        self._summary.setText("\n".join(lines))

    def is_safe(self) -> bool:
        """Look at the place and say what is wrong with it."""
        try:
            require_new_place(self.path())
        except ReviewerError as refusal:
            self._refusal.say(sentence_of(refusal, self.translate), "wrong")
            return False
        self._refusal.hide()
        return True

    def _typed(self) -> None:
        self._is_own = True
        self.is_safe()

    def _ask(self) -> None:
        _ = self.translate
        kinds = _("Batches (*.review)")
        path = messages.choose_new_file(self, _("File of the batch"), kinds, self.path())
        if path is not None:
            self._path.setText(str(path))
            self._typed()


def _problems(plan: ImportPlan, _: Translator) -> str:
    lines = list(problem_lines(plan, _))
    shown = lines[:_SHOWN]
    if len(lines) > _SHOWN:
        shown.append(_("… and {count} more").format(count=len(lines) - _SHOWN))
    shown.append(_("Mend the file and choose it again, or go on: it is left out for now."))
    return "\n".join(shown)
