"""One seeded instance of a question: what a learner sees, and what decides whether they are right."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Misconception:
    """A mistake people really make, and the answer it leads to.

    ``wrong`` is what a learner with this misconception would submit for the part; an answer that the part's
    answer type scores as right against ``wrong`` has shown the misconception.
    """

    code: str
    sentence: str
    wrong: str


@dataclass(frozen=True)
class FollowThrough:
    """How a part's answer follows from the learner's own answers to earlier parts.

    ``formula`` is maths in the names of earlier parts and in variables. ``jacobian_12`` is the entry in row 1
    and column 2 of part ``jacobian``, ``point_1`` the first entry of a vector. The answers are put in, the
    result is differentiated by ``differentiate`` if that names a variable, and the variables in ``at`` take
    their values: numbers, or maths in the names of earlier parts.
    """

    formula: str
    differentiate: str = ""
    at: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """One thing to answer. ``key`` is plain JSON data that the answer type named ``type`` understands."""

    name: str
    label: str
    type: str
    key: Mapping[str, Any]
    misconceptions: tuple[Misconception, ...] = ()
    weight: float = 1.0
    follow_through: FollowThrough | None = None


@dataclass(frozen=True)
class Draw:
    """What an author's ``generate(rng)`` returns: values for the text, and the parts to answer."""

    values: Mapping[str, Any]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Variant:
    """A question with its numbers filled in; plain data, so that it can be stored and marked years later.

    ``prompt``, ``hints`` and ``solution`` are Markdown with LaTeX.
    """

    question_id: str
    version: str
    seed: int
    title: str
    prompt: str
    hints: tuple[str, ...]
    solution: str
    parts: tuple[Part, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the variant as plain JSON data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Variant":
        """Return the variant that ``to_json`` wrote, now or before parts could follow from one another."""
        parts = tuple(_part(part) for part in data["parts"])
        return cls(**{**data, "hints": tuple(data["hints"]), "parts": parts})


def _part(data: Mapping[str, Any]) -> Part:
    follow_through = data.get("follow_through")
    return Part(
        **{
            **data,
            "misconceptions": tuple(Misconception(**entry) for entry in data["misconceptions"]),
            "follow_through": FollowThrough(**follow_through) if follow_through else None,
        }
    )
