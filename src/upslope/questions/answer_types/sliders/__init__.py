"""Numbers set by sliders until a curve fits. The answer is their positions, ``m=1.2, c=0.4``."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import inf, log
from typing import Any, Unpack

from upslope.maths import Expression, parse_scalar, symbol, to_json, to_latex
from upslope.questions.answer_types.sliders.misfit import MEASURES, Fit, data_values, misfit, model_values
from upslope.questions.answer_types.sliders.settings_text import (
    Slider,
    read_settings,
    settings_text,
    slider_json,
)
from upslope.questions.parts import Shared, make_part
from upslope.questions.plot import Plot
from upslope.questions.plot_table import plot_from_table
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Part

MOST_PARTIAL = 0.9
SLACK = 1 + 1e-9  # the browser adds up in another order: what it calls reached is reached

Settings = dict[str, float]


class SlidersAnswer:
    """Key: ``answer``, ``model`` (text), ``variable``, ``sliders``, ``x`` and ``residuals`` of the points,
    ``measure`` and its ``factor``, ``below``, ``plot``.
    """

    name = "sliders"
    is_typed = False

    def parse(self, text: str, key: Key) -> Settings | NotGradable:
        """Return the value of every slider."""
        return read_settings(text, key["sliders"])

    def score(self, value: Settings, key: Key) -> Score | NotGradable:
        """Score 1 when the misfit is not above ``below``; part of it for the way there from the start."""
        answer = _settings(key["answer"], key)
        now, first = misfit(key, value, answer), misfit(key, _start(key), answer)
        if now <= key["below"] * SLACK:
            return Score(1.0)
        return Score(_way(first, now, key["below"]), (_reason(first, now, key),))

    def show(self, value: Settings, key: Key) -> str:
        """Return each letter with its value."""
        return r",\; ".join(
            f"{to_latex(symbol(name))} = {_digits(number, 6)}" for name, number in value.items()
        )

    def model_answer(self, key: Key) -> str:
        """Return the key's own settings."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the picture's window, the points, the sliders, and the model as a tree for the browser."""
        names = tuple(slider["name"] for slider in key["sliders"])
        measure = MEASURES[key["measure"]]
        y = data_values(key, _settings(key["answer"], key))
        return {
            "view": key["plot"]["view"],
            "points": [[x, float(value)] for x, value in zip(key["x"], y, strict=True)],
            "sliders": [{**slider, "latex": to_latex(symbol(slider["name"]))} for slider in key["sliders"]],
            "variable": key["variable"],
            "model": to_json(parse_scalar(key["model"], (key["variable"], *names))),
            "misfit": {"latex": measure.latex, "spoken": measure.spoken, "factor": key["factor"]},
            "below": key["below"],
            "goal": _digits(key["below"], 6),
        }

    def samples(self, key: Key) -> Samples:
        """Return the key, the sliders as they stand at first, and a word."""
        start = ", ".join(f"{name}={_digits(value, 9)}" for name, value in _start(key).items())
        return Samples(key["answer"], start, "a bit steeper")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table with ``plot``, ``model`` (text), ``sliders`` and ``fit``."""
        rest = dict(settings)
        sliders = tuple(Slider(**entry) for entry in rest.pop("sliders"))
        plot, fit = plot_from_table(rest.pop("plot")), Fit(**rest.pop("fit"))
        names = (plot.axes[0], *(slider.name for slider in sliders))
        return sliders_part(name, plot, parse_scalar(rest.pop("model"), names), sliders, fit, answer, **rest)


def sliders_part(
    name: str,
    plot: Plot,
    model: Expression,
    sliders: Sequence[Slider],
    fit: Fit,
    answer: Mapping[str, float],
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by moving ``sliders`` until ``model`` fits the points of ``fit``.

    ``plot`` is the picture under the curve and shows the points; its first axis is the variable of the model,
    every other letter of it is a slider. ``answer`` has a value for each and is rounded to its steps. Raises
    ValueError when letters and sliders differ, when all is right before a slider has moved, when the rounded
    answer is not right, and for a misconception's answer that the sliders cannot show.
    """
    letters = {slider.name for slider in sliders}
    if not model.variables - {plot.axes[0]} == letters == set(answer):
        raise ValueError(
            f"The model {model} of {name!r} has the letters {sorted(model.variables)}, the sliders are "
            f"{sorted(letters)} and the answer has {sorted(answer)}. Give each letter but "
            f"{plot.axes[0]!r} one slider and one value."
        )
    if fit.measure not in MEASURES:
        raise ValueError(f"No measure is called {fit.measure!r}. There are: {', '.join(MEASURES)}.")
    key: dict[str, Any] = {
        "answer": settings_text(answer, sliders),
        "model": str(model),
        "variable": plot.axes[0],
        "sliders": [slider_json(slider) for slider in sliders],
        "x": [float(x) for x, _ in fit.points],
        "measure": fit.measure,
        "factor": MEASURES[fit.measure].factor(len(fit.points), fit.sigma),
        "below": float(fit.below),
        "plot": plot.to_json(),
    }
    curve = model_values(key, _settings(key["answer"], key))
    key["residuals"] = [float(y - at) for (_, y), at in zip(fit.points, curve, strict=True)]
    _check_goal(name, key)
    for mistake in shared.get("misconceptions", ()):
        _settings(mistake.wrong, key)
    return make_part(name, ANSWER_TYPE.name, key, shared)


def _check_goal(name: str, key: Key) -> None:
    answer = _settings(key["answer"], key)
    reached, first = misfit(key, answer, answer), misfit(key, _start(key), answer)
    if not key["below"] > 0 or reached > key["below"]:
        raise ValueError(
            f"The answer of {name!r}, {key['answer']}, reaches {reached:.4g} and not {key['below']:g}. "
            "Allow more, or give the sliders finer steps."
        )
    if not key["below"] < first < inf:
        raise ValueError(
            f"The sliders of {name!r} begin at {first:.4g}, and {key['below']:g} is asked for. "
            "Let them begin farther away, where the model has a value."
        )


def _settings(text: str, key: Key) -> Settings:
    """Return the values in an author's text. Raises ValueError where a learner could not have sent it."""
    values = read_settings(text, key["sliders"])
    if isinstance(values, NotGradable):
        raise ValueError(f"The answer {text!r}: {values.message} {values.remedy}")
    return values


def _start(key: Key) -> Settings:
    return {slider["name"]: slider["start"] for slider in key["sliders"]}


def _way(first: float, now: float, below: float) -> float:
    """Return how much of the way down is done, every halving counting the same; at most nine tenths."""
    return min(log(first / now) / log(first / below), MOST_PARTIAL) if now < first else 0.0


def _reason(first: float, now: float, key: Key) -> Reason:
    measure, below = f"${MEASURES[key['measure']].latex}$", f"${_digits(key['below'])}$"
    if now == inf:
        return Reason(False, "With these numbers the curve has no value at some of the points.")
    # As many digits as it takes to see that the goal is not reached.
    shown = next(
        text for digits in range(3, 18) if (text := _digits(now, digits)) != _digits(key["below"], digits)
    )
    if now < first:
        return Reason(
            False, f"{measure} has come down from ${_digits(first)}$ to ${shown}$; bring it under {below}."
        )
    return Reason(False, f"{measure} is ${shown}$, no less than at the start; bring it under {below}.")


def _digits(value: float, digits: int = 3) -> str:
    return f"{Decimal(f'{value:.{digits}g}'):f}"


ANSWER_TYPE = SlidersAnswer()
