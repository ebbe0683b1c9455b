"""The results place: layout and wiring."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.domain.deviation import OutlierReview
from reviewer_app.domain.money import format_wan
from reviewer_app.domain.points import format_points
from reviewer_app.queries.deviations import FlaggedSheet
from reviewer_app.queries.results import Results as Shown
from reviewer_app.queries.results import results, shows_sheets, why_this_rank
from reviewer_app.workflow.explain_deviation import explain_deviation
from reviewer_app.workflow.record_vote import record_vote
from reviewer_app.workflow.set_budget import set_budget
from ui import window_state
from ui.desk import Desk
from ui.dialogs.results import BudgetDialog, ReasonDialog, Statement, Vote, VoteDialog
from ui.models.table import TableModel
from ui.place import Destination, Screen
from ui.screens.results.columns import columns
from ui.screens.results.compare_panel import ComparePanel
from ui.screens.results.ranking_view import RankingView
from ui.screens.results.rows import MOST_COMPARED, ResultRow, by_rank, by_reviewer, rows_of
from ui.screens.results.second_look import SecondLook, per_cent
from ui.screens.results.summary import summary_text
from ui.screens.results.why_panel import WhyPanel
from ui.theme.theme import scaled
from ui.widgets.chart import Chart
from ui.widgets.labels import button, label

_TABLE = "results"
_NARROW = 860
"""Below this width, in pixels at 100 %, the panel stands beneath the table."""


class Results(Screen):
    """The ranking, and at its right why it is so, comparisons and what to look at again."""

    watches = frozenset(
        {
            "application",
            "assignment",
            "batch",
            "batch_setting",
            "metric",
            "objective_score",
            "outlier_review",
            "person",
            "scheme_version",
            "score",
            "sheet",
            "tie_vote",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shown: Shown
        self._shows_sheets = desk.look(shows_sheets)
        self._compared: list[str] = []
        self._chosen = ""
        self._build()
        self._lay_out()
        self._connect()

    def look_again(self) -> None:
        self._shown = self.desk.look(results)
        shown = self._shown
        self._told.setText(summary_text(shown, self.translate))
        self._show_deeds()
        rows = rows_of(shown, self.translate)
        self.table.show_rows(rows)
        known = {row.number for row in rows}
        self._compared = [number for number in self._compared if number in known]
        self.second_look.show_results(shown)
        self._name_tabs()
        self._show_charts()
        self._show_compared()
        self._choose(self._chosen or (rows[0].number if rows else ""))

    def show_subject(self, subject: str, part: str) -> None:
        """Show an application; `part` "deviations" or "compare" names a tab."""
        if self._is_stale:
            self._is_stale = False
            self.look_again()
        self._choose(subject)
        tab = {"deviations": self.second_look, "compare": self.compare}.get(part)
        if tab is not None and self._tabs.indexOf(tab) >= 0:
            self._tabs.setCurrentWidget(tab)

    def _build(self) -> None:
        _ = self.translate
        self._told = label("", "secondary", wrap=True)
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search"))
        self._search.setAccessibleName(_("Search the ranking"))
        self._search.setClearButtonEnabled(True)
        self._vote = button(_("Record a vote…"), self._ask_vote, name="gavel")
        self._budget = button(_("Budget line…"), self._ask_budget, name="banknote")
        to_reports = _("Print and export")
        self._export = button(to_reports, self._go_export, kind="primary", name="printer")
        shows = self._shows_sheets
        self.model = TableModel[ResultRow](columns(self.is_compared, _, shows_sheets=shows), self)
        self.table = RankingView(self.model, _("Ranking"))
        self.table.choose_columns(window_state.remembered_columns(_TABLE))
        self.why = WhyPanel(_)
        self.compare = ComparePanel(_)
        self.second_look = SecondLook(_)
        self.by_reviewer = Chart(_("What each reviewer gave"), QSize(300, 200))
        self.by_rank = Chart(_("Scores and sheets by rank"), QSize(300, 200))
        self._split = QSplitter(Qt.Orientation.Horizontal)

    def _lay_out(self) -> None:
        _ = self.translate
        head = QHBoxLayout()
        head.addWidget(label(_("Results"), "page"))
        head.addStretch(1)
        for part in (self._search, self._vote, self._budget, self._export):
            head.addWidget(part)
        self._tabs = QTabWidget()
        self._tabs.addTab(self.why, _("Why"))
        self._tabs.addTab(self.compare, _("Radar"))
        if self._shows_sheets:
            self._tabs.addTab(self.second_look, _("Far apart"))
            self._tabs.addTab(self._charts(), _("Charts"))
        self._split.addWidget(self.table)
        self._split.addWidget(self._tabs)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setChildrenCollapsible(False)
        self.table.setMinimumHeight(scaled(200))
        self._tabs.setMinimumHeight(scaled(320))
        self._split.setSizes([scaled(770), scaled(380)])
        window_state.restore_splitter(_TABLE, self._split)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        column.addLayout(head)
        column.addWidget(self._told)
        column.addWidget(self._split, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolled(inside))

    def _charts(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        for chart in (self.by_reviewer, self.by_rank):
            column.addWidget(label(chart.accessibleName(), "section"))
            column.addWidget(chart)
        column.addStretch(1)
        return _scrolled(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < scaled(_NARROW)
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._split.orientation() is not way:
            self._split.setOrientation(way)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._row_chosen)
        self.table.compare_wanted.connect(self.toggle_compared)
        self.table.columns_changed.connect(self._columns_changed)
        self.compare.emptied.connect(self._empty_compared)
        self.second_look.application_chosen.connect(self._choose)
        self.second_look.reason_wanted.connect(self._ask_reason)
        self._search.textEdited.connect(self._searched)
        self._split.splitterMoved.connect(self._split_moved)
        for keys in ("Ctrl+F", "F3"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._search.setFocus)

    def is_compared(self, number: str) -> bool:
        """Whether an application is on the radar."""
        return number in self._compared

    def toggle_compared(self, number: str) -> None:
        """Lay an application on the radar or take it off; the fifth is refused in words."""
        _ = self.translate
        if number in self._compared:
            self._compared.remove(number)
        elif len(self._compared) < MOST_COMPARED:
            self._compared.append(number)
            self._tabs.setCurrentWidget(self.compare)
        else:
            text = _("There is room for {count} on the radar; take one off first.")
            self.said.emit(text.format(count=MOST_COMPARED))
        self._show_compared()
        self.table.viewport().update()

    def _empty_compared(self) -> None:
        self._compared = []
        self._show_compared()
        self.table.viewport().update()

    def _show_compared(self) -> None:
        found = {item.number: item for item in self._shown.ranking.applications}
        chosen = [found[number] for number in self._compared]
        self.compare.show_results(chosen, self._shown.ranking.scheme)

    def _show_deeds(self) -> None:
        self._vote.setVisible(bool(self._shown.ties) and self._shown.can_vote)
        self._budget.setVisible(self._shown.can_budget)

    def _name_tabs(self) -> None:
        _ = self.translate
        place = self._tabs.indexOf(self.second_look)
        open_flags = self._shown.flags.open
        if place >= 0:
            name = _("Far apart")
            self._tabs.setTabText(place, f"{name} ({open_flags})" if open_flags else name)

    def _show_charts(self) -> None:
        for chart, figure in (
            (self.by_reviewer, by_reviewer(self._shown)),
            (self.by_rank, by_rank(self._shown)),
        ):
            chart.set_least(QSize(300, 40 + 26 * len(figure.rows)))
            chart.show_figure(figure, "\n".join(row.name for row in figure.rows))

    def _choose(self, number: str) -> None:
        index = self.model.index_where(lambda row: row.number == number)
        self.table.choose_row(index)
        if index.isValid():
            self._row_chosen(self.model.row_at(index))
        else:
            self.why.show_nothing()

    def _row_chosen(self, row: ResultRow) -> None:
        self._chosen = row.number
        ask = partial(why_this_rank, shown=self._shown, number=row.number, _=self.translate)
        parts = self.desk.look(ask)
        self.why.show_row(row, parts, self._shown.ranking.scheme.rules.places)

    def _searched(self, text: str) -> None:
        self.model.search(text)

    def _columns_changed(self, keys: tuple[str, ...]) -> None:
        window_state.remember_columns(_TABLE, keys)

    def _split_moved(self) -> None:
        window_state.remember_splitter(_TABLE, self._split)

    def _go_export(self) -> None:
        self.going.emit(Destination("reports", "ranking"))

    def _ask_vote(self) -> None:
        names = {item.number: item.name for item in self._shown.ranking.applications}
        group = next((tie for tie in self._shown.ties if self._chosen in tie), self._shown.ties[0])
        pairs = tuple((number, names[number]) for number in group)
        dialog = VoteDialog(pairs, self.translate, self)
        dialog.answered.connect(self._voted)
        dialog.open()

    def _voted(self, vote: Vote) -> None:
        _ = self.translate
        if self.desk.do(partial(record_vote, order=vote.order, reason=vote.reason)):
            self.said.emit(_("The vote is recorded and orders the ranking."))

    def _ask_reason(self, sheet: FlaggedSheet) -> None:
        _ = self.translate
        found, places = sheet.deviation, self._shown.ranking.scheme.rules.places
        facts = _(
            "Application {application}, reviewer {reviewer}: {own}; the others' mean is {others},"
            " a deviation of {share}."
        ).format(
            application=found.application,
            reviewer=found.reviewer,
            own=format_points(found.own, places),
            others=format_points(found.others, places),
            share=per_cent(found.share),
        )
        self._reason_for = sheet
        text = _statement(sheet.review)
        dialog = ReasonDialog(facts, text, _, self)
        dialog.answered.connect(self._explained)
        dialog.open()

    def _explained(self, statement: Statement) -> None:
        _ = self.translate
        found = self._reason_for.deviation
        deed = partial(
            explain_deviation,
            application=found.application,
            reviewer=found.reviewer,
            statement=statement.text,
            decision=statement.decision,
        )
        if self.desk.do(deed):
            self.said.emit(_("The reason stands with the sheet."))

    def _ask_budget(self) -> None:
        present = self._shown.budget_fen
        amount = "" if present is None else format_wan(present)
        dialog = BudgetDialog(amount, self.translate, self)
        dialog.answered.connect(self._budget_given)
        dialog.open()

    def _budget_given(self, text: str) -> None:
        self.desk.do(partial(set_budget, wan=text))


def _statement(review: OutlierReview | None) -> str:
    return "" if review is None else review.statement


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
