"""Checks a whole course."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from upslope.course.lint import katex
from upslope.course.lint.fingerprint import unit_fingerprint
from upslope.course.lint.memory import Memory
from upslope.course.lint.rule import Finding, WholeCourse
from upslope.course.lint.rulebook import all_rules, check_subject
from upslope.course.lint.unit import Outcome
from upslope.course.lint.workers import ALONE, Workers
from upslope.course.schema import Course, Progress, walk_questions

__all__ = ["Check", "Report", "all_rules", "check_course", "check_subject", "run_check", "stands_in"]


@dataclass(frozen=True)
class Check:
    """What to check, and how. Every question is proved on the seeds 0 to ``seeds`` − 1.

    ``only`` keeps a module, an item or a question with what is in it: ``what-is-calculus/rise-over-run``.
    With a ``memory``, what has not changed is not checked again.
    """

    course: Course
    seeds: int = 200
    only: str | None = None
    memory: Memory | None = None
    workers: Workers = ALONE

    @property
    def names(self) -> list[str]:
        """What there is to check, in the course's order: the course itself (empty), items, questions."""
        items = [item.full_id for item in self.course.items if item.path]
        names = ["", *items, *walk_questions(self.course)]
        return [name for name in names if self.only is None or (name and stands_in(name, self.only))]


def stands_in(name: str, only: str) -> bool:
    """Whether the item or question ``name`` is what ``only`` names, or a part of it."""
    return f"{name}/".startswith(f"{only.rstrip('/')}/")


@dataclass(frozen=True)
class Report:
    """What was found, in the course's order; how many questions there were; how many things were known."""

    findings: tuple[Finding, ...]
    questions: int
    remembered: int


def check_course(
    course: Course, seeds: int = 200, only: str | None = None, progress: Progress | None = None
) -> list[Finding]:
    """Return everything that should be mended; see ``Check`` and ``run_check``."""
    return list(run_check(Check(course, seeds, only), progress).findings)


def run_check(check: Check, progress: Progress | None = None) -> Report:
    """Return everything that should be mended.

    ``progress`` is called after each thing that is checked, with how many were done before it.
    """
    names = check.names
    prints = {name: _fingerprint(check, name) for name in names if name and check.memory}
    outcomes = _remembered(check, prints)
    remembered = len(outcomes)
    todo = [name for name in names if name not in outcomes]
    for done, (name, outcome) in enumerate(check.workers.outcomes(check.course, todo, check.seeds)):
        outcomes[name] = outcome
        # A file that was saved meanwhile may have been read before or after.
        if check.memory and name and prints[name] == _fingerprint(check, name):
            check.memory.keep(_slot(check, name), prints[name], outcome)
        if progress is not None:
            progress(done, len(todo), name or check.course.id)
    found = [*_unchecked(check.course), *(found for name in names for found in outcomes[name].findings)]
    if check.only is None:
        found += check_subject(WholeCourse(check.course, {name: outcomes[name].facts for name in names}))
    return Report(tuple(dict.fromkeys(found)), sum(name.count("/") == 2 for name in names), remembered)


def _remembered(check: Check, prints: Mapping[str, str]) -> dict[str, Outcome]:
    """Return what is known already. The course's own files are read every time."""
    if check.memory is None:
        return {}
    check.memory.forget_the_old()
    known = {
        name: check.memory.recall(_slot(check, name), fingerprint) for name, fingerprint in prints.items()
    }
    return {name: outcome for name, outcome in known.items() if outcome is not None}


def _slot(check: Check, name: str) -> str:
    return f"{check.course.path.resolve()} {check.seeds} {name}"


def _fingerprint(check: Check, name: str) -> str:
    return unit_fingerprint(check.course, name, check.seeds)


def _unchecked(course: Course) -> Iterator[Finding]:
    remedy = katex.missing()
    if remedy:
        what = "Formulas were not checked: whether a page can set them is unknown."
        yield Finding("warning", course.path / "course.toml", 1, what, remedy, "formulas")
