"""The formal review: fifteen lines, all passed and then the exceptions, a second checker."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.checks import (
    FORMAL_ITEMS,
    FormalLine,
    FormalResult,
    Supplement,
    formal_conclusion,
)
from reviewer_app.i18n import Translator
from reviewer_app.queries.application import ApplicationPage
from reviewer_app.words.checks import formal_item, formal_result_name
from reviewer_app.workflow.check_form import (
    check_form,
    pass_forms,
    recheck_form,
    record_supplement,
)
from ui.desk import Desk
from ui.screens.applications.panel import Panel, column_of, line, row_of, today
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label, pill, restyle

_MEANINGS = {
    None: "locked",
    FormalResult.PASSED: "good",
    FormalResult.NOT_APPLICABLE: "good",
    FormalResult.SUPPLEMENT: "attention",
    FormalResult.FAILED: "wrong",
}
_NEEDS_REMARK = (FormalResult.SUPPLEMENT, FormalResult.FAILED)


class _Line:
    """The widgets of one line of the check."""

    def __init__(self, item: int, panel: "FormPanel", _: Translator) -> None:
        self.item = item
        self.stored: FormalLine | None = None
        self.text = label(f"{item}  {formal_item(item, _)}", wrap=True)
        self.results = {result: self._button(result, panel, _) for result in FormalResult}
        self.group = QButtonGroup(panel)
        self.group.setExclusive(False)
        for made in self.results.values():
            self.group.addButton(made)
        self.remark = line(_("Remark on line {item}").format(item=item), _("Remark"), width=180)
        self.remark.setObjectName(str(item))
        self.remark.written.connect(panel.remark_written)
        self.by = label("", "faint")

    def _button(self, result: FormalResult, panel: "FormPanel", _: Translator) -> QPushButton:
        name = formal_result_name(result, _)
        made = button(name, panel.result_pressed, kind="level")
        made.setCheckable(True)
        made.setObjectName(f"{self.item} {result.value}")
        made.setAccessibleName(_("Line {item}: {result}").format(item=self.item, result=name))
        return made

    def show(self, stored: FormalLine | None) -> None:
        """Show what was found."""
        self.stored = stored
        for result, made in self.results.items():
            made.setChecked(stored is not None and stored.result is result)
        self.remark.put(stored.remark if stored else "")
        names = [] if stored is None else [stored.checked_by, stored.rechecked_by]
        self.by.setText(" / ".join(name for name in names if name))
        self.by.setToolTip(stored.checked_on if stored else "")


class FormPanel(Panel):
    """Every press is written at once; what did not pass asks for its remark."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wanted: tuple[int, FormalResult] | None = None
        self._build()
        self._lay_out()

    def show_again(self, page: ApplicationPage) -> None:
        _ = self.translate
        found = {row.item: row for row in page.formal}
        for item, made in self._lines.items():
            made.show(found.get(item))
        conclusion = formal_conclusion(page.formal)
        text = _("{count} of {all} lines").format(count=len(found), all=len(FORMAL_ITEMS))
        self._conclusion.setText(formal_result_name(conclusion, _) if conclusion else text)
        self._conclusion.setProperty("pill", _MEANINGS[conclusion])
        restyle(self._conclusion)
        self._pass.setEnabled(len(found) < len(FORMAL_ITEMS))
        again = bool(page.formal) and all(row.rechecked_by for row in page.formal)
        self._recheck.setEnabled(not again)
        supplement = page.supplement or Supplement("", "")
        for field, stored in zip(
            self._days,
            (supplement.notified_on, supplement.due_on, supplement.received_on),
            strict=True,
        ):
            field.put(stored)
        self._about.put(supplement.remark)

    def finish(self) -> None:
        for made in self._lines.values():
            made.remark.finish()

    def result_pressed(self) -> None:
        """Write the result whose button was pressed, or ask for its remark first."""
        item_text, value = self.sender().objectName().split()
        item, result = int(item_text), FormalResult(value)
        made = self._lines[item]
        remark = made.remark.text().strip()
        if result in _NEEDS_REMARK and not remark:
            self._wanted = (item, result)
            for other, pressed in made.results.items():
                pressed.setChecked(other is result)
            made.remark.setPlaceholderText(self._why)
            made.remark.setFocus()
            return
        self._write(item, result, remark)

    def remark_written(self, text: str) -> None:
        """Write the remark with the result it belongs to."""
        item = int(self.sender().objectName())
        stored = self._lines[item].stored
        if self._wanted is not None and self._wanted[0] == item:
            self._write(item, self._wanted[1], text)
        elif stored is not None:
            self._write(item, stored.result, text)

    def _write(self, item: int, result: FormalResult, remark: str) -> None:
        self._wanted = None
        if not self.do(check_form, findings={item: (result, remark)}) and self.page is not None:
            self.show_again(self.page)

    def _build(self) -> None:
        _ = self.translate
        self._why = _("Why? Enter writes it.")
        self._conclusion = pill("", "locked")
        self._pass = button(_("All open lines passed"), self._pass_rest, name="list-checks")
        self._recheck = button(_("Second checker: I agree"), self._agree, name="users")
        self._lines = {item: _Line(item, self, _) for item in FORMAL_ITEMS}
        names = (_("Notified on"), _("Due on"), _("Received on"))
        self._days = tuple(line(name, "2026-03-01", width=132) for name in names)
        self._day_names = names
        self._about = line(_("What is to be supplemented"))
        self._note = button(_("Record"), self._record, name="calendar")
        self._notify = button(_("Notified today"), self._notify_today, kind="quiet")

    def _lay_out(self) -> None:
        _ = self.translate
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(4))
        grid.setVerticalSpacing(scaled(4))
        grid.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        for place, made in enumerate(self._lines.values()):
            grid.addWidget(made.text, place, 0, middle)
            for column, pressed in enumerate(made.results.values(), start=1):
                grid.addWidget(pressed, place, column, middle)
            grid.addWidget(made.remark, place, 5, middle)
            grid.addWidget(made.by, place, 6, middle)
        supplement = QVBoxLayout()
        supplement.addWidget(label(_("Supplement"), "section"))
        days = row_of()
        for name, field in zip(self._day_names, self._days, strict=True):
            days.insertWidget(days.count() - 1, label(name))
            days.insertWidget(days.count() - 1, field)
        days.insertWidget(days.count() - 1, self._notify)
        supplement.addLayout(days)
        supplement.addLayout(row_of(self._about, self._note, stretch=False))
        inside = QVBoxLayout()
        inside.addLayout(grid)
        inside.addWidget(frame("raised", supplement))
        inside.addStretch(1)
        holder, area = QWidget(), QScrollArea()
        holder.setLayout(inside)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        column_box = column_of(self)
        column_box.addLayout(row_of(self._conclusion, self._pass, self._recheck))
        column_box.addWidget(area, 1)

    def _pass_rest(self) -> None:
        numbers = (self.number,)
        self.desk.do(lambda batch: pass_forms(batch, applications=numbers))

    def _agree(self) -> None:
        self.do(recheck_form)

    def _notify_today(self) -> None:
        self._days[0].setText(today())

    def _record(self) -> None:
        notified, due, received = (field.text().strip() for field in self._days)
        supplement = Supplement(notified, due, received, self._about.text().strip())
        self.do(record_supplement, supplement=supplement)
