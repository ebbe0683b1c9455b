"""Numbers before headings, as official papers have them."""

from reviewer_app.i18n import Translator

_DIGITS = "一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """Write 1 to 99.

    >>> [chinese_numeral(number) for number in (1, 10, 11, 20, 25)]
    ['一', '十', '十一', '二十', '二十五']
    """
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return ten + (_DIGITS[ones - 1] if ones else "")


def heading(number: int, text: str, _: Translator) -> str:
    """Number a heading of the first level: 一、 or 1."""
    if _.language == "en":
        return f"{number}. {text}"
    return f"{chinese_numeral(number)}、{text}"


def subheading(number: int, text: str, _: Translator) -> str:
    """Number a heading of the second level: （一） or (1)."""
    if _.language == "en":
        return f"({number}) {text}"
    return f"（{chinese_numeral(number)}）{text}"
