"""Every colour of the screen by its role, for the light, dark and high-contrast look.

Source: look.md, Language of the screen. Text has a contrast of 7:1 for main and 4.5:1 for
the rest on each ground it may stand on; a test computes it.
"""

from dataclasses import dataclass

CHART = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
"""Six colours of Okabe and Ito that colour-blind people tell apart."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by role, each "#rrggbb".

    Grounds: `surface` of the window, `raised` of cards and fields, `sunken` of what cannot
    be typed in; each `soft` ground belongs to the meaning of the same name.
    """

    surface: str
    raised: str
    sunken: str
    line: str
    text: str
    secondary: str
    faint: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    attention: str
    attention_soft: str
    wrong: str
    wrong_soft: str
    locked: str
    locked_soft: str
    chart: tuple[str, ...] = CHART

    def of(self, role: str) -> str:
        """Give the colour of a role by its name."""
        colour: str = getattr(self, role)
        return colour


LIGHT = Colours(
    surface="#F5F6F8",
    raised="#FFFFFF",
    sunken="#ECEEF2",
    line="#CDD2DA",
    text="#171B23",
    secondary="#434B5A",
    faint="#596273",
    accent="#1B4B8A",
    on_accent="#FFFFFF",
    accent_soft="#E1EAF6",
    good="#17633A",
    good_soft="#E0F1E6",
    attention="#7E4A00",
    attention_soft="#FBEBD0",
    wrong="#A3211A",
    wrong_soft="#FBE3E1",
    locked="#55457F",
    locked_soft="#EAE6F5",
)

DARK = Colours(
    surface="#15181E",
    raised="#1E222A",
    sunken="#272C36",
    line="#454D5B",
    text="#F1F3F6",
    secondary="#C3CAD5",
    faint="#A5AEBC",
    accent="#9CC2F5",
    on_accent="#0D1B30",
    accent_soft="#22334D",
    good="#8AD8A4",
    good_soft="#1D3527",
    attention="#F2C06A",
    attention_soft="#3B2E15",
    wrong="#FFA69E",
    wrong_soft="#43211F",
    locked="#C9BCF3",
    locked_soft="#2F2945",
    chart=("#56B4E9", "#E69F00", "#2FC79A", "#E39BC4", "#9CC2F5", "#FF8A4C"),
)

CONTRAST = Colours(
    surface="#000000",
    raised="#000000",
    sunken="#1A1A1A",
    line="#FFFFFF",
    text="#FFFFFF",
    secondary="#FFFFFF",
    faint="#E6E6E6",
    accent="#FFE14D",
    on_accent="#000000",
    accent_soft="#333000",
    good="#7CFFB0",
    good_soft="#00290F",
    attention="#FFC247",
    attention_soft="#332200",
    wrong="#FFB3AD",
    wrong_soft="#3A0500",
    locked="#D9CCFF",
    locked_soft="#1D1238",
    chart=("#56B4E9", "#E69F00", "#2FC79A", "#E39BC4", "#FFFFFF", "#FF8A4C"),
)
