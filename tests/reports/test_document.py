"""The document as a value and its code."""

from dataclasses import replace

from reviewer_app.domain.document import Orientation, digest
from reviewer_app.reports.catalogue import build
from tests.reports.builders import a_batch, a_panel, some_facts


def test_the_code_names_report_sequence_and_digest() -> None:
    document = build("ranking", some_facts(a_batch(2, 3), a_panel(3)))

    assert document.code == f"11-ranking · 128 · {digest(document)[:12]}"


def test_printing_again_later_gives_the_same_code() -> None:
    document = build("ranking", some_facts(a_batch(2, 3), a_panel(3)))

    later = replace(document, printed="2027-01-01 08:00", software="9.9")

    assert later.code == document.code


def test_another_score_gives_another_code() -> None:
    one = build("ranking", some_facts(a_batch(2, 3, seed=1), a_panel(3)))
    other = build("ranking", some_facts(a_batch(2, 3, seed=2), a_panel(3)))

    assert digest(one) != digest(other)


def test_the_digest_of_a_known_document_never_changes() -> None:
    # A changed number here means that codes on paper no longer match: a breaking change.
    document = replace(
        build("composite", some_facts(a_batch(0, 0))),
        blocks=(),
        title="标题",
        orientation=Orientation.LANDSCAPE,
    )

    assert digest(document) == KNOWN


KNOWN = "663fca54b36d91d39e4ec3f22ced2b5fe9536c6b8ea4f791cd36b109e9954c1c"
