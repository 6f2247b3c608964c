"""``upslope reviews``: what learners think of the course, for its authors."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

from upslope.cli.kept_work import open_work, read_arguments


def run(arguments: Sequence[str]) -> int:
    """Print every rating, the oldest first; return 1 if there is no such data folder or course."""
    chosen = read_arguments("reviews", "List what learners think of the course.", arguments)
    if not open_work(chosen):
        return 1
    reviews = import_module("upslope.web.looking_back.ratings").ratings_for_author()
    print(json.dumps(reviews, ensure_ascii=False, indent=1) if chosen.json else _as_text(reviews))
    return 0


def _as_text(reviews: Sequence[Mapping[str, Any]]) -> str:
    blocks = ["\n".join(_lines(review)) for review in reviews]
    return "\n\n".join([*blocks, *([_spread(reviews)] if reviews else []), _count(reviews)])


def _lines(review: Mapping[str, Any]) -> list[str]:
    head = f"{review['changed'][:10]}  {review['stars']} of 5: {review['words']}"
    return [head, *(f"  {line}" for line in review["text"].splitlines())]


def _spread(reviews: Sequence[Mapping[str, Any]]) -> str:
    counts = Counter(review["stars"] for review in reviews)
    return "\n".join(f"{stars}  {counts[stars]:4}" for stars in range(5, 0, -1))


def _count(reviews: Sequence[Mapping[str, Any]]) -> str:
    if not reviews:
        return "0 reviews."
    mean = sum(review["stars"] for review in reviews) / len(reviews)
    return f"{len(reviews)} review{'' if len(reviews) == 1 else 's'}, {mean:.1f} of 5 on average."
