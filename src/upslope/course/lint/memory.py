"""Remembers what was found, so that only what has changed is checked again.

An outcome is kept whole, warnings and all, under a fingerprint of everything it depends on: nothing goes
unsaid because it was said before. What has an error is never kept: the fault may lie outside, for instance in
a missing sandbox.
"""

import contextlib
import hashlib
import json
import os
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from upslope.course.lint.rule import Facts, Finding
from upslope.course.lint.unit import Outcome

DAYS = 60


@dataclass(frozen=True)
class Memory:
    """A folder with a file for each slot: an item or a question of one course, on one number of seeds."""

    folder: Path

    def recall(self, slot: str, fingerprint: str) -> Outcome | None:
        """Return what was found last time; None unless everything is as it was."""
        file = self._file(slot)
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            os.utime(file)
            return _outcome(kept) if kept["fingerprint"] == fingerprint else None
        except (OSError, ValueError, KeyError, TypeError):
            return None  # never kept, or written by another version

    def keep(self, slot: str, fingerprint: str, outcome: Outcome) -> None:
        """Remember an outcome without errors.

        A folder that cannot be written to costs no more than the time of checking again.
        """
        if any(finding.severity == "error" for finding in outcome.findings):
            return
        text = json.dumps({"fingerprint": fingerprint, **asdict(outcome)}, default=str)
        file = self._file(slot)
        beside = file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, encoding="utf-8")
            beside.replace(file)

    def forget_the_old(self) -> None:
        """Remove what nobody has asked for in two months."""
        with contextlib.suppress(OSError):
            for file in self.folder.iterdir():
                if file.stat().st_mtime < time.time() - DAYS * 86400:
                    file.unlink()

    def _file(self, slot: str) -> Path:
        return self.folder / f"{hashlib.sha256(slot.encode()).hexdigest()[:32]}.json"


def _outcome(kept: dict[str, Any]) -> Outcome:
    findings = (Finding(**finding) for finding in kept["findings"])
    facts = kept["facts"]
    return Outcome(
        tuple(replace(finding, path=Path(finding.path)) for finding in findings),
        None if facts is None else Facts(**{name: tuple(values) for name, values in facts.items()}),
    )
