"""Sums of row images, to compare tables of any size with the journal in little memory.

Each image is hashed into a number, and the numbers of a bucket of keys are added. What the
journal adds and takes away must come to what the rows add up to; where it does not, only
the rows of that bucket need a closer look.
"""

import hashlib
from zlib import crc32

BUCKETS = 1024
_MODULUS = 1 << 128


def bucket_of(key: str) -> int:
    """Give the bucket of a row key."""
    return crc32(key.encode("utf-8")) % BUCKETS


class Tally:
    """The sums of one table, one for each bucket of keys; an empty table has zeros."""

    def __init__(self) -> None:
        self.sums = [0] * BUCKETS

    def add(self, key: str, image: str) -> None:
        """Count a row in."""
        bucket, value = _weight(key, image)
        self.sums[bucket] = (self.sums[bucket] + value) % _MODULUS

    def take(self, key: str, image: str) -> None:
        """Count a row out."""
        bucket, value = _weight(key, image)
        self.sums[bucket] = (self.sums[bucket] - value) % _MODULUS

    def differing(self, other: "Tally") -> list[int]:
        """Name the buckets whose sums are not the other's."""
        if self.sums == other.sums:
            return []
        pairs = zip(self.sums, other.sums, strict=True)
        return [bucket for bucket, (own, foreign) in enumerate(pairs) if own != foreign]


def _weight(key: str, image: str) -> tuple[int, int]:
    raw = key.encode("utf-8")
    digest = hashlib.blake2b(b"%d:%b%b" % (len(raw), raw, image.encode("utf-8")), digest_size=16)
    return crc32(raw) % BUCKETS, int.from_bytes(digest.digest(), "big")
