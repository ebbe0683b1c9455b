"""How tightly a form is set: the roomiest one that takes no more pages than the tightest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Density:
    """Type sizes and distances in points; `leading` is in sizes of the table's type."""

    table: float
    leading: float
    row_pad: float
    title: float
    body: float
    note: float
    fact_row: float
    signature: float


ROOMY = Density(9.0, 1.3, 2.9, 18.0, 10.5, 8.5, 17.5, 54.0)
TIGHT = Density(8.5, 1.17, 0.9, 14.0, 9.5, 7.5, 13.5, 40.0)
OFFICIAL = Density(12.0, 1.3, 4.0, 22.0, 16.0, 12.0, 29.0, 36.0)
LARGE = Density(9.0, 1.3, 3.6, 18.0, 12.5, 9.0, 18.5, 56.0)
LEVELS = (
    LARGE,
    ROOMY,
    Density(9.0, 1.3, 1.9, 17.0, 10.5, 8.5, 16.5, 51.0),
    Density(9.0, 1.2, 1.3, 15.0, 10.0, 8.0, 15.0, 46.0),
    Density(9.0, 1.17, 1.1, 15.0, 9.5, 7.5, 14.0, 43.0),
    TIGHT,
)
"""From roomy to tight."""
