"""``upslope sandbox``: how well learner code is shut in on this machine."""

import json
import shutil
import sys
import textwrap
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox.child_times import new_child_ms, ready_child_ms
from upslope.grading.sandbox.launch import GRADING, SESSIONS
from upslope.grading.sandbox.sandbox import Sandbox, Standing

PROFILES = {"grading": GRADING, "lab pages": SESSIONS}


def run(arguments: Sequence[str]) -> int:
    """Start the sandboxes and try attacks on them; return 1 if they may not run code of other people."""
    parser = ArgumentParser(
        prog="upslope sandbox",
        description="Say how well learner code is shut in on this machine: the tier, what was tried to find "
        "out, how long a child takes, and what to install for a better tier.",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    chosen = parser.parse_args(arguments)
    try:
        found = {name: _look_at(name) for name in PROFILES}
    except SandboxFailed as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    print(
        json.dumps(found, ensure_ascii=False) if chosen.json else "\n\n".join(map(_as_text, found.values()))
    )
    return 0 if all(one["for_others"] for one in found.values()) else 1


def _look_at(name: str) -> dict[str, Any]:
    with Sandbox(PROFILES[name]) as sandbox:
        ready = ready_child_ms(sandbox)
        standing = sandbox.standing
    return {
        "for": name,
        **asdict(standing.tier),
        "measures": asdict(standing.measures),
        "prevented": _names(standing, held=True),
        "not_prevented": _names(standing, held=False),
        "new_child_ms": round(new_child_ms(PROFILES[name]), 2),
        "ready_child_ms": round(ready, 2),
    }


def _names(standing: Standing, *, held: bool) -> list[str]:
    return [one.name for one in standing.tried if one.held is held]


def _as_text(found: dict[str, Any]) -> str:
    lines = [found["sentence"], found["remedy"]]
    for title, names in (("Tried and prevented", "prevented"), ("Tried and NOT prevented", "not_prevented")):
        lines.append(f"{title}: {', '.join(found[names])}." if found[names] else "")
    lines.append(
        f"A new child answers after {found['new_child_ms']:.1f} ms, one that is ready after "
        f"{found['ready_child_ms']:.1f} ms."
    )
    width = min(shutil.get_terminal_size().columns, 100)
    shown = [
        textwrap.fill(line, width, initial_indent="  ", subsequent_indent="  ") for line in lines if line
    ]
    return "\n".join([f"Sandbox for {found['for']}: tier {found['name']}", *shown])
