"""What the frozen program is made of: a bill of materials and the texts of all licences.

    python .ci/bill.py FOLDER        writes SBOM.json and licences/

Made from the pins of requirements.txt and what is installed; identical for identical pins.
"""

import json
import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)
_TEXTS = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)")


def _licence(name: str) -> str:
    facts = metadata.metadata(name)
    for field in ("License-Expression", "License"):
        if facts.get(field, "").strip():
            return facts[field].strip().splitlines()[0]
    kinds = [
        kind.rpartition(" :: ")[2]
        for kind in facts.get_all("Classifier") or []
        if kind.startswith("License ::")
    ]
    return ", ".join(kinds)


def _components() -> list[dict[str, object]]:
    found = []
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    for name, version in sorted(_PIN.findall(text)):
        try:
            metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # only for another system
        found.append(
            {
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name.lower()}@{version}",
                "licenses": [{"license": {"name": _licence(name)}}],
            }
        )
    fonts = sorted((ROOT / "resources" / "fonts").glob("*-OFL.txt"))
    found.extend(
        {
            "type": "file",
            "name": font.name.removesuffix("-OFL.txt"),
            "licenses": [{"license": {"id": "OFL-1.1"}}],
        }
        for font in fonts
    )
    found.append({"type": "file", "name": "Lucide icons", "licenses": [{"license": {"id": "ISC"}}]})
    return found


def write(folder: Path, version: str) -> None:
    """Write the bill and the licences into a folder that is there."""
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "reviewer-app", "version": version}
        },
        "components": _components(),
    }
    text = json.dumps(bill, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "SBOM.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    texts = folder / "licences"
    texts.mkdir(exist_ok=True)
    (texts / "reviewer-app.txt").write_bytes((ROOT / "LICENSE").read_bytes())
    for component in bill["components"]:
        name = str(component["name"])
        if component["type"] != "library":
            continue
        parts = [
            Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
            for file in sorted(metadata.files(name) or [], key=str)
            if "dist-info" in str(file) and _TEXTS.search(file.name) and file.locate().is_file()
        ]
        told = _licence(name) or "see its source"
        body = "\n\n".join(parts) or f"{name}: {told}\n"
        (texts / f"{name}.txt").write_text(body, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from reviewer_app import __version__

    write(Path(sys.argv[1]), __version__)
