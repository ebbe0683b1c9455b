"""Sums of images tell tables apart, whatever the order of what made them."""

from reviewer_app.storage.tally import BUCKETS, Tally, bucket_of


def a_tally(*rows: tuple[str, str]) -> Tally:
    """Sum up these rows."""
    tally = Tally()
    for key, image in rows:
        tally.add(key, image)
    return tally


def test_what_is_taken_is_as_if_it_was_never_added() -> None:
    tally = a_tally(("[1]", "a"), ("[2]", "b"))
    tally.take("[1]", "a")

    assert tally.differing(a_tally(("[2]", "b"))) == []


def test_the_order_of_rows_is_no_difference() -> None:
    rows = [(f"[{key}]", str(key)) for key in range(3 * BUCKETS)]

    assert a_tally(*rows).differing(a_tally(*reversed(rows))) == []


def test_a_difference_is_in_the_bucket_of_its_key() -> None:
    rows = [(f"[{key}]", str(key)) for key in range(3 * BUCKETS)]

    found = a_tally(*rows, ("[x]", "1")).differing(a_tally(*rows, ("[x]", "2")))

    assert found == [bucket_of("[x]")]


def test_key_and_image_are_not_mixed_up() -> None:
    assert a_tally(("[1]", "23")).sums != a_tally(("[1]2", "3")).sums


def test_the_same_row_twice_is_not_once() -> None:
    once, twice = a_tally(("[1]", "a")), a_tally(("[1]", "a"), ("[1]", "a"))

    assert once.differing(twice) == [bucket_of("[1]")]
