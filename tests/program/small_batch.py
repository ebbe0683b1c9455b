"""A small batch made by the real commands: two applications, three reviewers."""

from dataclasses import dataclass
from pathlib import Path

from tests.builders import a_scheme_document
from tests.program.commands import done, write_csv, write_scheme

SCORES = {
    ("P1", "R1"): ("30", "40"),
    ("P1", "R2"): ("33", "40"),
    ("P1", "R3"): ("39", "40"),
    ("P2", "R1"): ("20", "20"),
    ("P2", "R2"): ("20", "20.5"),
    ("P2", "R3"): ("20", "21"),
}


@dataclass(frozen=True, slots=True)
class SmallBatch:
    """Where its files are."""

    folder: Path

    @property
    def workspace(self) -> Path:
        """The workspace."""
        return self.folder / "批次 一.review"

    def file(self, kind: str) -> Path:
        """The import file of a kind."""
        return self.folder / f"{kind}.csv"

    def write_applications(self, *rows: tuple[str, str, str]) -> Path:
        """Write the applications file: number, name, users."""
        header = ["项目编号", "项目名称", "申报单位", "用户数"]
        table = [[number, name, "虚构单位", users] for number, name, users in rows]
        return write_csv(self.file("applications"), header, table)

    def write_scores(self, changed: dict[tuple[str, str], tuple[str, str]] | None = None) -> Path:
        """Write the scores file in wide form."""
        cells = {**SCORES, **(changed or {})}
        table = [[*pair, *values] for pair, values in cells.items()]
        return write_csv(self.file("scores"), ["项目编号", "专家编号", "B1", "B2"], table)


def a_small_batch(folder: Path, *, scored: bool = True) -> SmallBatch:
    """Make the workspace; P1 has 4 users and 78, P2 has 7 users and 47.50."""
    batch = SmallBatch(folder)
    scheme = write_scheme(folder / "scheme.toml", a_scheme_document())
    done("new", batch.workspace, "--title", "测试批次", "--scheme", scheme)
    applications = batch.write_applications(("P1", "项目一", "4"), ("P2", "项目二", "7"))
    done("import", batch.workspace, "applications", applications)
    panel = [[number, f"专家{number}"] for number in ("R1", "R2", "R3")]
    write_csv(batch.file("reviewers"), ["专家编号", "姓名"], panel)
    done("import", batch.workspace, "reviewers", batch.file("reviewers"))
    if scored:
        done("import", batch.workspace, "scores", batch.write_scores(), "--submit")
    return batch
