"""Attachments (附件): files kept by their content beside the workspace."""

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file of an application. `pages` is None where it has none we could count.

    `digest` is the SHA-256 of its bytes in hex, `size` their number.
    """

    uuid: str
    title: str
    file_name: str
    digest: str
    size: int
    pages: int | None = None
    added_by: str = ""

    @property
    def kept_as(self) -> str:
        """Name the file in the folder of attachments: its digest and its ending.

        >>> Attachment("", "合同", "合同.PDF", "ab12", 3).kept_as
        'ab12.pdf'
        """
        return self.digest + PurePath(self.file_name).suffix.lower()

    @property
    def has_pages(self) -> bool:
        """Whether its pages can be shown in place."""
        return self.pages is not None
