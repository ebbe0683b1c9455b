"""What describes an application, and whether it still takes part."""

from functools import partial

from PySide6.QtWidgets import QFormLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.domain.application import Standing
from reviewer_app.domain.credit_code import CreditVerdict
from reviewer_app.domain.errors import ReviewerError
from reviewer_app.domain.money import format_wan
from reviewer_app.queries.application import ApplicationPage
from reviewer_app.queries.consequences import consequence_of_standing
from reviewer_app.words.applications import standing_name, verdict_sentence
from reviewer_app.words.consequences import consequence_lines
from reviewer_app.workflow.change_standing import change_standing
from reviewer_app.workflow.edit_application import Description, DescriptionField, edit_application
from ui.desk import Desk
from ui.messages import ask
from ui.screens.applications.panel import Panel, column_of, form_of, line, row_of
from ui.text import or_dash
from ui.theme.theme import scaled
from ui.widgets.labels import button, frame, label, pill, restyle
from ui.widgets.line_field import LineField

_MEANINGS = {
    Standing.ACTIVE: "good",
    Standing.WITHDRAWN: "locked",
    Standing.INELIGIBLE: "wrong",
}


class DataPanel(Panel):
    """Fields that are written when they are left; the standing with its reason."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._extra: dict[str, LineField] = {}
        self._build()
        self._lay_out()

    def show_again(self, page: ApplicationPage) -> None:
        item, _ = page.application, self.translate
        for field, made in self._fields.items():
            made.put(getattr(item, field.value))
        self._verdict.setText(verdict_sentence(item.credit_code, page.verdict, _))
        is_right = page.verdict is CreditVerdict.VALID
        self._verdict.setProperty("meaning", "good" if is_right else "attention")
        restyle(self._verdict)
        fen = item.requested_fen
        self._requested.setText(or_dash("" if fen is None else format_wan(fen)))
        self._show_extra(page)
        self._standing.setText(standing_name(item.standing, _))
        self._standing.setProperty("pill", _MEANINGS[item.standing])
        restyle(self._standing)
        self._why.setText(item.standing_reason)
        for standing, pressed in self._standings.items():
            pressed.setVisible(standing is not item.standing)

    def finish(self) -> None:
        for made in (*self._fields.values(), *self._extra.values()):
            made.finish()

    def _build(self) -> None:
        _ = self.translate
        names = {
            DescriptionField.NAME: _("Project"),
            DescriptionField.APPLICANT: _("Applicant"),
            DescriptionField.CREDIT_CODE: _("Credit code"),
            DescriptionField.INDUSTRY: _("Industry"),
            DescriptionField.OFFICE: _("Office"),
            DescriptionField.CONTACT: _("Contact"),
        }
        self._names = names
        self._fields = {field: line(name) for field, name in names.items()}
        for field, made in self._fields.items():
            made.setProperty("field", field.value)
            made.written.connect(self._written)
        self._verdict, self._requested = label("", wrap=True), label("")
        self._standing = pill("", "good")
        self._why = label("", "secondary", wrap=True)
        self._reason = line(_("Reason"), _("Reason, before the standing is changed"))
        self._standings = {
            Standing.WITHDRAWN: button(_("Withdraw…"), self._withdraw, name="circle-slash"),
            Standing.INELIGIBLE: button(_("Ineligible…"), self._exclude, name="circle-x"),
            Standing.ACTIVE: button(_("Takes part again…"), self._take_in, name="rotate-ccw"),
        }

    def _lay_out(self) -> None:
        _ = self.translate
        rows: list[tuple[str, QWidget]] = []
        for field, made in self._fields.items():
            rows.append((self._names[field], made))
            if field is DescriptionField.CREDIT_CODE:
                rows.append(("", self._verdict))
        rows.append((_("Requested (10,000 yuan)"), self._requested))
        self._more = form_of(())
        standing = QVBoxLayout()
        standing.addWidget(label(_("Standing"), "section"))
        standing.addLayout(row_of(self._standing, self._why))
        standing.addLayout(row_of(self._reason, *self._standings.values(), stretch=False))
        inside = QVBoxLayout()
        inside.setSpacing(scaled(8))
        inside.addLayout(form_of(rows))
        self._more_head = label(_("Further data of the import"), "section")
        inside.addWidget(self._more_head)
        inside.addLayout(self._more)
        inside.addWidget(frame("raised", standing))
        inside.addStretch(1)
        holder, area = QWidget(), QScrollArea()
        holder.setLayout(inside)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        column_of(self).addWidget(area)

    def _show_extra(self, page: ApplicationPage) -> None:
        extra = page.application.extra
        self._more_head.setVisible(bool(extra))
        if tuple(extra) != tuple(self._extra):
            while self._more.rowCount():
                self._more.removeRow(0)
            self._extra = {header: self._extra_field(header) for header in extra}
        for header, made in self._extra.items():
            made.put(extra[header])

    def _extra_field(self, header: str) -> LineField:
        made = line(header)
        made.setProperty("header", header)
        made.written.connect(self._extra_written)
        form: QFormLayout = self._more
        form.addRow(header, made)
        return made

    def _written(self, text: str) -> None:
        field = DescriptionField(self.sender().property("field"))
        self._write(Description({field: text}, {}))

    def _extra_written(self, text: str) -> None:
        self._write(Description({}, {self.sender().property("header"): text}))

    def _write(self, description: Description) -> None:
        if not self.do(edit_application, description=description) and self.page is not None:
            self.show_again(self.page)

    def _withdraw(self) -> None:
        self._change(Standing.WITHDRAWN)

    def _exclude(self) -> None:
        self._change(Standing.INELIGIBLE)

    def _take_in(self) -> None:
        self._change(Standing.ACTIVE)

    def _change(self, standing: Standing) -> None:
        """Show what follows, then ask; without a reason the verb says so."""
        _, reason = self.translate, self._reason.text().strip()
        assert self.page is not None
        if reason:
            question = _("{number}: {standing}?").format(
                number=self.number, standing=standing_name(standing, _)
            )
            try:
                query = partial(consequence_of_standing, application=self.number, standing=standing)
                lines = consequence_lines(self.desk.look(query), self.page.scheme, _)
            except ReviewerError as refusal:
                self.desk.refused.emit(refusal)
                return
            agreed = ask(
                self,
                question,
                yes=standing_name(standing, _),
                no=_("Leave it as it is"),
                detail="\n".join(lines),
            )
            if not agreed:
                return
        if self.do(change_standing, standing=standing, reason=reason):
            self._reason.take()
        else:
            self._reason.setFocus()
