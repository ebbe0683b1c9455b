"""The shell's one composition root: settings, look, jobs, window, the open batch."""

import sys
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer_app import paths
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Actor, Person, Role
from reviewer_app.i18n import LANGUAGES, Translator, translator
from reviewer_app.queries.batch import batch_title
from reviewer_app.queries.people import people_of_batch
from reviewer_app.settings import Settings, load_settings, save_settings
from reviewer_app.workflow.add_person import add_person
from reviewer_app.workspace import Surroundings, Workspace, open_to_work
from ui.desk import Desk
from ui.jobs import JobRunner
from ui.main_window import MainWindow
from ui.screens.signin.screen import SignIn
from ui.screens.start.screen import Start
from ui.theme.theme import apply_theme


@dataclass(frozen=True, slots=True)
class Opening:
    """How the program was started: a workspace (None: the last one), language, the user."""

    workspace: Path | None
    language: str
    user: str


class Shell(QObject):
    """What is open and who sits at it."""

    def __init__(self, opening: Opening, application: QApplication) -> None:
        super().__init__(application)
        self._opening = opening
        self._application = application
        self.settings = load_settings(paths.settings_file())
        self.jobs = JobRunner(self)
        self._workspace: Workspace | None = None
        self._qt_words = QTranslator(self)
        apply_theme(application, self.settings)
        self.window = self._window()

    def begin(self) -> None:
        """Show the window with the named workspace, the last one, or the start page."""
        named = self._opening.workspace
        self.show_start()
        self.window.show()
        if named is not None:
            self.open(named)
        elif self.settings.recent and Path(self.settings.recent[0]).is_file():
            self.open(Path(self.settings.recent[0]))

    def show_start(self) -> None:
        """Let go of the open batch and show the start page."""
        self._let_go()
        page = Start(self.settings.recent, self.translate)
        page.opening.connect(self.open)
        self.window.show_page(page)

    def open(self, path: Path) -> None:
        """Open a workspace and ask who sits there; a refusal is said on the start page."""
        self._let_go()
        try:
            self._workspace = open_to_work(path, self._surroundings(self._somebody()))
        except ReviewerError as refusal:
            self.window.refuse(refusal)
            return
        self.keep(self.settings.with_recent(path.resolve()))
        self.ask_who()

    def ask_who(self) -> None:
        """Show sign-in for the open batch; what was on the screen is gone."""
        assert self._workspace is not None
        self._workspace = replace(
            self._workspace, surroundings=self._surroundings(self._somebody())
        )
        page = SignIn(people_of_batch(self._workspace), self.translate)
        page.chosen.connect(self.sign_in)
        page.added.connect(self._add)
        page.closed.connect(self.show_start)
        self.window.show_page(page, batch_title(self._workspace))

    def sign_in(self, person: Person) -> None:
        """Show the places of a person."""
        assert self._workspace is not None
        acting = replace(self._workspace, surroundings=self._surroundings(person.actor))
        self._workspace = acting
        self.window.show_places(Desk(acting, self.translate, self.jobs, self.window))

    def keep(self, settings: Settings) -> None:
        """Remember other settings and apply them."""
        self.settings = settings
        save_settings(paths.settings_file(), settings)

    @property
    def translate(self) -> Translator:
        """The translator of the window."""
        language = self.settings.language or self._opening.language
        return translator(language if language in LANGUAGES else LANGUAGES[0])

    def end(self) -> None:
        """Finish the running job and let go of the file."""
        self.jobs.finish()
        self._let_go()

    def _window(self) -> MainWindow:
        self._speak()
        window = MainWindow(self.translate, self.jobs)
        window.leaving.connect(self.ask_who)
        window.closing.connect(self.end)
        return window

    def _speak(self) -> None:
        """Give Qt's own buttons the window's language."""
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{self.translate.language}", folder):
            QCoreApplication.installTranslator(self._qt_words)

    def _add(self, person: Person) -> None:
        assert self._workspace is not None
        add = partial(add_person, name=person.name, role=person.role)
        try:
            self.sign_in(add(self._workspace))
        except ReviewerError as refusal:
            self.window.refuse(refusal)

    def _let_go(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    def _somebody(self) -> Actor:
        return Actor(self._opening.user, Role.SECRETARY)

    def _surroundings(self, actor: Actor) -> Surroundings:
        return Surroundings(lambda: datetime.now().astimezone(), lambda: str(uuid.uuid4()), actor)


def run(opening: Opening) -> int:
    """Show the windows until they are closed; give the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("reviewer-app")
    shell = Shell(opening, application)
    shell.begin()
    return application.exec()
