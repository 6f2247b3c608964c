"""A curve that rises and fades, xⁿ times e to −k x: its slope, its top, and the picture of its slope."""

from fractions import Fraction

import numpy as np

from upslope.maths import Expression, derivative, differentiate, number, parse, tidy, to_latex
from upslope.questions import (
    Draw,
    Misconception,
    Part,
    choice_part,
    distinct,
    expression_part,
    number_part,
    plot_of,
    view_of,
)
from upslope.questions.misconceptions import product_rule

STORIES = (
    ("You swallow a pill. We measure the medicine in your blood.", "hours"),
    ("Somebody drops a pebble into a pond. We measure the ripple at the far bank.", "seconds"),
    ("A rumour runs through a village. We count the people who tell it.", "days"),
    ("It rains once, and hard. We measure the brook in the valley.", "hours"),
    ("A drum is struck in a large hall. We measure the sound at the back.", "seconds"),
)
INSIDE = (
    "The product rule is there. The exponent of $e$ is more than a plain $x$: its own rate, which is below "
    "zero, is a factor of the second term."
)
PLUS = (
    "All is right but one sign. The exponent falls as $x$ grows, so its slope, and with it the second term, "
    "is below zero."
)
TURNED = "You have the fraction upside down. Put your moment into the slope: do the two terms balance?"
POWER_ALONE = "That would balance if the exponent had the slope −1. Its rate is a factor of the second term."
START = "There the curve begins, at 0. It is highest where it is level *after* having climbed."
ITSELF = "That is the curve itself. Where it is highest, its slope must be 0, and this one is not."
UPSIDE_DOWN = "That one lies below zero where the curve climbs. Uphill, the slope is above zero."


def generate(rng: np.random.Generator) -> Draw:
    """Return xⁿ e to −k x with n from 1 to 4 and k a half, one, two or three; n is not k."""
    n = int(rng.integers(1, 5))
    k = Fraction(str(rng.choice([k for k in ("1/2", "1", "2", "3") if Fraction(k) != n])))
    story, unit = STORIES[rng.integers(len(STORIES))]
    rising, rate = tidy(parse(f"x^{n}")), tidy(parse(f"{k}*x"))
    fading = parse("e") ** tidy(-rate)
    f, top = rising * fading, n / k
    moment = number_part(
        "top",
        top,
        label="It is highest at $x =$",
        misconceptions=(
            Misconception("fraction-upside-down", TURNED, str(1 / top)),
            Misconception("rate-of-the-exponent-forgotten", POWER_ALONE, str(n)),
            Misconception("where-it-begins", START, "0"),
        ),
    )
    alt = "A curve that begins at 0, climbs, and fades."
    picture = plot_of(f, view_of([f], 0, float(3 * top)), alt, axes=("x", "f(x)"))
    told = {
        "f": f,
        "story": story,
        "unit": unit,
        "picture": picture,
        "first": tidy(derivative(rising) * fading),
    }
    found = {"worked": differentiate(f), "balance": f"{n} = {to_latex(rate)}", "top": number(top)}
    return Draw({**told, **found}, (_slope(rising, fading), distinct(moment), _pictures(rng, f, top)))


def _slope(rising: Expression, fading: Expression) -> Part:
    first, second = derivative(rising) * fading, rising * derivative(fading)
    mistakes = (
        product_rule.product_of_derivatives(rising, fading),
        Misconception("sign-of-the-exponent-lost", PLUS, str(first - second)),
        Misconception("rate-of-the-exponent-forgotten", INSIDE, str(first + rising * fading)),
        product_rule.first_factor_only(rising, fading),
    )
    slope = derivative(rising * fading)
    part = expression_part(
        "slope", slope, label="$f'(x) =$", domain={"x": (0.2, 3.0)}, weight=2, misconceptions=mistakes
    )
    return distinct(part)


def _pictures(rng: np.random.Generator, f: Expression, top: Fraction) -> Part:
    """Return a choice among the slope, the slope upside down and the curve itself, in one window."""
    slope = derivative(f)
    curves = {
        "slope": (slope, f"A curve above the axis until {top}, below it from there on."),
        "upside-down": (-slope, f"A curve below the axis until {top}, above it from there on."),
        "itself": (f, f"A curve that begins at 0 and stays above the axis, highest at {top}."),
    }
    view = view_of([curve for curve, _ in curves.values()], 0, float(3 * top))
    options = [
        {"id": name, "plot": plot_of(curve, view, alt, axes=("x", ""), role="slope")}
        for name, (curve, alt) in curves.items()
    ]
    rng.shuffle(options)
    noticed = (
        Misconception("function-for-slope", ITSELF, "itself"),
        Misconception("slope-upside-down", UPSIDE_DOWN, "upside-down"),
    )
    return choice_part("picture", options, "slope", label="Which is its slope?", misconceptions=noticed)
