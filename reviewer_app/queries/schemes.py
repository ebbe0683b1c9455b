"""The schemes to choose from."""

from pathlib import Path

from reviewer_app.domain.scheme import Scheme


def bundled_schemes(language: str) -> tuple[tuple[str, str], ...]:
    """Give (key, title) of each, in the language where it has a title in it."""
    from reviewer_app.importing.scheme_file import bundled

    return tuple(
        (item.key, item.title_en if language == "en" and item.title_en else item.title)
        for item in bundled()
    )


def scheme_of_key(key: str) -> Scheme:
    """Give a bundled scheme.

    Raises:
        UnknownScheme: naming those there are.
    """
    from reviewer_app.importing.scheme_file import bundled_scheme

    return bundled_scheme(key)


def scheme_of_file(path: Path) -> Scheme:
    """Read a scheme of the bureau's own, a form or TOML.

    Raises:
        FileMissing, FileUnreadable, FileRefused, SchemeSyntax, SchemeRejected: with every
            problem at once.
    """
    from reviewer_app.importing.scheme_file import load_scheme

    return load_scheme(path)
