"""The pictures of a race: how many pits were found with how many probes, and where the walks ended."""

from dataclasses import dataclass
from typing import Any

from upslope.maths.sandpits.landscapes import KINDS
from upslope.maths.sandpits.race import OF_A_KIND
from upslope.maths.sandpits.walking import PROBES
from upslope.web.sandpit.race_record import Record
from upslope.web.sandpit.strategy_names import IN_ORDER, heading_of, slug_of

LEFT, RIGHT, TOP, BOTTOM = 30.0, 270.0, 10.0, 205.0
LABEL_ROOM = 15.0
ENDS_REACH = 6.0  # metres: no walk ends farther from the deepest point, along x or along y


@dataclass(frozen=True)
class Row:
    """One strategy in the table of a race."""

    name: str
    slug: str
    found: int
    walks: int
    by_kind: list[tuple[str, int]]
    probes: float | None
    missed: float | None


@dataclass(frozen=True)
class FoundLine:
    """One strategy in the picture of found pits against probes."""

    name: str
    slug: str
    points: str
    end: float
    label: float


def rows(record: Record) -> list[Row]:
    """Return the table: the learner first, then the given four."""
    return [_row(name, record["tallies"][name]) for name in IN_ORDER]


def found_lines(record: Record) -> list[FoundLine]:
    """Return a line for each strategy, with labels at their ends that keep clear of each other."""
    curves = {name: record["tallies"][name]["found_by"] for name in IN_ORDER}
    ends = {name: _up(found[-1]) for name, found in curves.items()}
    labels = _spread(ends)
    return [
        FoundLine(
            heading_of(name),
            slug_of(name),
            " ".join(f"{_across(n):g},{_up(found):g}" for n, found in enumerate(curve, start=1)),
            ends[name],
            labels[name],
        )
        for name, curve in curves.items()
    ]


def found_marks() -> list[tuple[int, float]]:
    """Return the numbers of pits at the side, and where."""
    return [(found, _up(found)) for found in (0, 25, 50, 75, 100)]


def probe_marks() -> list[tuple[int, float]]:
    """Return the numbers of probes below, and where."""
    return [(n, _across(n)) for n in (1, 5, 10, 15, 20, PROBES)]


def ends(record: Record) -> list[dict[str, Any]]:
    """Return where the learner's walks ended around the deepest point, in a square of 240 units."""
    return [
        {
            **end,
            "x": round(120 + 120 * end["away"][0] / ENDS_REACH, 1),
            "y": round(120 - 120 * end["away"][1] / ENDS_REACH, 1),
        }
        for end in sorted(record["ends"], key=lambda end: end["found"])
    ]


def pits_by_kind(record: Record) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the learner's pits, kind by kind."""
    return [(kind, [end for end in record["ends"] if end["kind"] == kind]) for kind in KINDS]


def _row(name: str, tally: dict[str, Any]) -> Row:
    by_kind = [(kind, 100 * found // OF_A_KIND) for kind, found in zip(KINDS, tally["by_kind"], strict=True)]
    return Row(
        heading_of(name),
        slug_of(name),
        tally["found"],
        tally["walks"],
        by_kind,
        tally["probes"],
        tally["missed"],
    )


def _across(probes: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * (probes - 1) / (PROBES - 1), 1)


def _up(found: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * found / 100, 1)


def _spread(ends: dict[str, float]) -> dict[str, float]:
    """Return a height for each label: in the order of the ends, and none too near the next."""
    order = sorted(ends, key=lambda name: ends[name])
    places: dict[str, float] = {}
    lowest = TOP
    for n, name in enumerate(order):
        room_below = BOTTOM - LABEL_ROOM * (len(order) - 1 - n)
        places[name] = max(min(ends[name], room_below), lowest)
        lowest = places[name] + LABEL_ROOM
    return places
