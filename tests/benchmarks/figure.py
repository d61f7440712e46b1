"""One measured figure, and how runs become one."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Judged = Literal["ratio", "value"]


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, beside the least that it could have been here and now.

    ``floor`` is in the same unit as ``value``: the same kind of work done by the
    barest program that can do it, in the same run on the same machine. ``budget``
    bounds the ``ratio`` of the two, or the ``value`` itself, as ``judged`` says.
    """

    name: str
    value: float
    unit: str
    floor: float
    budget: float
    judged: Judged = "ratio"

    @property
    def ratio(self) -> float:
        """How many times the floor it is."""
        return self.value / self.floor if self.floor else float("inf")

    @property
    def ok(self) -> bool:
        """Whether it keeps to its budget."""
        return (self.ratio if self.judged == "ratio" else self.value) <= self.budget

    def as_json(self) -> dict[str, Any]:
        """Return every field, the worked-out ones too."""
        return {
            **asdict(self),
            "value": round(self.value, 7),
            "floor": round(self.floor, 7),
            "ratio": round(self.ratio, 2),
            "ok": self.ok,
        }


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a Markdown table."""
    rows = [
        "| | here | floor | times the floor | at most | kept |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for figure in figures:
        most = f"{figure.budget:g} x" if figure.judged == "ratio" else _amount(figure, "budget")
        rows.append(
            f"| {figure.name} | {_amount(figure, 'value')} | {_amount(figure, 'floor')} "
            f"| {_times(figure.ratio)} | {most} | {'yes' if figure.ok else 'NO'} |"
        )
    return "\n".join(rows)


def _amount(figure: Figure, field: str) -> str:
    amount = getattr(figure, field)
    return f"{amount:,.0f} {figure.unit}" if amount >= 100 else f"{amount:.3g} {figure.unit}"


def _times(ratio: float) -> str:
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.1f}"


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_turn(runs: int, *works: Callable[[], float]) -> tuple[float, ...]:
    """Measure some works in turn, several times, and return the median of each.

    In turn, so that a busy moment of the machine falls on all of them alike.
    """
    measured = [[work() for work in works] for _ in range(runs)]
    return tuple(map(statistics.median, zip(*measured, strict=True)))


def percentile(times: Sequence[float], percent: int) -> float:
    """Return the value that this percent of the times do not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))]
