"""Change a submitted score under the log: the new value, its reason, what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.errors import ScoreOutOfRange
from reviewer_app.domain.points import Points, format_exact, format_points
from reviewer_app.domain.scheme import Indicator
from reviewer_app.domain.score_change import ChangeReason
from reviewer_app.domain.typed_score import typed_points
from reviewer_app.i18n import Translator
from reviewer_app.words.score_change import change_reason_meaning, change_reason_name
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label, restyle
from ui.widgets.scrolling import resize_within_screen, scrolled
from ui.widgets.typing_field import TypingField


@dataclass(frozen=True, slots=True)
class ScoreInQuestion:
    """The score as it stands; `total_with` gives the total of the sheet with another text."""

    reviewer: str
    indicator: Indicator
    before: Points
    total: str
    places: int
    total_with: Callable[[str], Points]
    may_decide_anew: bool


@dataclass(frozen=True, slots=True)
class NewScore:
    """What was chosen."""

    value: Points
    reason: ChangeReason
    explanation: str


class ChangeScoreDialog(QDialog):
    """Nothing is chosen at first; the totals before and after stand above the button.

    Signals:
        given: a `NewScore`.
        typing: the explanation so far (str).
    """

    given = Signal(object)
    typing = Signal(str)

    def __init__(
        self, parent: QWidget, asked: ScoreInQuestion, typed: str, translate: Translator
    ) -> None:
        super().__init__(parent)
        self.translate = translate
        self._asked = asked
        self.setObjectName("change_score")
        resize_within_screen(self, 880, 690)
        self._build(typed)
        self._lay_out()
        self._offer()
        self._value.setFocus()
        self.finished.connect(self.deleteLater)

    def reject(self) -> None:
        self._why.finish()
        self.typing.emit(self._why.toPlainText())
        super().reject()

    def _build(self, typed: str) -> None:
        _ = self.translate
        self.setWindowTitle(_("Change a score under the log"))
        self._value = QLineEdit()
        self._value.setObjectName("new_score")
        self._value.setAccessibleName(_("New score"))
        self._value.setMaximumWidth(scaled(140))
        self._value.textEdited.connect(self._offer)
        self._told = label("", wrap=True)
        self._told.setObjectName("totals")
        self._reasons = {reason: self._choice(reason) for reason in ChangeReason}
        self._group = QButtonGroup(self)
        for made in self._reasons.values():
            self._group.addButton(made)
        self._group.buttonClicked.connect(self._offer)
        self._why = TypingField(_("What happened, in words"))
        self._why.setObjectName("explanation")
        self._why.setPlaceholderText(_("What happened, in words"))
        self._why.setMaximumHeight(scaled(84))
        self._why.put(typed)
        self._why.typing.connect(self.typing)
        self._why.textChanged.connect(self._offer)
        self._why.escaped.connect(self.reject)
        self._do = button(_("Change the score"), self._give, kind="primary")
        self._do.setObjectName("confirm")
        self._leave = button(_("Leave as it is"), self.reject)
        self._leave.setObjectName("cancel")

    def _choice(self, reason: ChangeReason) -> QRadioButton:
        made = QRadioButton(f"{reason.value}  {change_reason_name(reason, self.translate)}")
        made.setObjectName(f"reason_{reason.value}")
        made.setEnabled(reason is not ChangeReason.SECOND_ROUND or self._asked.may_decide_anew)
        return made

    def _lay_out(self) -> None:
        _, asked = self.translate, self._asked
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(10))
        row = asked.indicator
        title = f"{asked.reviewer} · {row.code} {row.name}"
        column.addWidget(label(title, "section", wrap=True))
        entry = QHBoxLayout()
        entry.addWidget(_named(_("New score"), self._value))
        entry.addWidget(self._value)
        band = _("now {now}; permitted 0 to {most} in steps of {step}").format(
            now=format_exact(asked.before),
            most=format_exact(row.maximum),
            step=format_exact(row.step),
        )
        entry.addWidget(label(band, "secondary", wrap=True), 1)
        column.addLayout(entry)
        column.addWidget(self._told)
        column.addWidget(label(_("Reason (closed list)"), "section"))
        column.addWidget(scrolled(self._choices()), 1)
        column.addWidget(self._why)
        counts = _(
            "The new score counts from now on. It waits for the confirmation of the reviewer and of"
            " the leader; until then the meeting cannot go on to its last deliberation."
        )
        column.addWidget(label(counts, "secondary", wrap=True))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._leave)
        foot.addWidget(self._do)
        column.addLayout(foot)

    def _choices(self) -> QWidget:
        _ = self.translate
        lines = QVBoxLayout()
        lines.setSpacing(scaled(2))
        for reason, made in self._reasons.items():
            lines.addWidget(made)
            meaning = change_reason_meaning(reason, _)
            if not made.isEnabled():
                meaning = _("Only in two rounds, in the last deliberation: here errors are mended.")
            told = label(meaning, "faint", wrap=True)
            told.setIndent(scaled(30))
            lines.addWidget(told)
        return frame("sunken", lines)

    def _value_typed(self) -> Points | None:
        """Give the typed score, None while it is none or the one that stands."""
        try:
            value = typed_points(self._value.text(), self._asked.indicator)
        except ScoreOutOfRange:
            return None
        return None if value == self._asked.before else value

    def _reason(self) -> ChangeReason | None:
        return next((one for one, made in self._reasons.items() if made.isChecked()), None)

    def _offer(self) -> None:
        _ = self.translate
        value, text = self._value_typed(), self._value.text().strip()
        self._value.setProperty("wrong", bool(text) and value is None)
        restyle(self._value)
        if value is None:
            self._told.setText(_("Total of the sheet now {total}.").format(total=self._asked.total))
        else:
            after = format_points(self._asked.total_with(text), self._asked.places)
            told = _("Score {before} → {value}; total of the sheet {total} → {after}.")
            self._told.setText(
                told.format(
                    before=format_exact(self._asked.before),
                    value=format_exact(value),
                    total=self._asked.total,
                    after=after,
                )
            )
        has_words = bool(self._why.toPlainText().strip())
        self._do.setEnabled(value is not None and self._reason() is not None and has_words)

    def _give(self) -> None:
        self._why.finish()
        value, reason = self._value_typed(), self._reason()
        assert value is not None
        assert reason is not None
        chosen = NewScore(value, reason, self._why.toPlainText().strip())
        self.accept()
        self.given.emit(chosen)


def _named(text: str, field: QWidget) -> QLabel:
    made = label(text)
    made.setBuddy(field)
    return made
