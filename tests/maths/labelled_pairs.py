"""Pairs of a key and an answer with a label: the same function, or not.

A "same" is one by construction: value-preserving rules were applied to the key. A "different" is made by a
mistake, and kept only if random points show that it is one; a mistake that does no harm is left out.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tests.maths.labelled_pairs_by_hand import BY_HAND, Box, Label
from tests.maths.labelled_pairs_functions import BESIDE, INNER, OUTER, SEVERAL_LETTERS
from tests.maths.labelled_pairs_mistakes import (
    DIFFERENTIATING_A_CHAIN,
    DIFFERENTIATING_A_PRODUCT,
    DIFFERENTIATING_A_QUOTIENT,
    MISTAKES,
)
from tests.maths.labelled_pairs_oracle import gaps, is_different
from tests.maths.labelled_pairs_rewrites import REWRITES, Rule
from upslope.maths import Expression, UnreadableMaths, derivative, number, parse, tidy

LETTERS = ("x", "y", "z", "a", "b", "c", "h", "r", "t", "u", "v", "w", "theta", "k", "n")
KEYS = 330
OF_EACH = 3
_LONGEST = 400


@dataclass(frozen=True)
class LabelledPair:
    """Two texts for the parser, what they are, and how the second was made from the first."""

    key: str
    answer: str
    label: Label
    origin: str
    domain: Box = ()

    @property
    def trees(self) -> tuple[Expression, Expression]:
        return read(self.key), read(self.answer)


@cache
def read(text: str) -> Expression:
    return parse(text, LETTERS)


@cache
def labelled_pairs() -> tuple[LabelledPair, ...]:
    """All pairs, the same ones every time."""
    by_hand = (LabelledPair(key, answer, label, "by hand", box) for key, answer, label, box in BY_HAND)
    return (*by_hand, *dict.fromkeys((*_generated(random.Random(2041)), *_derivatives(random.Random(2042)))))


def keys(rng: random.Random) -> Iterator[Expression]:
    """Functions, sums and products of them, and derivatives."""
    for text in SEVERAL_LETTERS:
        yield read(text)
    for _ in range(KEYS):
        outer, inner, beside = (read(rng.choice(row)) for row in (OUTER, INNER, BESIDE))
        f = outer.substitute({"x": inner})
        whole = rng.choice((f, beside * f, f + beside, f / (beside + number(2)), beside * f))
        try:
            yield rng.choice((tidy, derivative, derivative))(whole)
        except UnreadableMaths:
            continue


def _generated(rng: random.Random) -> Iterator[LabelledPair]:
    for key in keys(rng):
        for _ in range(OF_EACH):
            yield from _pair(key, *_changed(key, REWRITES, rng, rng.choice((1, 2, 3))), "same")
            wrong, made_by = _changed(key, MISTAKES, rng, 1)
            if rng.random() < 0.5:
                wrong, rewritten = _changed(wrong, REWRITES, rng, 1)
                made_by = f"{made_by}, {rewritten}"
            yield from _pair(key, wrong, made_by, "different")


def _derivatives(rng: random.Random) -> Iterator[LabelledPair]:
    """The rules of differentiation as they are misremembered."""
    for _ in range(60):
        f, g = read(rng.choice(OUTER)), read(rng.choice((*INNER[1:], *BESIDE[1:])))
        for right, table in (
            (f * g, DIFFERENTIATING_A_PRODUCT),
            (f / g, DIFFERENTIATING_A_QUOTIENT),
            (f.substitute({"x": g}), DIFFERENTIATING_A_CHAIN),
        ):
            name, mistake = rng.choice(tuple(table.items()))
            yield from _pair(derivative(right), mistake(f, g), name, "different")


def _pair(key: Expression, answer: Expression, origin: str, label: Label) -> Iterator[LabelledPair]:
    """The pair, if both can be typed, differ in form, and a wrong answer is shown to be wrong."""
    texts = str(key), str(answer)
    if key == answer or len(texts[1]) > _LONGEST or not (_readable(texts[0]) and _readable(texts[1])):
        return
    trees = read(texts[0]), read(texts[1])
    if len(gaps(*trees)) < 4 or (label == "different" and not is_different(*trees)):
        return
    yield LabelledPair(*texts, label, origin)


def rewritten(tree: Expression, rng: random.Random) -> Expression:
    """The same function in another form."""
    return _changed(tree, REWRITES, rng, 1)[0]


def changed_by_mistake(tree: Expression, rng: random.Random) -> Expression:
    """Another function, unless the mistake does no harm."""
    return _changed(tree, MISTAKES, rng, 1)[0]


def _readable(text: str) -> bool:
    try:
        read(text)
    except UnreadableMaths:
        return False
    return True


def _changed(
    tree: Expression, rules: Mapping[str, Rule], rng: random.Random, times: int
) -> tuple[Expression, str]:
    """Apply some of the rules, each at a random place where it applies."""
    names: list[str] = []
    for _ in range(times):
        for name in rng.sample(list(rules), len(rules)):
            changed = _somewhere(tree, rules[name], rng)
            if changed is not None:
                tree = changed
                names.append(name)
                break
    return tree, ", ".join(names)


def _somewhere(tree: Expression, rule: Rule, rng: random.Random) -> Expression | None:
    places = list(_places(tree))
    for place, node in rng.sample(places, len(places)):
        changed = rule(node, rng)
        if changed is not None and changed != node:
            return _put(tree, place, changed)
    return None


def _places(tree: Expression, above: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Expression]]:
    yield above, tree
    for index, child in enumerate(tree.children):
        yield from _places(child, (*above, index))


def _put(tree: Expression, place: tuple[int, ...], new: Expression) -> Expression:
    if not place:
        return new
    children = list(tree.children)
    children[place[0]] = _put(children[place[0]], place[1:], new)
    return tree.rebuild(tuple(children))
