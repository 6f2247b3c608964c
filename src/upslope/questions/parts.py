"""What a part of any type has besides its key, and the checks that all parts share."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from upslope.questions.variant import Misconception, Part


class Shared(TypedDict, total=False):
    """``label`` is Markdown, shown beside the answer's field; ``weight`` is 1 unless said."""

    label: str
    misconceptions: Iterable[Misconception]
    weight: float


def make_part(name: str, type_name: str, key: Mapping[str, Any], shared: Shared) -> Part:
    """Return the part.

    Raises ValueError for a bad name, a weight that is not above 0, or a code used twice.
    """
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
    return Part(name, shared.get("label", ""), type_name, dict(key), misconceptions, float(weight))
