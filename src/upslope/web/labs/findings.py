"""What was found about one function, as the page shows it. Results stored before a field existed lack it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from upslope.web.labs.words import listed, ordinal

MARKS = {True: ("✓", "holds:"), False: ("✗", "does not hold yet:"), None: ("–", "was not reached:")}


@dataclass(frozen=True)
class ShownCheck:
    """One thing that was looked at: a sign, the same in words for those who do not see it, and what it is."""

    mark: str
    spoken: str
    statement: str
    holds: bool | None


@dataclass(frozen=True)
class ShownLink:
    """One link of a chain: its LaTeX, what it means, and whether it is the broken one."""

    latex: str
    meaning: str
    is_broken: bool


@dataclass(frozen=True)
class ShownChain:
    """A chain of derivatives as a picture, and the same as a sentence."""

    of: str
    links: Sequence[ShownLink]
    sentence: str


@dataclass(frozen=True)
class Finding:
    """One function of a lab. ``message`` does not begin with its name: the page shows that itself."""

    name: str
    passed: bool
    message: str
    diagnosis: str
    checks: Sequence[ShownCheck]
    chain: ShownChain | None
    try_at_home: Mapping[str, str] | None


def finding(name: str, found: Mapping[str, Any]) -> Finding:
    """Return one function's part of a stored result."""
    chain = found.get("chain")
    return Finding(
        name=name,
        passed=found["passed"],
        message=found["message"].removeprefix(f"{name}: ").removeprefix(f"{name} "),
        diagnosis=found.get("diagnosis") or "",
        checks=[_check(check) for check in found.get("checks") or ()],
        chain=_chain(chain) if chain and chain["links"] else None,
        try_at_home=found.get("try_at_home"),
    )


def findings_of(result: Mapping[str, Any] | None) -> list[Finding]:
    """Return what a stored result says of every function, in the lab's order."""
    return [finding(name, found) for name, found in (result or {}).get("functions", {}).items()]


def _check(check: Mapping[str, Any]) -> ShownCheck:
    mark, spoken = MARKS[check["holds"]]
    return ShownCheck(mark, spoken, check["statement"], check["holds"])


def _chain(chain: Mapping[str, Any]) -> ShownChain:
    broken = set(chain["broken"])
    links = [
        ShownLink(link["latex"], link.get("meaning", ""), number in broken)
        for number, link in enumerate(chain["links"])
    ]
    return ShownChain(chain["of"], links, _sentence(links))


def _sentence(links: Sequence[ShownLink]) -> str:
    places = [number for number, link in enumerate(links, start=1) if link.is_broken]
    count = f"A chain of {len(links)} links"
    if not places:
        return f"{count}. None of them is known to be broken."
    noun, verb = ("link", "is") if len(places) == 1 else ("links", "are")
    return f"{count}. The {listed([ordinal(place) for place in places])} {noun} {verb} broken."
