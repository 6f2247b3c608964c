"""How the arguments of a function are drawn: an author's recipe, and fresh values made by it."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

Recipe = Any
"""A number is itself, a list of numbers an array of floats; ``{"low": -2, "high": 2}`` is drawn."""

SETTINGS = frozenset({"low", "high", "shape", "whole"})
LARGEST = 1000  # numbers in one argument
DRAWS = 4


def check_recipe(recipe: Recipe, where: str) -> None:
    """Raise ValueError, beginning with ``where``, for a recipe that nothing can be drawn by."""
    if not isinstance(recipe, Mapping):
        _check_numbers(recipe, where)
        return
    unknown = set(recipe) - SETTINGS
    if unknown or not {"low", "high"} <= set(recipe):
        raise ValueError(
            f"{where} is {dict(recipe)!r}. Write low and high, and if need be shape and whole = true."
        )
    if not recipe["low"] < recipe["high"]:
        raise ValueError(f"{where} has low {recipe['low']} and high {recipe['high']}; low must be less.")
    shape = recipe.get("shape", [])
    if not all(type(size) is int and size > 0 for size in shape) or math.prod(shape) > LARGEST:
        raise ValueError(f"{where} has the shape {shape!r}. Write a list such as [3] or [2, 2].")


def draw_calls(recipes: Sequence[Recipe], rng: np.random.Generator) -> list[list[Any]]:
    """Return arguments for each call of a function; one call is enough where nothing is drawn."""
    is_drawn = any(isinstance(recipe, Mapping) for recipe in recipes)
    return [[_drawn(recipe, rng) for recipe in recipes] for _ in range(DRAWS if is_drawn else 1)]


def shown_call(name: str, arguments: Sequence[Any]) -> str:
    """Return a call as a learner would type it, ``f(-1.25, [0.5, 2])``; only the name if that is long."""
    texts = [np.array2string(np.asarray(one), separator=", ", threshold=8) for one in arguments]
    call = f"{name}({', '.join(' '.join(text.split()) for text in texts)})"
    return call if len(call) <= 60 else name


def _check_numbers(recipe: Any, where: str) -> None:
    try:
        numbers = np.asarray(recipe, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(
            f"{where} is {recipe!r}. Write a number, a list of numbers or low and high."
        ) from None
    if not np.isfinite(numbers).all() or numbers.size > LARGEST:
        raise ValueError(f"{where} must be finite numbers, {LARGEST} at most.")


def _drawn(recipe: Recipe, rng: np.random.Generator) -> Any:
    if not isinstance(recipe, Mapping):
        return np.array(recipe, float) if isinstance(recipe, list | tuple) else recipe
    low, high, shape = recipe["low"], recipe["high"], tuple(recipe.get("shape", ()))
    if recipe.get("whole"):
        numbers: np.ndarray = rng.integers(low, high, shape or (1,), endpoint=True)
    else:  # three digits over the range: a learner may want to try the very same call
        drawn = rng.uniform(low, high, shape or (1,))
        numbers = drawn.round(2 - math.floor(math.log10(high - low))).clip(low, high)
    return numbers if shape else numbers.item()
