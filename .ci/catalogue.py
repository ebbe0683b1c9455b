"""Keep the one gettext catalogue: extract msgids, add translations, compile.

python .ci/catalogue.py                 extract, merge, compile; list what lacks zh_CN
python .ci/catalogue.py add FILE.json   the same with {"msgid": "译文"} added first
"""

import fcntl
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n" / "zh_CN" / "LC_MESSAGES"
KEYWORDS = {"_": None, "N_": None, "plural": (1, 2)}


def extracted() -> Catalog:
    """Collect the msgids of core and shell."""
    catalog = Catalog(project="reviewer-app", charset="utf-8")
    for package in ("reviewer_app", "ui"):
        rows = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS)
        for name, line, message, comments, context in rows:
            catalog.add(message, None, [(f"{package}/{name}", line)], context=context)
    return catalog


def main(arguments: list[str]) -> int:
    """Merge under a lock; exit 1 while translations are missing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    po_path = FOLDER / "reviewer.po"
    with (Path(tempfile.gettempdir()) / "reviewer-catalogue.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = Catalog(locale="zh_CN")
        if po_path.exists():
            with po_path.open("rb") as source:
                known = read_po(source, locale="zh_CN")
        texts = {m.id: m.string for m in known if m.id and any(m.string)}
        if arguments[:1] == ["add"]:
            for path in arguments[1:]:
                texts.update(json.loads(Path(path).read_text(encoding="utf-8")))
        result = Catalog(locale="zh_CN", project="reviewer-app", charset="utf-8")
        fresh = extracted()
        missing = []
        for message in sorted(fresh, key=lambda m: str(m.id)):
            if not message.id:
                continue
            key = message.id
            text = texts.get(key) or (texts.get(key[0]) if isinstance(key, tuple) else None)
            if isinstance(key, tuple) and isinstance(text, str):
                text = (text,)
            if not text or not any(text):
                missing.append(key)
            places = sorted({name for name, _ in message.locations})
            result.add(key, text, [(name, None) for name in places], context=message.context)
        result.revision_date = result.creation_date = datetime(2026, 11, 24, tzinfo=UTC)
        with po_path.open("wb") as target:
            write_po(target, result, omit_header=False, width=100)
        with (FOLDER / "reviewer.mo").open("wb") as target:
            write_mo(target, result)
    for key in missing:
        print("no zh_CN:", key)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
