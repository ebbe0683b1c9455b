"""Every table has a name that a paper can count it by."""

import pytest

from reviewer_app.i18n import translator
from reviewer_app.storage.schema import KEYS
from reviewer_app.words.records import record_word


@pytest.mark.parametrize("table", sorted(KEYS))
def test_every_table_has_its_word_in_chinese(table: str) -> None:
    chinese, english = (record_word(table, translator(one)) for one in ("zh_CN", "en"))

    assert chinese not in (table, english)
