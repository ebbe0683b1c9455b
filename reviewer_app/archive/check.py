#!/usr/bin/env python3
"""Check this archive folder: is every file as it was, and do the tables give the ranking?

核对本归档文件夹：文件是否原样，排名能否由表格重算。

    python3 check.py [FOLDER]        Python 3.9 or later, nothing else needed

It knows nothing of the program that made the archive: it reads the tables (tables/*.csv)
and the published ranking (ranking.json), works every result out again in fractions and
compares to the last digit. Exit status: 0 all agrees, 1 something differs, 2 no archive.
"""

import csv
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

csv.field_size_limit(1 << 30)

HALF = Fraction(1, 2)

Row = dict[str, str]
Case = dict[str, Any]
Points = Mapping[str, Fraction]


def main(arguments: Sequence[str]) -> int:
    """Check the folder and say what was found."""
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(__file__).resolve().parent
    if not (folder / "manifest.json").is_file():
        print("没有找到 manifest.json：这不是归档文件夹 / no manifest.json here")
        return 2
    if json.loads((folder / "manifest.json").read_text(encoding="utf-8")).get("rehearsal"):
        print("演练，不作任何依据 / a rehearsal, counts for nothing")
    findings = [*check_files(folder), *check_kept(folder), *check_ranking(folder)]
    for finding in findings:
        print(finding)
    if findings:
        print(f"不一致：{len(findings)} 处 / {len(findings)} differences")
        return 1
    print("一致：全部文件和每一个结果 / all files and every result agree")
    return 0


# ------------------------------------------------------------------- the files


def check_files(folder: Path) -> Iterator[str]:
    """Compare every file with the manifest; nothing may be missing, changed or added."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    listed = {item["path"]: item for item in manifest["files"]}
    present = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    for name in sorted(listed.keys() - present):
        yield f"缺少文件 / missing: {name}"
    for name in sorted(present - listed.keys() - {"manifest.json"}):
        yield f"多出文件 / not in the manifest: {name}"
    for name in sorted(listed.keys() & present):
        found = sha256(folder / name)
        if found != listed[name]["sha256"]:
            yield f"文件已变 / changed: {name} ({found[:12]}, {listed[name]['sha256'][:12]})"


def check_kept(folder: Path) -> Iterator[str]:
    """Compare attachments, signed scans and sealed copies with the digests in the tables."""
    for table in ("attachment", "scan"):
        for row in read_table(folder, table):
            name = row["digest"] + Path(row["file_name"]).suffix.lower()
            found = [path / name for path in (folder / "workspace").glob("*.files")]
            if not any(path.is_file() and sha256(path) == row["digest"] for path in found):
                yield f"附件缺失或已变 / lost or changed: {row['file_name']} ({name[:12]})"
    for row in read_table(folder, "export_log"):
        copy = folder / "sealed" / row["file"]
        if row["note"] == "sealed copy" and copy.is_file() and sha256(copy) != row["sha256"]:
            yield f"封存副本已变 / sealed copy changed: {row['file']}"


def read_table(folder: Path, name: str) -> list[Row]:
    """Read one table as dictionaries of text."""
    with (folder / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for part in iter(lambda: file.read(1 << 20), b""):
            digest.update(part)
    return digest.hexdigest()


# ------------------------------------------------------------------- the ranking


def check_ranking(folder: Path) -> Iterator[str]:
    """Work out every result from the tables and compare it with the published one."""
    published = json.loads((folder / "ranking.json").read_text(encoding="utf-8"))
    batch = Batch(folder)
    told = {result["number"]: result for result in batch.results()}
    for item in published["applications"]:
        found = told.pop(item["number"], None)
        if found is None:
            yield f"{item['number']}: 表格中没有 / not in the tables"
            continue
        for key in ("rank", "score", "untrimmed_mean", "median", "factors", "counted"):
            if found[key] != item[key]:
                yield f"{item['number']}: {key} {found[key]!r} ≠ {item[key]!r}"
    for number in told:
        yield f"{number}: 排名中没有 / not in the ranking"


class Batch:
    """What the tables hold, and the official result worked out from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, list[Row]] = {}
        self._grouped: dict[str, dict[str, list[Row]]] = {}
        versions = self.rows("scheme_version")
        newest = max(versions, key=lambda row: int(row["version"]))
        self.scheme = json.loads(newest["document"])
        self.rules = self.scheme["rules"]
        self.places = self.rules.get("places", 2)
        self.round_at = set(self.rules.get("round_at", ["final"]))
        self.level = self.rules.get("trim_level", "total")
        self.weights = {f["code"]: exact(f.get("weight", "1")) for f in self.scheme["factor"]}
        self.parts = {f["code"]: f["indicator"] for f in self.scheme["factor"]}
        self.on_sheet = [
            row["code"]
            for rows in self.parts.values()
            for row in rows
            if row["kind"] != "objective"
        ]

    def rows(self, name: str) -> list[Row]:
        """Read one table as dictionaries of text."""
        if name not in self._read:
            self._read[name] = read_table(self.folder, name)
        return self._read[name]

    def of(self, name: str, column: str, key: str) -> list[Row]:
        """Give the rows of a table that belong to one row of another."""
        place = f"{name} by {column}"
        if place not in self._grouped:
            self._grouped[place] = {}
            for row in self.rows(name):
                self._grouped[place].setdefault(row[column], []).append(row)
        return self._grouped[place].get(key, [])

    def results(self) -> list[dict[str, Any]]:
        """Give every application with rank, score and what was compared."""
        cases = [self.case(row) for row in self.rows("application")]
        ranked = [case for case in cases if case["ranked"]]
        trim_from = self.rules.get("trim_from", 3)
        may_trim = self.rules.get("trim_scope", "application") == "application" or all(
            len(case["sheets"]) >= trim_from for case in ranked
        )
        for case in cases:
            self.tell(case, may_trim=may_trim)
        self.place(ranked)
        return [self.published(case) for case in cases]

    def case(self, row: Row) -> Case:
        """Collect one application: its counted sheets and whether it is ranked."""
        people = {p["id"]: p["number"] for p in self.rows("person") if p["number"]}
        listed = self.of("assignment", "application_id", row["id"])
        everyone = self.rows("batch")[0]["assignment"] == "everyone"
        assigned = list(people) if everyone else [pair["reviewer_id"] for pair in listed]
        own = self.of("sheet", "application_id", row["id"])
        touched = {sheet["reviewer_id"]: sheet for sheet in own}
        states = {
            reviewer: touched[reviewer]["state"] if reviewer in touched else "pending"
            for reviewer in assigned
        }
        objective = {
            item["indicator"]: item["value"]
            for item in self.of("objective_score", "application_id", row["id"])
        }
        counted = [r for r in assigned if states[r] in ("submitted", "locked")]
        counted.sort(key=lambda reviewer: natural(people[reviewer]))
        values = [self.values(touched[r]["id"], objective) for r in counted]
        complete = all(objective.get(code) for code in self.objective_codes())
        return {
            "row": row,
            "sheets": values,
            "objective": objective,
            "ranked": self.is_ranked(row, states, len(counted)) and complete,
            "complete": complete,
        }

    def objective_codes(self) -> list[str]:
        """Name the indicators that are computed."""
        return [r["code"] for rows in self.parts.values() for r in rows if r["kind"] == "objective"]

    def values(self, sheet: str, objective: Mapping[str, str]) -> Points:
        """Give the points of every indicator on one sheet, computed ones included."""
        scores = {
            score["indicator"]: Fraction(int(score["value"]), 100)
            for score in self.of("score", "sheet_id", sheet)
        }
        for code in self.objective_codes():
            scores[code] = exact(objective[code]) if objective.get(code) else Fraction(0)
        return scores

    def is_ranked(self, row: Row, states: Mapping[str, str], counted: int) -> bool:
        """Say whether an application takes part and has enough sheets."""
        if row["standing"] != "active":
            return False
        if not self.on_sheet:
            return True
        if any(state in ("pending", "draft") for state in states.values()):
            return False
        share = exact(self.rules.get("quorum_share", "0"))
        return counted >= self.rules.get("quorum", 1) and counted >= share * len(states)

    def tell(self, case: Case, *, may_trim: bool) -> None:
        """Work out score, factors, mean and median of one application."""
        sheets = case["sheets"]
        if not self.on_sheet:
            sheets = [self.values("", case["objective"])]
        case["told"] = None
        if not sheets or not case["complete"]:
            return
        how = self.rules.get("combine", "mean")
        short = len(sheets) < self.rules.get("trim_from", 3)
        if how == "trimmed_mean" and (short or not may_trim or not self.on_sheet):
            how = "mean"
        columns = {code: self.column(rows, sheets) for code, rows in self.parts.items()}
        totals = [
            sum((self.weights[code] * column[at] for code, column in columns.items()), Fraction(0))
            for at in range(len(sheets))
        ]
        if "sheet" in self.round_at:
            totals = [half_up(total, self.places) for total in totals]
        panel = self.panel(sheets, columns, totals, how)
        if "factor" in self.round_at:
            panel = {code: half_up(value, self.places) for code, value in panel.items()}
        weighed = {code: self.weights[code] * value for code, value in panel.items()}
        if "weighted" in self.round_at:
            weighed = {code: half_up(value, self.places) for code, value in weighed.items()}
        score = sum(weighed.values(), Fraction(0))
        if self.level == "total" and not {"factor", "weighted"} & self.round_at:
            score = combined(totals, how)
        case["told"] = {
            "score": half_up(score, self.places),
            "factors": {code: half_up(value, self.places) for code, value in weighed.items()},
            "untrimmed_mean": half_up(combined(totals, "mean"), self.places),
            "median": half_up(combined(totals, "median"), self.places),
        }

    def column(self, rows: Sequence[Row], sheets: Sequence[Points]) -> list[Fraction]:
        """Give the points of one factor on each sheet, before the weight."""
        return [
            sum((exact(r.get("weight", "1")) * sheet[r["code"]] for r in rows), Fraction(0))
            for sheet in sheets
        ]

    def panel(
        self,
        sheets: Sequence[Points],
        columns: Mapping[str, list[Fraction]],
        totals: Sequence[Fraction],
        how: str,
    ) -> dict[str, Fraction]:
        """Give each factor's points over the panel, on the level the scheme names."""
        if self.level == "indicator":
            single = [
                {
                    row["code"]: combined([sheet[row["code"]] for sheet in sheets], how)
                    for rows in self.parts.values()
                    for row in rows
                }
            ]
            return {code: self.column(rows, single)[0] for code, rows in self.parts.items()}
        if self.level == "factor" or how == "median":
            return {code: combined(values, how) for code, values in columns.items()}
        kept = list(range(len(totals)))
        if how == "trimmed_mean":
            kept.remove(min(kept, key=lambda at: (totals[at], at)))
            kept.remove(max(kept, key=lambda at: (totals[at], at)))
        return {
            code: combined([values[at] for at in kept], "mean") for code, values in columns.items()
        }

    def place(self, ranked: Sequence[Case]) -> None:
        """Give ranks 1, 2, 2, 4: by score, then by the tie steps in their order."""
        votes = self.votes()

        def key(case: Case) -> tuple[Any, ...]:
            steps = self.rules.get("tie_break", [])
            chain = [self.step(step, case, ranked, votes) for step in steps]
            return (-case["told"]["score"], *chain)

        order = sorted(ranked, key=key)
        for at, case in enumerate(order):
            same = at > 0 and key(order[at - 1]) == key(case)
            case["rank"] = order[at - 1]["rank"] if same else at + 1

    def step(
        self, step: str, case: Case, ranked: Sequence[Case], votes: Sequence[Sequence[str]]
    ) -> tuple[bool, Any]:
        """Give what one tie step compares, smaller being better."""
        if step == "requested_asc":
            asked = case["row"]["requested_fen"]
            return (not asked, int(asked or 0))
        if step == "vote":
            equal = self.undecided(case, ranked)
            fitting = [vote for vote in votes if equal <= set(vote)]
            number = case["row"]["number"]
            return (False, fitting[-1].index(number) if fitting and len(equal) > 1 else 0)
        told = case["told"]
        value = told[step] if step in ("untrimmed_mean", "median") else told["factors"][step]
        return (False, -value)

    def undecided(self, case: Case, ranked: Sequence[Case]) -> set[str]:
        """Name the applications that all steps before the vote leave equal to this one."""
        steps = self.rules["tie_break"]
        before = steps[: steps.index("vote")]

        def values(other: Case) -> list[Any]:
            return [other["told"]["score"]] + [self.step(s, other, ranked, []) for s in before]

        own = values(case)
        return {other["row"]["number"] for other in ranked if values(other) == own}

    def votes(self) -> list[list[str]]:
        """Give the recorded votes as orders of application numbers, oldest first."""
        numbers = {row["id"]: row["number"] for row in self.rows("application")}
        orders: dict[int, list[str]] = {}
        for row in sorted(self.rows("tie_vote"), key=lambda r: (int(r["vote"]), int(r["place"]))):
            orders.setdefault(int(row["vote"]), []).append(numbers[row["application_id"]])
        return list(orders.values())

    def published(self, case: Case) -> dict[str, Any]:
        """Write a case as the ranking writes it."""
        told, codes = case["told"], list(self.parts)

        def text(value: Fraction) -> str:
            return written(value, self.places)

        return {
            "number": case["row"]["number"],
            "rank": case.get("rank"),
            "score": text(told["score"]) if told and case["ranked"] else None,
            "untrimmed_mean": text(told["untrimmed_mean"]) if told else None,
            "median": text(told["median"]) if told else None,
            "factors": {code: text(told["factors"][code]) if told else None for code in codes},
            "counted": len(case["sheets"]),
        }


# ------------------------------------------------------------------- numbers


def exact(text: object) -> Fraction:
    """Read a decimal or a fraction exactly."""
    return Fraction(str(text))


def combined(values: Sequence[Fraction], how: str) -> Fraction:
    """Combine values by mean, median, or the mean without one lowest and one highest."""
    if how == "median":
        return Fraction(median(values))
    kept = sorted(values)[1:-1] if how == "trimmed_mean" else values
    return sum(kept, Fraction(0)) / len(kept)


def half_up(value: Fraction, places: int) -> Fraction:
    """Round halves away from zero."""
    units = int(abs(value) * 10**places + HALF)
    return Fraction(units if value >= 0 else -units, 10**places)


def written(value: Fraction, places: int) -> str:
    """Write with exactly so many decimals."""
    units = int(abs(value) * 10**places + HALF)
    digits = str(units).rjust(places + 1, "0")
    sign = "-" if value < 0 and units else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def natural(text: str) -> list[tuple[int, int, str]]:
    """Compare digits in a number as numbers: R2 before R10."""
    pieces = re.split(r"([0-9]+)", text)
    return [(0, int(p), p) if p.isdigit() else (1, 0, p) for p in pieces if p]


if __name__ == "__main__":
    sys.exit(main(sys.argv))
