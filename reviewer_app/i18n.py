"""The translator as a value: English msgids, one gettext catalogue for core and ui."""

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

LANGUAGES = ("zh_CN", "en")
DEFAULT_LANGUAGE = "zh_CN"


@dataclass(frozen=True, slots=True)
class Translator:
    """Turns msgids into text of one language: `_("Rank")`, `_.plural(...)`."""

    language: str
    _gettext: Callable[[str], str]
    _ngettext: Callable[[str, str, int], str]

    def __call__(self, message: str) -> str:
        """Give the text of `message`, itself where there is no translation."""
        return self._gettext(message)

    def __reduce__(self) -> "tuple[Callable[[str], Translator], tuple[str]]":
        """Travel between processes as its language."""
        return translator, (self.language,)

    def plural(self, one: str, many: str, count: int) -> str:
        """Give the text for `count` things."""
        return self._ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark a text for the catalogue; it is translated where it is shown."""
    return message


@lru_cache(maxsize=len(LANGUAGES))
def translator(language: str) -> Translator:
    """Give the translator of "zh_CN" or "en"."""
    translations: gettext.NullTranslations = gettext.NullTranslations()
    if language != "en":
        path = resources.files("resources") / "i18n" / language / "LC_MESSAGES" / "reviewer.mo"
        with path.open("rb") as source:
            translations = gettext.GNUTranslations(source)
    return Translator(language, translations.gettext, translations.ngettext)
