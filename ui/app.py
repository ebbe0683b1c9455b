"""The shell's one composition root: settings, look, jobs, window, the open batch."""

import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QObject,
    Qt,
    QTimer,
    QTranslator,
    qVersion,
)
from PySide6.QtWidgets import QApplication

from reviewer_app import paths
from reviewer_app.diagnostics import begin_log, end_log, last_fault, watch_for_faults
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.person import Actor, Person, Role
from reviewer_app.i18n import LANGUAGES, Translator, translator
from reviewer_app.settings import Settings, load_settings, save_settings
from ui import messages
from ui.crash import FaultCatcher
from ui.desk import Desk
from ui.dialogs.fault_report import FaultReport
from ui.instance import Instance
from ui.jobs import Job, JobRunner, Progress
from ui.main_window import MainWindow
from ui.place import Moment
from ui.screens.signin.screen import SignIn
from ui.screens.start.screen import Start
from ui.text import day_and_clock
from ui.theme.fonts import register_bundled
from ui.theme.theme import apply_theme
from ui.widgets.banner import Banner

_SEEN = 400
"""Milliseconds that the window of a self-check is seen."""


if TYPE_CHECKING:
    from reviewer_app.workflow.begin_batch import BatchOrder, BegunBatch
    from reviewer_app.workspace import Workspace
    from ui.opened import OpenedBatch


@dataclass(frozen=True, slots=True)
class Opening:
    """How the program was started: a workspace (None: the last one), language, the user."""

    workspace: Path | None
    language: str
    user: str


class Shell(QObject):
    """What is open, who sits at it, and at which moment it is looked at."""

    def __init__(self, opening: Opening, application: QApplication) -> None:
        super().__init__(application)
        self._opening = opening
        self._application = application
        self.settings = load_settings(paths.settings_file())
        self.jobs = JobRunner(self)
        self._batch: OpenedBatch | None = None
        self._who: Person | None = None
        self._qt_words = QTranslator(self)
        apply_theme(application, self.settings)
        self._speak()
        self.window = MainWindow(self.translate, self.jobs)
        self.window.leaving.connect(self.ask_who)
        self.window.closing.connect(self.end)
        self.window.wanted.connect(self.give)
        self.jobs.refused.connect(self._refuse_job)

    def begin(self) -> None:
        """Show the window with the named workspace, the last one, or the start page."""
        self.show_start()
        self.window.show()
        QTimer.singleShot(0, self._after_first_frame)
        recent = [Path(name) for name in self.settings.recent[:1]]
        wanted = self._opening.workspace or next((path for path in recent if path.is_file()), None)
        if wanted is not None:
            self.open(wanted)

    def called(self, name: str) -> None:
        """Come to the front for another start, with the workspace it named."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.jobs.settle()
        is_other = self._batch is None or Path(name) != self._batch.path
        if name and is_other and not self.jobs.is_running:
            self.open(Path(name))

    def show_start(self) -> None:
        """Let go of the open batch and show the start page."""
        self._let_go()
        page = Start(self.settings.recent_batches(), self.translate)
        page.opening.connect(self.open)
        page.forgetting.connect(self._forget)
        page.beginning.connect(self.ask_new)
        page.sample_wanted.connect(self._build_sample)
        self.window.show_page(page)

    def ask_new(self) -> None:
        """Show the wizard for a new batch."""
        from ui.beginning import wizard

        _ = self.translate
        page = wizard(_, self.jobs, self.settings.recent)
        page.ordered.connect(self._begin_batch)
        page.cancelled.connect(self.show_start)
        self.window.show_page(page, _("New batch"))

    def open(self, path: Path) -> None:
        """Open a workspace and ask who sits there; a refusal is said on the start page."""
        from ui.opened import OpenedBatch

        self.show_start()
        try:
            self._batch = OpenedBatch(path, self._somebody())
        except ReviewerError as refusal:
            self.window.refuse(refusal)
            return
        self._keep(self.settings.with_recent(path.resolve(), self._batch.title))
        self.ask_who()
        self._back_up(self._batch)

    def _back_up(self, batch: "OpenedBatch") -> None:
        """Make the backup that is due while the user looks for the own name."""

        def run(_progress: Progress) -> None:
            batch.back_up()

        self.jobs.start(Job("", run, _nobody, quiet=True))

    def ask_who(self) -> None:
        """Show sign-in for the open batch; what was on the screen is gone."""
        self.jobs.settle()
        assert self._batch is not None
        self._who = None
        page = SignIn(self._batch.people(), self.translate)
        page.chosen.connect(self.sign_in)
        page.added.connect(self._add)
        page.closed.connect(self.show_start)
        self.window.show_page(page, self._batch.title)
        if self._batch.alarms:
            self.window.warn(self._batch.alarms)

    def sign_in(self, person: Person) -> None:
        """Show the places of a person."""
        self.jobs.settle()
        assert self._batch is not None
        self._batch.sign_in()
        self._who = person
        self.show_now()

    def show_now(self) -> None:
        """Show the batch as it is to who has signed in, at the place that is seen."""
        self.jobs.settle()
        assert self._batch is not None
        assert self._who is not None
        _ = self.translate
        place = self.window.current_place()
        banner = None
        if self._batch.is_read_only:
            text = _("This file may only be read. Copy it into a folder of your own to work on it.")
            banner = Banner(text, (_("Another batch"), self.show_start), icon_name="lock")
        self.window.show_places(self._desk(self._batch.acting(self._who.actor)), place, banner)

    def give(self, wanted: Settings | Moment) -> None:
        """Give what a place wants of the whole program."""
        match wanted:
            case Settings():
                self._change(wanted)
            case Moment(sequence=0):
                self.show_now()
            case Moment(sequence=sequence):
                self.show_past(sequence)

    def show_past(self, sequence: int) -> None:
        """Show the batch as it was after an entry, read-only and said so."""
        self.jobs.settle()
        assert self._batch is not None
        _ = self.translate
        place = self.window.current_place()
        told = day_and_clock(self._batch.moment_of(sequence))
        text = _("As it was at {time}, after entry {sequence}. Nothing can be changed here.")
        banner = Banner(
            text.format(time=told, sequence=sequence), (_("Back to now"), self.show_now)
        )
        self.window.show_places(self._desk(self._batch.at(sequence)), place, banner)

    @property
    def translate(self) -> Translator:
        """The translator of the window."""
        language = self.settings.language or self._opening.language
        return translator(language if language in LANGUAGES else LANGUAGES[0])

    def tell_fault(self, report: str) -> None:
        """Show a fault of ours, and look at everything anew: each deed was whole."""
        FaultReport.tell(report, self.translate, self.window)

    def end(self) -> None:
        """Finish the running job and let go of the file."""
        self.jobs.finish()
        self._let_go()

    def _begin_batch(self, order: "BatchOrder") -> None:
        from ui.beginning import batch_job

        self.jobs.start(batch_job(order, self._somebody(), self.translate, self._begun))

    def _begun(self, begun: "BegunBatch") -> None:
        _ = self.translate
        self.open(begun.path)
        if begun.left_out:
            names = ", ".join(plan.file for plan in begun.left_out)
            self.window.note(_("Left out for their problems: {files}.").format(files=names))

    def _build_sample(self) -> None:
        from ui.beginning import sample_in, sample_job

        _ = self.translate
        folder = messages.choose_folder(self.window, _("A folder for the sample"))
        if folder is None:
            return
        known = sample_in(folder)
        if known is not None:
            self.open(known)
        else:
            self.jobs.start(sample_job(folder, self._somebody(), _, self.open))

    def _refuse_job(self, refusal: ReviewerError) -> None:
        if self._who is None:  # else the desk says it
            self.window.refuse(refusal)

    def _forget(self, path: Path) -> None:
        self._keep(self.settings.without_recent(path))
        self.show_start()

    def _change(self, settings: Settings) -> None:
        self._keep(settings)
        apply_theme(self._application, settings)
        self._speak()
        place = self.window.current_place()
        self.window.speak(self.translate)
        if self._who is None:
            self.show_start()
            return
        assert self._batch is not None
        self.window.show_places(self._desk(self._batch.acting(self._who.actor)), place)

    def _desk(self, workspace: "Workspace") -> Desk:
        return Desk(workspace, self.translate, self.jobs, self.window)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        with suppress(OSError):  # what is not remembered is chosen again
            save_settings(paths.settings_file(), settings)

    def _after_first_frame(self) -> None:
        if register_bundled():
            apply_theme(self._application, self.settings)

    def _speak(self) -> None:
        """Give Qt's own buttons the window's language."""
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        QCoreApplication.removeTranslator(self._qt_words)
        if self._qt_words.load(f"qtbase_{self.translate.language}", folder):
            QCoreApplication.installTranslator(self._qt_words)

    def _add(self, person: Person) -> None:
        self.jobs.settle()
        assert self._batch is not None
        try:
            self.sign_in(self._batch.add(person, self._somebody()))
        except ReviewerError as refusal:
            self.window.refuse(refusal)

    def _let_go(self) -> None:
        self.jobs.settle()
        self._who = None
        if self._batch is not None:
            self._batch.close()
            self._batch = None

    def _somebody(self) -> Actor:
        return Actor(self._opening.user, Role.SECRETARY)


def _nobody(_answer: object) -> None:
    """Wait for no answer."""


def run(opening: Opening) -> int:
    """Show the windows until they are closed; give the exit status."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("reviewer-app")
    instance = Instance(paths.running_folder(), application)
    if not instance.is_first():
        instance.call(opening.workspace)
        return 0
    faults = FaultCatcher(application)
    faults.install()
    watched, before = _begin_log()
    try:
        shell = Shell(opening, application)
        faults.happened.connect(shell.tell_fault)
        instance.called.connect(shell.called)
        shell.jobs.failed.connect(faults.report)
        shell.begin()
        if before:
            faults.report(before)
        return application.exec()
    finally:
        faults.uninstall()
        instance.end()
        end_log()
        if watched is not None:
            watched.close()


def probe() -> str:
    """Show a window until it is painted, and say with which Qt and on which platform."""
    application = QApplication(sys.argv[:1])
    apply_theme(application, Settings())
    window = MainWindow(translator(LANGUAGES[0]), JobRunner())
    window.show_page(Start((), translator(LANGUAGES[0])))
    window.show()
    QTimer.singleShot(_SEEN, partial(application.exit, 0))
    application.exec()
    if not window.isVisible() or window.grab().isNull():
        raise RuntimeError("the window was not painted")
    window.close()
    return f"Qt {qVersion()}, {QApplication.platformName()}"


def _begin_log() -> tuple[TextIO | None, str]:
    """Begin the log; give the file that watches for faults and what the last run left."""
    folder = paths.log_folder()
    try:
        begin_log(folder)
        before = last_fault(folder)
        return watch_for_faults(folder), before
    except OSError:
        return None, ""
