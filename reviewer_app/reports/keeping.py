"""What must stay on one page: a place to sign never stands without what is signed.

Signatures take the notes before them and the last rows of the table with them, so that no
loose page of signatures can be put to another table.
"""

from collections.abc import Callable, Sequence

from reviewer_app.domain.document import (
    Block,
    PageBreak,
    SealSpace,
    Section,
    Signatures,
    Table,
)
from reviewer_app.reports.flow import LAST_LINES

_SHARE = 0.75
"""More than this share of a page is not kept together: the rest holds table rows."""


def kept_heights(
    blocks: Sequence[Block], height_of: Callable[[Block], float], page: float
) -> tuple[list[float], bool]:
    """Give for each block the height of what must stand on the page where it ends.

    And whether that can be done: it cannot where it takes too much of a page.
    """
    kept = [0.0] * len(blocks)
    whole = True
    for place, block in enumerate(blocks):
        if isinstance(block, Signatures | SealSpace):
            height = min(height_of(block), page * _SHARE)
            for before in range(place - 1, -1, -1):
                earlier = blocks[before]
                if isinstance(earlier, Section | PageBreak):
                    break
                kept[before] = height
                if isinstance(earlier, Table) and len(earlier.rows) >= LAST_LINES:
                    break
                height += height_of(earlier)
                if height > page * _SHARE:
                    whole = False
                    break
    return kept, whole
