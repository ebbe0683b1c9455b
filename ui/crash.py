"""A fault of ours is a designed event: logged, told once, and the work goes on.

Each deed is one transaction, so the file is whole whatever happened on the screen.
"""

import sys
import traceback
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from reviewer_app.diagnostics import fault_report, log


class FaultCatcher(QObject):
    """Takes every exception nobody expected, from whatever thread it comes.

    Signals:
        happened: the report as text; emitted on the UI thread.
    """

    happened = Signal(str)
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_telling = False
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the exceptions of the interpreter."""
        sys.excepthook = self._take

    def uninstall(self) -> None:
        """Give them back."""
        sys.excepthook = sys.__excepthook__

    def report(self, trace: str) -> None:
        """Log a fault and tell it on the UI thread."""
        text = fault_report(trace, datetime.now().astimezone(), (f"Qt {qVersion()}",))
        log.error("%s", text)
        self._caught.emit(text)

    def _take(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        self.report("".join(traceback.format_exception(kind, fault, trace)))

    def _tell(self, text: str) -> None:
        """Tell one fault at a time: a fault while painting would come again for ever."""
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self.happened.emit(text)
        finally:
            self._is_telling = False
