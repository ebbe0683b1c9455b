"""The sheets to be submitted as a page of text: every score, and what is unusual."""

from collections.abc import Sequence
from html import escape

from reviewer_app.domain.own_work import OwnRow, OwnSheet, SheetReview
from reviewer_app.domain.points import format_exact, format_points
from reviewer_app.i18n import Translator
from ui.screens.scoring import rows
from ui.text import MINUS
from ui.theme.theme import colour, scaled


def reviews_html(reviews: Sequence[SheetReview], places: int, _: Translator) -> str:
    """Write one part for each sheet; a link leads to the row it stands in."""
    return "".join(_review(review, places, _) for review in reviews)


def _review(review: SheetReview, places: int, _: Translator) -> str:
    sheet = review.sheet
    total = format_points(sheet.total.total, places)
    head = f"<p class=part>{escape(sheet.number)}  {escape(sheet.name)}</p>"
    told = _("Total {total} (objective {objective}, own {given})").format(
        total=total,
        objective=format_points(sheet.total.objective, places),
        given=format_points(sheet.total.given, places),
    )
    lines = "".join(_line(sheet, row, review, _) for row in sheet.rows)
    heads = (
        ("left", _("Indicator")),
        ("right", _("Score")),
        ("right", _("Maximum points")),
        ("left", _("Level")),
        ("left", _("Comment")),
        ("left", ""),
    )
    cells = "".join(f"<th align={side}>{escape(name)}</th>" for side, name in heads)
    return (
        f"{head}<p><b>{escape(told)}</b></p>{_notes(review, _)}"
        f"<table width='98%' cellspacing=0 cellpadding=6><tr>{cells}</tr>{lines}</table>"
    )


def _notes(review: SheetReview, _: Translator) -> str:
    keeping = [
        *(_("{row} has no score.").format(row=code) for code in review.missing),
        *(
            _("{row} is far from the suggestion: write the reason as a comment.").format(row=code)
            for code in review.unexplained
        ),
    ]
    asked = [rows.question_text(review.sheet, item, _) for item in review.asked]
    lines = [*(("wrong", text) for text in keeping), *(("attention", text) for text in asked)]
    signs = {"wrong": "✕", "attention": "?"}
    return "".join(
        f'<p class="{meaning}"><b>{signs[meaning]}</b> {escape(text)}</p>'
        for meaning, text in lines
    )


def _line(sheet: OwnSheet, row: OwnRow, review: SheetReview, _: Translator) -> str:
    code = row.indicator.code
    asked = {item.indicator for item in review.asked}
    kept = code in review.missing or code in review.unexplained
    mark = "wrong" if kept else "attention" if code in asked else ""
    cells = (
        f"{code}  {rows.row_name(row.indicator, _)}",
        rows.score_text(row.indicator, row.score) or MINUS,
        format_exact(row.indicator.maximum),
        row.level,
        row.comment,
    )
    sides = ("left", "right", "right", "left", "left")
    shown = "".join(
        f'<td align={side} class="{mark}">{escape(cell)}</td>'
        for side, cell in zip(sides, cells, strict=True)
    )
    change = escape(_("Change this score"))
    link = f'<a href="{escape(sheet.number)}#{escape(code)}">{change}</a>'
    return f"<tr>{shown}<td>{link}</td></tr>"


def style() -> str:
    """Give the page's style in the look in force."""
    return (
        f".part {{ font-size: {scaled(18)}px; font-weight: bold; margin-top: {scaled(16)}px; }}"
        f"a {{ color: {colour('accent').name()}; }} th {{ color: {colour('secondary').name()}; }}"
        f".wrong {{ color: {colour('wrong').name()}; }}"
        f".attention {{ color: {colour('attention').name()}; }}"
    )
