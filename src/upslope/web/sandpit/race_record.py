"""A race as it is kept: plain data with all that its page shows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from upslope.grading.pits.pit_race import YOURS, Race
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.race import PitName, tally
from upslope.maths.sandpits.walking import Walk
from upslope.web.sandpit.posted import COMMON_RACE

MOST_TROUBLES = 3

Record = dict[str, Any]


def record_of(race: Race) -> Record:
    """Return the record of a race: a tally for each strategy, and where each of the learner's walks ended."""
    own = race.walks[YOURS]
    pits = race.pits[: len(own)]
    return {
        "number": race.number,
        "tallies": {name: asdict(tally(walks)) for name, walks in race.walks.items()},
        "ends": [_end(pit, walk) for pit, walk in zip(pits, own, strict=True)],
        "troubles": _troubles(pits, own),
        "cut_short": race.cut_short,
    }


def is_better(record: Record, best: Record | None) -> bool:
    """Whether a record beats the best: more pits found, or as many with fewer probes. Only race 1 counts."""
    if record["number"] != COMMON_RACE:
        return False
    return best is None or _rank(record) > _rank(best)


def _rank(record: Record) -> tuple[int, float]:
    own = record["tallies"][YOURS]
    return own["found"], -(own["probes"] or 0.0)


def _end(name: PitName, walk: Walk) -> Record:
    """Where a walk ended, seen from the deepest point, in metres."""
    deepest = pit_of(name.kind, name.seed).deepest
    last = walk.probes[-1]
    return {
        "kind": name.kind,
        "seed": name.seed,
        "found": walk.found,
        "probes": len(walk.probes),
        "away": [round(last.x - float(deepest[0]), 3), round(last.y - float(deepest[1]), 3)],
    }


def _troubles(pits: Sequence[PitName], walks: Sequence[Walk]) -> list[Record]:
    """The sentences of walks that broke off, the most frequent first, each with its first pit."""
    counts = Counter(walk.trouble for walk in walks if walk.trouble)
    firsts = {walk.trouble: pit for pit, walk in reversed([*zip(pits, walks, strict=True)])}
    return [
        {"sentence": sentence, "times": times, **asdict(firsts[sentence])}
        for sentence, times in counts.most_common(MOST_TROUBLES)
    ]
