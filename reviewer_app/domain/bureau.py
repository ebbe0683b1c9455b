"""The bureau (主管部门) that runs the review, as its papers name it."""

from collections.abc import Mapping
from dataclasses import dataclass

PREFIX = "bureau."


@dataclass(frozen=True, slots=True)
class Bureau:
    """What the papers say of the bureau; empty where it is to be written by hand.

    `contact` is whom to ask, `supervision_phone` that of discipline inspection.
    """

    name: str = ""
    department: str = ""
    contact: str = ""
    phone: str = ""
    supervision_phone: str = ""


def bureau_from(settings: Mapping[str, str]) -> Bureau:
    """Read the bureau from the settings of a batch, e.g. `bureau.name`."""
    names = Bureau.__dataclass_fields__
    return Bureau(**{name: settings.get(PREFIX + name, "").strip() for name in names})
