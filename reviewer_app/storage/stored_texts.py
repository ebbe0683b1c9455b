"""Texts of a row that most readers never look at."""

import json
from collections.abc import Iterator, Mapping


class StoredTexts(Mapping[str, str]):
    """A JSON object of texts as stored, read only when somebody looks inside.

    A ranking carries the inputs of every computed score and reads few of them; to read
    them all takes as long as to read all scores.

    >>> dict(StoredTexts('{"users": "4"}'))
    {'users': '4'}
    """

    __slots__ = ("_texts",)

    def __init__(self, document: str) -> None:
        self._texts: str | dict[str, str] = document

    def _read(self) -> dict[str, str]:
        if isinstance(self._texts, str):
            self._texts = json.loads(self._texts)
        assert isinstance(self._texts, dict), "a row holds an object"
        return self._texts

    def __getitem__(self, name: str) -> str:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __repr__(self) -> str:
        return repr(self._read())
