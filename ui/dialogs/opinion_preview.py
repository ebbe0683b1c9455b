"""What taking an opinion's file in would change, line by line, before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.deliberation import Recommendation
from reviewer_app.domain.opinion_file import OpinionPlan
from reviewer_app.i18n import Translator
from reviewer_app.words.session import recommendation_name
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label
from ui.widgets.notice import Notice
from ui.widgets.scrolling import resize_within_screen, scrolled

_LOOKS = {"-": ("−", "wrong"), "+": ("+", "good"), " ": (" ", "")}


class OpinionPreview(QDialog):
    """Lines that go and come carry a sign beside their colour.

    Signals:
        given: the file is to be taken in.
    """

    given = Signal()

    def __init__(self, parent: QWidget, plan: OpinionPlan, translate: Translator) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self.setObjectName("opinion_preview")
        self.setWindowTitle(_("Take this file in?"))
        resize_within_screen(self, 820, 620)
        self._plan = plan
        self._stale = Notice()
        self._leave = button(_("Leave the opinion as it is"), self.reject)
        self._leave.setObjectName("cancel")
        self._do = button(_("Take it in"), self._agree, kind="primary")
        self._do.setObjectName("confirm")
        self._do.setEnabled(self._differs())
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        title = _("Take the file of {number} in?").format(number=plan.found.code.application)
        column.addWidget(label(title, "section", wrap=True))
        column.addWidget(self._stale)
        column.addWidget(label(_("What goes (−), comes (+) and stays"), "secondary"))
        column.addWidget(scrolled(self._lines()), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._do)
        column.addLayout(row)
        self._warn()
        self._do.setFocus()
        self.finished.connect(self.deleteLater)

    def _differs(self) -> bool:
        found, known = self._plan.found, self._plan.standing
        if known is None:
            return True
        now = (known.text, known.recommendation, known.tier)
        return now != (found.text, found.recommendation, found.tier)

    def _warn(self) -> None:
        _ = self.translate
        if not self._differs():
            self._stale.say(_("Nothing differs from the opinion that stands."), "good")
        elif self._plan.is_stale:
            text = _(
                "The opinion was changed here since the file was written; what differs is shown"
                " against the text of now."
            )
            self._stale.say(text, "attention")

    def _lines(self) -> QWidget:
        _, found, known = self.translate, self._plan.found, self._plan.standing
        column = QVBoxLayout()
        for sign, text in self._plan.lines:
            mark, meaning = _LOOKS[sign]
            line = label(f"{mark} {text}", wrap=True)
            line.setProperty("meaning", meaning)
            column.addWidget(line)
        before = known.recommendation if known else Recommendation.OPEN
        pairs = (
            (
                _("Recommendation {before} → {after}"),
                recommendation_name(before, _),
                recommendation_name(found.recommendation, _),
            ),
            (_("Tier {before} → {after}"), known.tier if known else "", found.tier),
        )
        for words, old, new in pairs:
            if old != new:
                told = words.format(before=old or "–", after=new or "–")
                column.addWidget(label(told, "section", wrap=True))
        column.addStretch(1)
        return frame("sunken", column)

    def _agree(self) -> None:
        self.accept()
        self.given.emit()
