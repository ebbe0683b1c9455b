"""One line of the closing gate: what is open, each thing a way to where it is mended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reviewer_app.domain.closing import ClosingCheck
from reviewer_app.i18n import Translator
from reviewer_app.words.closing import closing_line_name, closing_sentence, override_sentence
from ui.screens.session.closing.rows import mended_at
from ui.theme.theme import pixmap, scaled
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label, pill

_FIRST = 24
"""So many names are shown at once; the rest comes with a click."""


class GateLine(QFrame):
    """A card of an open or accepted line.

    Signals:
        going: a name was clicked (`Destination`).
        accepting: the line is to be accepted with a reason (`ClosingLine`).
    """

    going = Signal(object)
    accepting = Signal(object)

    def __init__(
        self,
        check: ClosingCheck,
        translate: Translator,
        *,
        leads: bool,
        may_accept: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self._check = check
        self._leads = leads
        self.setProperty("surface", "raised")
        self.setObjectName(f"line_{check.line.value}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(scaled(12),) * 4)
        self._column.setSpacing(scaled(6))
        self._column.addWidget(self._head(may_accept=may_accept))
        self._column.addWidget(label(closing_sentence(check, translate), "secondary", wrap=True))
        self._names = QWidget()
        self._column.addWidget(self._names)
        self._show_names(_FIRST)
        if check.override is not None:
            told = override_sentence(check.override, translate)
            self._column.addWidget(label(told, wrap=True))

    def _head(self, *, may_accept: bool) -> QWidget:
        _ = self.translate
        check = self._check
        picture = QLabel()
        name, meaning = _sign(check)
        picture.setPixmap(pixmap(name, meaning, 20))
        word = _("accepted") if check.is_overridden else _("still open")
        parts: list[QWidget] = [
            picture,
            label(closing_line_name(check.line, _), "section"),
            pill(word, meaning),
        ]
        if may_accept and not check.is_green:
            accept = button(_("Accept with a reason…"), self._accept, name="pen-line")
            accept.setObjectName(f"accept_{check.line.value}")
            accept.setAccessibleName(
                _("Accept with a reason: {line}").format(line=closing_line_name(check.line, _))
            )
            parts.append(accept)
        return flow_row(scaled(8), *parts)

    def _show_names(self, most: int) -> None:
        _ = self.translate
        shown = [self._way_to(place, name) for place, name in enumerate(self._check.names[:most])]
        left = len(self._check.names) - most
        if left > 0:
            text = _.plural("{count} more", "{count} more", left).format(count=left)
            more = button(text, self._show_all, kind="quiet", name="chevron-down")
            more.setObjectName(f"all_of_{self._check.line.value}")
            shown.append(more)
        before, self._names = self._names, flow_row(scaled(4), *shown)
        self._column.replaceWidget(before, self._names)
        before.hide()
        before.deleteLater()

    def _way_to(self, place: int, name: str) -> QWidget:
        _ = self.translate
        if not self._leads or name in ("", "—"):
            return pill(name, "attention") if name not in ("", "—") else label("")
        made = button(name, self._go, kind="quiet", name="chevron-right")
        made.setObjectName(f"mend_{self._check.line.value}_{place}")
        made.setProperty("subject", name)
        text = _("Go to where it is mended: {name}").format(name=name)
        made.setToolTip(text)
        made.setAccessibleName(f"{closing_line_name(self._check.line, _)}: {name}")
        return made

    def _show_all(self) -> None:
        self._show_names(len(self._check.names))

    def _go(self) -> None:
        self.going.emit(mended_at(self._check.line, str(self.sender().property("subject"))))

    def _accept(self) -> None:
        self.accepting.emit(self._check.line)


def _sign(check: ClosingCheck) -> tuple[str, str]:
    return ("stamp", "attention") if check.is_overridden else ("circle-alert", "wrong")
