"""Page ends of a worksheet, worked out by hand.

Upright A4 has 737 points between the margins, of which 95 % are used: 700.15, or 70 rows
of 10 points.
"""

from reviewer_app.domain.document import Orientation
from reviewer_app.reports.sheet_pages import Pages

UPRIGHT = Orientation.PORTRAIT


def test_a_page_ends_when_it_is_full() -> None:
    assert Pages([10.0] * 100).breaks(1, UPRIGHT) == [70]


def test_at_half_the_scale_twice_as_many_rows_fit() -> None:
    assert Pages([10.0] * 150).breaks(0.5, UPRIGHT) == [140]


def test_what_is_kept_together_goes_to_the_next_page_whole() -> None:
    assert Pages([10.0] * 72, kept=[(65, 72)]).breaks(1, UPRIGHT) == [64]


def test_what_is_kept_and_fits_stays() -> None:
    assert Pages([10.0] * 70, kept=[(65, 70)]).breaks(1, UPRIGHT) == []


def test_the_repeated_header_takes_its_room() -> None:
    # 70 rows on the first page, 68 beneath the two repeated ones on the next
    assert Pages([10.0] * 150, header=(1, 2)).breaks(1, UPRIGHT) == [70, 138]


def test_a_form_a_little_too_tall_is_made_smaller() -> None:
    pages = Pages([10.0] * 80 + [10.0] * 50, ends=[80])

    scale = pages.scale(50, UPRIGHT)

    assert 0.87 < scale < 0.88
    assert pages.breaks(scale, UPRIGHT) == [80]
