"""The texts of official papers, as data: `resources/texts/`, and the bureau's own wording.

A text is named by its file and key ("publicity.period") and has named places ("{from}").
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from reviewer_app.i18n import DEFAULT_LANGUAGE, LANGUAGES

PREFIX = "text."
BLANK = "________"
"""Stands where something is not recorded yet: to be written in by hand."""

_PLACE = re.compile(r"\{([a-z_]+)\}")


@cache
def bundled_texts(language: str) -> Mapping[str, str]:
    """Give every text of a language by name."""
    found: dict[str, str] = {}
    for path in sorted((resources.files("resources") / "texts").iterdir(), key=_name):
        if path.name.endswith(".toml"):
            texts = tomllib.loads(path.read_text("utf-8"))[language]
            stem = path.name.removesuffix(".toml")
            found |= {f"{stem}.{key}": str(text) for key, text in texts.items()}
    return found


def _name(path: object) -> str:
    return str(path)


def setting_key(name: str, language: str) -> str:
    """Name the batch setting that holds the bureau's own wording of a text.

    >>> setting_key("publicity.period", "zh_CN"), setting_key("publicity.period", "en")
    ('text.publicity.period', 'text.en.publicity.period')
    """
    return PREFIX + (name if language == DEFAULT_LANGUAGE else f"{language}.{name}")


def paper_text(name: str, language: str, settings: Mapping[str, str], /, **places: str) -> str:
    """Give a text with its places filled; an empty value leaves a blank to write in.

    A place the text asks for and nobody fills stays as it is written.
    """
    text = settings.get(setting_key(name, language)) or bundled_texts(language)[name]

    def fill(found: re.Match[str]) -> str:
        return (places[found[1]] or BLANK) if found[1] in places else found[0]

    return _PLACE.sub(fill, text)


def named_by(key: str) -> tuple[str, str] | None:
    """Give name and language of the text that a setting overrides; None for other settings.

    >>> named_by("text.publicity.period"), named_by("text.en.publicity.period")
    (('publicity.period', 'zh_CN'), ('publicity.period', 'en'))
    """
    if not key.startswith(PREFIX):
        return None
    name = key.removeprefix(PREFIX)
    for language in LANGUAGES:
        if name.startswith(f"{language}."):
            return name.removeprefix(f"{language}."), language
    return name, DEFAULT_LANGUAGE


def places_of(text: str) -> frozenset[str]:
    """Name the places of a text.

    >>> sorted(places_of("公示期：{start}至{end}"))
    ['end', 'start']
    """
    return frozenset(_PLACE.findall(text))
