"""The bundled schemes to choose from."""


def bundled_schemes(language: str) -> tuple[tuple[str, str], ...]:
    """Give (key, title) of each, in the language where it has a title in it."""
    from reviewer_app.importing.scheme_file import bundled

    return tuple(
        (item.key, item.title_en if language == "en" and item.title_en else item.title)
        for item in bundled()
    )
