"""All sheets of one application side by side, and what can be done about one of them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain.deliberation import LoggedChange
from reviewer_app.i18n import Translator
from reviewer_app.queries.deliberation import Deliberation, ReviewRow, objective_total
from reviewer_app.queries.disclosed import DisclosedApplication, OpenSheet
from reviewer_app.words.results import applied_name
from ui.screens.session.review.grid import GridModel, GridView
from ui.screens.session.review.rows import grid_of, points, strip_of
from ui.theme.theme import scaled
from ui.widgets.chart import Chart
from ui.widgets.flow import flow_row
from ui.widgets.labels import button, label
from ui.widgets.scrolling import scrolled

_NARROW = 600
"""Below so many pixels at 100 % the dots give way to the figures."""


class SheetsPanel(QWidget):
    """The figures above, the grid, the current cell in words, and the deeds beneath.

    Signals:
        keep_wanted: the flagged sheet of a reviewer stands, with a reason (`OpenSheet`).
        change_wanted: a score is to change (`OpenSheet`, code of the indicator).
        aside_wanted: the sheet of one who was out is to be set aside (`OpenSheet`).
        take_back_wanted, note_wanted: a change is to be taken back, or remarked on
            (`LoggedChange`).
        confirm_wanted: the changes of the application are to be confirmed.
    """

    keep_wanted = Signal(object)
    change_wanted = Signal(object, str)
    aside_wanted = Signal(object)
    take_back_wanted = Signal(object)
    note_wanted = Signal(object)
    confirm_wanted = Signal()

    def __init__(self, translate: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.translate = _ = translate
        self._all: Deliberation | None = None
        self._shown: DisclosedApplication | None = None
        self._is_unfolded = False
        self._number = ""
        self.model = GridModel(self)
        self.grid = GridView(self.model, _("Sheets side by side"))
        self._figures = label("", "secondary", wrap=True)
        self._score = label("", "figure")
        self._score.setObjectName("result")
        self._score.setAccessibleName(_("Score"))
        self._dots = Chart(_("Totals of the sheets"), QSize(220, 40))
        self._dots.setMaximumHeight(scaled(44))
        self._detail = label("", wrap=True)
        self._detail.setObjectName("cell_detail")
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build_deeds()
        self._lay_out()
        self.grid.cell_chosen.connect(self._tell_cell)
        self.grid.cell_opened.connect(self._open_cell)

    def show_application(self, whole: Deliberation, row: ReviewRow) -> None:
        """Show the sheets of a disclosed application."""
        assert row.sheets is not None
        is_other = self._number != row.number
        self._number, self._all, self._shown = row.number, whole, row.sheets
        self._confirm.setVisible(row.to_confirm)
        self._show_figures(row.sheets)
        self._show_grid()
        if is_other:
            self.grid.turn_to(_first_column(row.sheets, whole.actor.number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dots.setVisible(event.size().width() >= scaled(_NARROW))

    def text(self) -> str:
        """Give what is said of the current cell."""
        return self._detail.text()

    def _build_deeds(self) -> None:
        _ = self.translate
        self._keep = button(_("&Keep with a reason…"), self._keep_pressed, name="flag")
        self._keep.setObjectName("keep_score")
        self._change = button(_("Change the &score…"), self._change_pressed, name="pencil")
        self._change.setObjectName("change_score")
        self._aside = button(_("Set the sheet &aside…"), self._aside_pressed, name="user")
        self._aside.setObjectName("set_aside")
        self._take_back = button(_("Take the change back…"), self._taking, name="undo-2")
        self._take_back.setObjectName("take_back_change")
        self._note = button(_("&Remark of the supervisor…"), self._noting, name="stamp")
        self._note.setObjectName("note_change")
        self._confirm = button(_("Confirm these changes…"), self.confirm_wanted.emit, name="check")
        self._confirm.setObjectName("confirm_here")
        self._fold = button(_("O&bjective rows"), self._fold_pressed, name="chevron-down")
        self._fold.setObjectName("fold_objective")
        self._fold.setCheckable(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(scaled(16))
        head.addWidget(self._score)
        head.addWidget(self._figures, 2)
        head.addWidget(self._dots, 1)
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.setSpacing(scaled(6))
        whole.addWidget(area, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self._detail)
        answers = (self._aside, self._take_back, self._note, self._confirm, self._fold)
        whole.addWidget(flow_row(scaled(8), self._keep, self._change, *answers))

    def _show_figures(self, shown: DisclosedApplication) -> None:
        _, result = self.translate, shown.result
        places = shown.scheme.rules.places
        self._score.setText(points(result.provisional, places))
        told = [
            _("{kept} of {counted} counted sheets kept: {how}").format(
                kept=result.kept, counted=result.counted, how=applied_name(result.applied, _)
            ),
            _("mean of all {mean}, spread {spread}").format(
                mean=points(result.untrimmed_mean, places), spread=points(shown.spread, places)
            ),
        ]
        self._figures.setText("\n".join(told))
        values = [points(sheet.result.total, places) for sheet in shown.sheets]
        self._dots.show_figure(strip_of(shown), _(", ").join(values))

    def _show_grid(self) -> None:
        assert self._all is not None
        assert self._shown is not None
        objective = objective_total(self._shown)
        own, _ = self._all.actor.number, self.translate
        grid = grid_of(self._shown, own, objective, _, unfolded=self._is_unfolded)
        self.grid.show_grid(grid)
        self._tell_cell()

    def _sheet(self) -> OpenSheet | None:
        """Give the sheet of the current column, None at the panel's."""
        at = self.grid.currentIndex()
        if self._shown is None or not at.isValid() or at.column() >= len(self._shown.sheets):
            return None
        return self._shown.sheets[at.column()]

    def _code(self) -> str:
        """Give the indicator of the current row, empty at any other row."""
        at = self.grid.currentIndex()
        row = self.model.row_at(at) if at.isValid() else None
        return row.code if row is not None and row.kind == "indicator" else ""

    def _tell_cell(self) -> None:
        sheet, at = self._sheet(), self.grid.currentIndex()
        self._offer(sheet)
        if not at.isValid():
            return
        row, head, cell = (getattr(self.model, f"{of}_at")(at) for of in ("row", "head", "cell"))
        lines = [f"{head.title} · {row.title} · {cell.text}", cell.tip]
        if row.kind != "indicator" and sheet is not None:
            lines += [flag.text for flag in head.flags]
            if sheet.review is not None:
                lines.append(f"{sheet.review.decided_by}: {sheet.review.statement}")
        self._detail.setText("\n".join(line for line in lines if line))

    def _offer(self, sheet: OpenSheet | None) -> None:
        whole = self._all
        number = sheet.result.number if sheet else "\0"
        can = {verb: whole is not None and whole.may(verb, number) for verb in _VERBS}
        counts = sheet is not None and sheet.result.total is not None
        self._keep.setEnabled(
            can["explain_deviation"] and sheet is not None and sheet.deviation is not None
        )
        self._change.setEnabled(can["change_score"] and counts and bool(self._code()))
        self._aside.setVisible(sheet is not None and sheet.was_out and can["strike_sheet"])
        change = self._last_change(sheet)
        waits = change is not None and change.waits
        self._take_back.setVisible(waits and can["take_back_change"])
        self._note.setVisible(change is not None and can["note_change"])

    def _last_change(self, sheet: OpenSheet | None) -> LoggedChange | None:
        """Give the latest change that stands of the current score."""
        found = sheet.changes_of(self._code()) if sheet is not None else ()
        return next((one for one in reversed(found) if not one.taken_back_at), None)

    def _taking(self) -> None:
        self.take_back_wanted.emit(self._last_change(self._sheet()))

    def _noting(self) -> None:
        self.note_wanted.emit(self._last_change(self._sheet()))

    def _keep_pressed(self) -> None:
        self.keep_wanted.emit(self._sheet())

    def _change_pressed(self) -> None:
        self.change_wanted.emit(self._sheet(), self._code())

    def _aside_pressed(self) -> None:
        self.aside_wanted.emit(self._sheet())

    def _open_cell(self) -> None:
        row = self.model.row_at(self.grid.currentIndex())
        if row.kind == "objectives":
            self._fold.click()
        elif self._change.isEnabled():
            self._change_pressed()
        elif self._keep.isEnabled():
            self._keep_pressed()

    def _fold_pressed(self) -> None:
        self._is_unfolded = self._fold.isChecked()
        self._show_grid()


def _first_column(shown: DisclosedApplication, own: str) -> int | None:
    """Give the column to look at first: one's own, else one that owes an answer, if any."""
    for place, sheet in enumerate(shown.sheets):
        if own and sheet.result.number == own:
            return place
    for place, sheet in enumerate(shown.sheets):
        if sheet.has_open_flag:
            return place
    return None


_VERBS = (
    *("explain_deviation", "change_score", "strike_sheet"),
    *("take_back_change", "note_change"),
)
