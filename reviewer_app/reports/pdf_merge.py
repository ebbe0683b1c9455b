"""Several PDF files of ours as one, for the printer."""

import os
from collections.abc import Sequence
from pathlib import Path

from reviewer_app.domain.report_errors import ReportDiffers, ReportNotWritten


def merge_pdfs(paths: Sequence[Path], target: Path, *, for_both_sides: bool) -> int:
    """Write the pages of all files behind each other; give how many there are.

    For printing on both sides every file begins on a sheet of its own: an odd one gets a
    blank back. The file is written beside the old one, counted, and put in its place.

    Raises:
        ReportDiffers: the pages did not read back; an older file is whole.
        ReportNotWritten: disk full, no right to write; an older file is whole.
    """
    import pypdfium2

    aside = target.with_name(f".{target.name}.part")
    wanted = 0
    try:
        with pypdfium2.PdfDocument.new() as whole:
            for path in paths:
                with pypdfium2.PdfDocument(path) as one:
                    whole.import_pages(one)
                    count = len(one)
                    size = one.get_page_size(count - 1)
                wanted += count
                if for_both_sides and count % 2:
                    whole.new_page(*size)
                    wanted += 1
            whole.save(aside)
        _sync(aside)
        with pypdfium2.PdfDocument(aside) as written:
            found = len(written)
        if found != wanted:
            raise ReportDiffers(target, str(wanted), str(found))
        aside.replace(target)
    except OSError as error:
        raise ReportNotWritten(target, error.strerror or str(error)) from error
    finally:
        aside.unlink(missing_ok=True)
    return wanted


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
