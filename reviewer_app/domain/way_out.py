"""What may become of a reviewer's sheets when they cannot go on."""

from enum import StrEnum


class WayOut(StrEnum):
    """What becomes of the sheets of a reviewer who cannot go on."""

    KEEP = "keep"
    VOID = "void"
    SUBSTITUTE = "substitute"
