"""The texts of the papers, bundled and in the bureau's own wording, to be edited."""

from dataclasses import dataclass

from reviewer_app.domain.rules.rights import View
from reviewer_app.storage.batch_settings import load_settings
from reviewer_app.words.paper_texts import bundled_texts, places_of, setting_key
from reviewer_app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PaperText:
    """One text: `own` is empty while the bundled wording holds; `key` is its setting."""

    key: str
    name: str
    bundled: str
    own: str
    places: tuple[str, ...]


def paper_texts(workspace: Workspace, language: str) -> tuple[PaperText, ...]:
    """Give every text of a language, in the order of papers and of their parts."""
    workspace.require_view(View.SETUP)
    settings = load_settings(workspace.store)
    return tuple(
        PaperText(
            key=setting_key(name, language),
            name=name,
            bundled=bundled,
            own=settings.get(setting_key(name, language), ""),
            places=tuple(sorted(places_of(bundled))),
        )
        for name, bundled in bundled_texts(language).items()
    )
