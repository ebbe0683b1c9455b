"""The shell's one composition root: settings, look, jobs, window, the open batch."""

import sys
from collections.abc import Callable
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
from ui.dialogs.fault_report import FaultReport
from ui.instance import Instance
from ui.jobs import Job, JobRunner, Progress
from ui.main_window import MainWindow
from ui.place import Moment, OtherBatch, WallWish
from ui.screens.start.screen import Start
from ui.theme.fonts import register_bundled
from ui.theme.theme import apply_theme
from ui.widgets.focus import focus_place, put_focus

_SEEN = 400
"""Milliseconds that the window of a self-check is seen."""


if TYPE_CHECKING:
    from reviewer_app.workflow.begin_batch import BatchOrder, BegunBatch
    from ui.seat import Seat


@dataclass(frozen=True, slots=True)
class Opening:
    """How the program was started: a workspace (None: the last one), language, the user."""

    workspace: Path | None
    language: str
    user: str


class Shell(QObject):
    """What is open, and how the program looks and speaks; who works on it has a seat."""

    def __init__(self, opening: Opening, application: QApplication) -> None:
        super().__init__(application)
        self._opening = opening
        self._application = application
        self.settings = load_settings(paths.settings_file())
        self.jobs = JobRunner(self)
        self.seat: Seat | None = None
        self._qt_words = QTranslator(self)
        apply_theme(application, self.settings)
        self._speak()
        self.window = MainWindow(self.translate, self.jobs)
        self.window.closing.connect(self._close)
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
        is_other = self.seat is None or Path(name) != self.seat.batch.path
        if name and is_other and not self.jobs.is_running and self.window.may_leave():
            self._back_up_and(partial(self.open, Path(name)))

    def show_start(self) -> None:
        """Let go of the open batch and show the start page."""
        self._let_go()
        self.window.mark_rehearsal(is_rehearsal=False)
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
        if self._open(path):
            assert self.seat is not None
            self.seat.ask_who()
            self._back_up(self.seat)

    def sign_in(self, person: Person) -> None:
        """Let a person take the seat, who proves the PIN first where there is one."""
        assert self.seat is not None
        self.seat.choose(person)

    def show_past(self, sequence: int) -> None:
        """Show the batch as it was after an entry."""
        assert self.seat is not None
        self.seat.show_past(sequence)

    def give(self, wanted: Settings | Moment | WallWish | OtherBatch) -> None:
        """Give what a place wants of the whole program."""
        match wanted:
            case Settings():
                self._change(wanted)
            case Moment(sequence=0):
                assert self.seat is not None
                self.seat.show_now()
            case Moment(sequence=sequence):
                self.show_past(sequence)
            case WallWish():
                assert self.seat is not None
                self.seat.project(wanted)
            case OtherBatch(path=path):
                self._back_up_and(partial(self.open, path))

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

    def _open(self, path: Path) -> bool:
        from ui.opened import OpenedBatch
        from ui.seat import Seat

        self.show_start()
        try:
            batch = OpenedBatch(path, self._somebody())
        except ReviewerError as refusal:
            self.window.refuse(refusal)
            return False
        self.window.mark_rehearsal(is_rehearsal=batch.is_rehearsal)
        seat = self.seat = Seat(batch, self.window, self.jobs, self._somebody())
        seat.left.connect(self._leave)
        seat.lock_after(self.settings.lock_after)
        self._keep(self.settings.with_recent(path.resolve(), batch.title))
        return True

    def _leave(self) -> None:
        self._back_up_and(self.show_start)

    def _close(self) -> None:
        self.jobs.stop()
        self._back_up_and(self._end_and_close)

    def _end_and_close(self) -> None:
        self.end()
        self.window.close_now()

    def _back_up_and(self, then: Callable[[], object]) -> None:
        """Copy what changed in the open batch aside, seen by its progress, and go on."""
        seat = self.seat
        if seat is None:
            then()
            return
        _ = self.translate

        def run(_progress: Progress) -> None:
            seat.batch.back_up_before_closing()

        def go_on(_answer: object) -> None:
            then()

        self.jobs.start(Job(_("Backing up before closing"), run, go_on))

    def _back_up(self, seat: "Seat") -> None:
        """Make the backup that is due while the user looks for the own name."""

        def run(_progress: Progress) -> None:
            seat.batch.back_up()

        self.jobs.start(Job("", run, _nobody, quiet=True))

    def _begin_batch(self, order: "BatchOrder") -> None:
        from ui.beginning import batch_job

        self.jobs.start(batch_job(order, self.translate, self._begun))

    def _begun(self, begun: "BegunBatch") -> None:
        """Show the new batch to who has begun it, who may take back what was imported."""
        _ = self.translate
        if not self._open(begun.path):
            return
        assert self.seat is not None
        self.seat.sit_down(begun.clerk, has_pin=False, since=begun.since)
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
        if not self._is_seated():  # else the desk says it
            self.window.refuse(refusal)

    def _forget(self, path: Path) -> None:
        self._keep(self.settings.without_recent(path))
        self.show_start()

    def _change(self, settings: Settings) -> None:
        self._keep(settings)
        apply_theme(self._application, settings)
        self._speak()
        seat = self.seat
        if seat is None or seat.who is None:
            self.window.speak(self.translate)
            self.show_start()
            return
        seat.lock_after(settings.lock_after)
        here, place = self.window.current_screen(), self.window.current_place()
        noted = focus_place(here) if here is not None else None
        self.window.speak(self.translate)
        seat.show_now(place)
        anew = self.window.current_screen()
        if anew is not None and noted is not None:
            put_focus(anew, noted)

    def _is_seated(self) -> bool:
        return self.seat is not None and self.seat.who is not None

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

    def _let_go(self) -> None:
        self.jobs.settle()
        if self.seat is not None:
            self.seat.close()
            self.seat = None

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
