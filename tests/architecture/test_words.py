"""The Chinese catalogue is complete, compiled and says the same facts."""

import ast
import io
import string
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from tests.architecture.files import ROOT, sources, tree

FOLDER = ROOT / "resources" / "i18n" / "zh_CN" / "LC_MESSAGES"
KEYWORDS = {"_": None, "N_": None, "plural": (1, 2), "ngettext": (1, 2)}


@cache
def catalogue() -> Catalog:
    """Read the zh_CN texts as their source holds them."""
    with (FOLDER / "reviewer.po").open("rb") as source:
        return read_po(source, locale="zh_CN")


def used() -> Iterator[tuple[str, str]]:
    """Give each msgid in the code with the file that uses it."""
    for package in ("reviewer_app", "ui"):
        rows = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS)
        for name, _line, message, *_rest in rows:
            yield message if isinstance(message, str) else message[0], f"{package}/{name}"


def texts(value: str | list[str] | tuple[str, ...] | None) -> list[str]:
    """Give all forms of a text."""
    return [value or ""] if isinstance(value, str | None) else list(value)


def messages() -> list[Message]:
    """Give every entry of the catalogue but its header."""
    return [message for message in catalogue() if message.id]


def fields(text: str) -> set[str]:
    """Give the named places of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_of_the_program_is_in_the_catalogue() -> None:
    known = {texts(message.id)[0] for message in messages() if any(texts(message.string))}

    assert sorted({(text, place) for text, place in used() if text not in known}) == []


def test_the_catalogue_holds_no_text_that_nobody_uses() -> None:
    known = {texts(message.id)[0] for message in messages()}

    assert known - {text for text, _ in used()} == set()


def test_translations_keep_the_named_places() -> None:
    wrong = [
        message.id
        for message in messages()
        for text in texts(message.string)
        if text and fields(text) != set().union(*map(fields, texts(message.id)))
    ]

    assert wrong == []


def test_no_translation_is_fuzzy() -> None:
    assert [message.id for message in messages() if message.fuzzy] == []


def test_the_compiled_catalogue_is_the_source() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)

    with (FOLDER / "reviewer.mo").open("rb") as shipped:
        found = {str(message.id): message.string for message in read_mo(shipped) if message.id}
    assert found == {str(message.id): message.string for message in read_mo(compiled) if message.id}


@pytest.mark.parametrize("text", ["{row", "{}", "{0}"])
def test_places_are_named(text: str) -> None:
    assert [message.id for message in messages() if text in texts(message.id)[0].split()] == []


def test_every_text_goes_through_the_underscore() -> None:
    """A text given to a translator of another name is never extracted."""
    wrong = [
        f"{path}:{node.lineno}"
        for path in sources("reviewer_app", "ui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and is_another_translator(node.func)
        and any(isinstance(given, ast.Constant) for given in node.args)
    ]

    assert wrong == []


def is_another_translator(function: ast.expr) -> bool:
    """Say whether this calls a translator by another name, or one that a call just gave."""
    if isinstance(function, ast.Attribute):
        return function.attr in ("translate", "translator")
    return isinstance(function, ast.Call)


def test_the_number_of_an_application_is_called_by_its_name() -> None:
    """On every paper it stands above the application numbers; a line has "Line no."."""
    found = {message.id: message.string for message in messages()}

    assert (found["No."], found["Line no."]) == ("项目编号", "序号")
