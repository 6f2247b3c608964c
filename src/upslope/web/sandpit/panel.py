"""What the sandpit's part of a lab's page shows."""

from typing import Any

from upslope.maths.sandpits.race import PITS, PitName
from upslope.web.labs.lab_access import OpenLab
from upslope.web.sandpit import depth_drawing, race_drawing
from upslope.web.sandpit.kinds import KIND_WORDS, SHORT_WORDS, title_of
from upslope.web.sandpit.map_drawing import bands, drawn_others, drawn_probes, outcome
from upslope.web.sandpit.models import PitWork
from upslope.web.sandpit.places import drawn, line
from upslope.web.sandpit.posted import COMMON_RACE, FIRST_PIT
from upslope.web.sandpit.racing import is_running
from upslope.web.sandpit.watching import Watch, watch_from

Context = dict[str, Any]


def walk_context(here: OpenLab, work: PitWork, chosen: PitName | None = None, problem: str = "") -> Context:
    """Return what the walk's form and picture show. ``chosen`` is the pit the form offers."""
    watch = watch_from(work.walk) if work.walk else None
    name = chosen or (watch.name if watch else FIRST_PIT)
    return {
        "here": here,
        "kinds": KIND_WORDS.items(),
        "pit_name": name,
        "walk_problem": problem,
        "watch": _watch_context(watch) if watch else None,
    }


def race_context(here: OpenLab, work: PitWork, number: int | None = None, problem: str = "") -> Context:
    """Return what the race's form, its progress and its result show."""
    running = is_running(work)  # which may find that the race was cut off
    record = work.race
    return {
        "here": here,
        "race_number": number or (record["number"] if record else COMMON_RACE),
        "race_problem": problem or work.problem,
        "is_running": running,
        "done": work.done,
        "pits": PITS,
        "race": _result_context(record, work.best) if record else None,
    }


def _watch_context(watch: Watch) -> Context:
    context: Context = {
        "title": title_of(watch.name),
        "address": f"pit={watch.name.kind}-{watch.name.seed}",
        "is_over": watch.is_over,
        "walk": watch.walk if watch.is_over else None,
        "shown": watch.shown,
        "left": watch.left,
        "latest": watch.probes[-1],
        "deepest_so_far": min(probe.f for probe in watch.probes),
        "probes": drawn_probes(watch),
        "path": line(probe[:2] for probe in watch.probes),
        "sticks": depth_drawing.sticks(watch),
        "depth_marks": depth_drawing.depth_marks(),
        "probe_marks": depth_drawing.probe_marks(),
    }
    if watch.is_over:
        context |= {
            "said": outcome(watch.walk),
            "bands": bands(watch.name.kind, watch.name.seed),
            "deepest": drawn(watch.pit.deepest),
            "hollows": len(watch.pit.minima),
            "others": drawn_others(watch),
            "other_depths": depth_drawing.other_depths(watch),
        }
    return context


def _result_context(record: dict[str, Any], best: dict[str, Any] | None) -> Context:
    return {
        "record": record,
        "rows": race_drawing.rows(record),
        "kinds": SHORT_WORDS.values(),
        "lines": race_drawing.found_lines(record),
        "found_marks": race_drawing.found_marks(),
        "probe_marks": race_drawing.probe_marks(),
        "ends": race_drawing.ends(record),
        "by_kind": [(SHORT_WORDS[kind], ends) for kind, ends in race_drawing.pits_by_kind(record)],
        "best": best,
        "best_row": race_drawing.rows(best)[0] if best else None,
    }
