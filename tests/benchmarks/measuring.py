"""Run two ways of the same work in turns and print their ratio."""

import argparse
import gc
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Pair:
    """Our way and the floor; `goal` is the greatest ratio wished for, None for none."""

    name: str
    ours: Callable[[], object]
    floor: Callable[[], object]
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Medians in seconds (or MiB) and the median of the ratios of all rounds."""

    name: str
    ours: float
    floor: float
    ratio: float
    goal: float | None


def spent() -> float:
    """Give the processor seconds of this process and of those it waited for."""
    own, others = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


elapsed = perf_counter
"""The clock on the wall, where waiting counts too."""


def compared(pair: Pair, rounds: int, clock: Callable[[], float] = spent) -> Line:
    """Run both in turns, the order changing from round to round."""
    times: list[tuple[float, float]] = []
    for number in range(rounds):
        if number % 2:
            floor, ours = seconds(pair.floor, clock), seconds(pair.ours, clock)
        else:
            ours, floor = seconds(pair.ours, clock), seconds(pair.floor, clock)
        times.append((ours, floor))
    return Line(
        pair.name,
        median(ours for ours, _ in times),
        median(floor for _, floor in times),
        median(ours / floor for ours, floor in times),
        pair.goal,
    )


def seconds(work: Callable[[], object], clock: Callable[[], float] = spent) -> float:
    """Time one run; what earlier runs left behind is cleared away before."""
    gc.collect()
    begin = clock()
    result = work()
    end = clock()
    del result
    return end - begin


def peak_mib(*arguments: str) -> float:
    """Run `python -m ARGUMENTS`, whose last line is its peak memory (see `own_peak`)."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return float(done.stdout.split()[-1])


def own_peak() -> float:
    """Give the greatest memory this process has had so far, in MiB (Linux)."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def show(title: str, lines: Sequence[Line], *, unit: str = "ms", scale: float = 1000.0) -> None:
    """Print one table."""
    width = max(len(line.name) for line in lines)
    said = [
        f"\n{title}",
        f"{'':{width}}  {f'ours {unit}':>12}  {f'floor {unit}':>12}   ratio   goal",
    ]
    for line in lines:
        goal = "" if line.goal is None else f"<={line.goal:.2f}"
        missed = " !" if line.goal is not None and line.ratio > line.goal else ""
        said.append(
            f"{line.name:{width}}  {line.ours * scale:12.2f}  {line.floor * scale:12.2f}"
            f"  {line.ratio:6.2f}  {goal:>6}{missed}"
        )
    sys.stdout.write("\n".join(said) + "\n")
    sys.stdout.flush()


def note(text: str) -> None:
    """Print one sentence under a table."""
    sys.stdout.write(f"  {text}\n")
    sys.stdout.flush()


def options(about: str | None) -> argparse.Namespace:
    """Read --quick and --rounds N."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--quick", action="store_true", help="tiny sizes, one round")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each pair (5)")
    found = parser.parse_args()
    if found.quick:
        found.rounds = 1
    return found
