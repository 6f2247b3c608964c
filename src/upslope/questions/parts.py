"""What a part of any type has besides its key, and the checks that all parts share."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, cast

from upslope.questions.variant import FollowThrough, Misconception, Part


class Shared(TypedDict, total=False):
    """``label`` is Markdown, shown beside the answer's field; ``weight`` is 1 unless said.

    ``follow_through`` says how this answer follows from the learner's own answers to earlier parts.
    """

    label: str
    misconceptions: Iterable[Misconception]
    weight: float
    follow_through: FollowThrough | None


def make_part(name: str, type_name: str, key: Mapping[str, Any], shared: Shared) -> Part:
    """Return the part.

    Raises ValueError for a bad name, a setting that no part has, a weight that is not above 0, or a code used
    twice.
    """
    unknown = sorted(set(shared) - set(Shared.__annotations__))
    if unknown:
        raise ValueError(f"Part {name!r} has no setting {unknown[0]!r}. See the page of its kind of answer.")
    weight = shared.get("weight", 1.0)
    misconceptions = tuple(shared.get("misconceptions", ()))
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise ValueError(f"A part is called {name!r}; use lower-case letters, digits and underscores.")
    if not weight > 0:
        raise ValueError(f"The weight of part {name!r} is {weight}; it must be more than 0.")
    codes = [misconception.code for misconception in misconceptions]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise ValueError(f"Two misconceptions of part {name!r} have the code {twice!r}.")
    label, follow_through = shared.get("label", ""), shared.get("follow_through")
    return Part(name, label, type_name, dict(key), misconceptions, float(weight), follow_through)


def without_own(settings: Shared, own: type[Shared]) -> Shared:
    """Return settings without those that only ``own`` has; ``make_part`` complains of what is unknown."""
    names = set(own.__annotations__) - set(Shared.__annotations__)
    return cast(Shared, {name: value for name, value in settings.items() if name not in names})
