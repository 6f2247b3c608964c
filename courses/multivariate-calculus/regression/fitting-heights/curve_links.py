"""The links of the two derivatives of the Gaussian, and how people get them wrong."""

from collections.abc import Callable

import numpy as np

from upslope.grading.chains import Chain, Factor, Slip, Values
from upslope.grading.lab_checks import Fault
from upslope.grading.results import Link

from .gaussian import Array, dfdmu, dfdsig, f, values


def gaussian_itself(meaning: str, not_normalised: str, left_out: str) -> Factor:
    def with_exponent(exponent: Array | float, v: Values) -> Array:
        return np.exp(exponent) * v["front"]

    return Factor(
        Link("f", meaning),
        lambda _, v: v["f"],
        (
            Slip("not normalised", not_normalised, lambda _, v: v["bare"]),
            Slip("missing", left_out, lambda _, v: np.ones_like(v["x"])),
            Slip(
                "growing",
                "The exponential has lost its minus, so it grows without end: call f(x, mu, sig).",
                lambda _, v: with_exponent(v["first"] / 2, v),
            ),
            Slip(
                "not halved",
                "In the exponential the 2 of 2σ² is missing: call f(x, mu, sig), which has it.",
                lambda _, v: with_exponent(-v["first"], v),
            ),
            Slip(
                "no square in the exponent",
                "In the exponential the distance is not squared: call f(x, mu, sig), where it is.",
                lambda _, v: with_exponent(-v["d"] / (2 * v["sig"] ** 2), v),
            ),
        ),
    )


DISTANCE = Factor(
    Link(r"(x - \mu)", "the square in the exponent falls to the distance"),
    lambda made, v: made * v["d"],
    (
        Slip(
            "sign",
            "It has the right size but the wrong sign. The derivative of (x − μ)² with respect to μ brings "
            "out a minus, and there is one in the exponent already.",
            lambda made, v: -made * v["d"],
        ),
        Slip(
            "half",
            "It is half of what it should be. The square in (x − μ)² brings down a 2, which cancels the 2 in "
            "2σ².",
            lambda made, v: made * v["d"] / 2,
        ),
        Slip(
            "double",
            "It is twice what it should be. The 2 of the square cancels against the 2 in 2σ².",
            lambda made, v: 2 * made * v["d"],
        ),
        Slip(
            "square kept",
            "The square is still there: the derivative of (x − μ)² is −2 (x − μ).",
            lambda made, v: made * v["d"] ** 2,
        ),
        Slip(
            "absolute",
            "The distance x − μ has lost its sign. To the left of μ the curve falls as μ moves right.",
            lambda made, v: made * np.abs(v["d"]),
        ),
        Slip("no middle", "The μ has gone: the distance is x − μ, not x.", lambda made, v: made * v["x"]),
        Slip(
            "plus",
            "The distance is a difference: x − μ, not x + μ.",
            lambda made, v: made * (v["x"] + v["mu"]),
        ),
        Slip("missing", "The distance x − μ is missing: it is what the square leaves.", lambda made, _: made),
    ),
)


def below(power: int, sentence: str) -> Slip:
    """σ to another power below."""
    return Slip(f"power {power}", sentence, lambda made, v: made / v["sig"] ** power)


POWER_FOR_MU = Factor(
    Link(r"\frac{1}{\sigma^2}", "what the exponent is divided by"),
    lambda made, v: made / v["sig"] ** 2,
    (
        below(0, "The factor 1/σ² is missing: the exponent is divided by 2σ², and so is its derivative."),
        below(
            3, "The power of σ is one too high: only the exponent changes with μ, and it holds σ², not σ³."
        ),
        below(
            1,
            "The power of σ is one too low: the exponent is divided by 2σ², so its derivative is divided by "
            "σ².",
        ),
        below(4, "The power of σ is two too high: the exponent is divided by 2σ², so σ² is enough."),
        below(-2, "You multiply by σ². The exponent is divided by 2σ², and so is its derivative."),
    ),
)
POWER_FOR_SIG = Factor(
    Link(r"\frac{1}{\sigma}", "both terms are divided by σ once more"),
    lambda made, v: made / v["sig"],
    (
        below(0, "Everything is divided by σ² where it should be σ³. The derivative of 1/σ² is −2/σ³."),
        below(
            2, "The power of σ is one too high everywhere: f·(x − μ)²/σ³ is the first term, −f/σ the second."
        ),
        below(
            -1, "The power of σ is two too low everywhere: f·(x − μ)²/σ³ is the first term, −f/σ the second."
        ),
        below(-2, "The σ³ below is missing: the derivative of 1/(2σ²) is −1/σ³."),
    ),
)


Term = Callable[[Array, Values], Array]


def first(code: str, sentence: str, term: Term) -> Slip:
    """Another first term; the second is right."""
    return Slip(code, sentence, lambda made, v: term(made, v) - made)


def second(code: str, sentence: str, term: Term) -> Slip:
    """Another second term; the first is right."""
    return Slip(code, sentence, lambda made, v: made * v["first"] - term(made, v))


SIGMA_CUBED = "The first term has {} below where it should have σ³. The derivative of 1/σ² is −2/σ³."
SECOND_POWER = "The second term should be −f/σ: the derivative of 1/σ is −1/σ², and f holds one 1/σ already."
TWO_TERMS = Factor(
    Link(
        r"\left(\frac{(x - \mu)^2}{\sigma^2} - 1\right)",
        "one term from the exponent, one from the factor 1/σ in front",
    ),
    lambda made, v: made * (v["first"] - 1),
    (
        Slip(
            "sign",
            "It has the right size but the wrong sign. Far from μ a wider curve is higher, so there the "
            "slope is positive.",
            lambda made, v: -made * (v["first"] - 1),
        ),
        first("σ²", SIGMA_CUBED.format("σ²"), lambda made, v: made * v["first"] * v["sig"]),
        first("σ⁴", SIGMA_CUBED.format("σ⁴"), lambda made, v: made * v["first"] / v["sig"]),
        first("σ", SIGMA_CUBED.format("σ"), lambda made, v: made * v["first"] * v["sig"] ** 2),
        first("no σ", SIGMA_CUBED.format("no σ"), lambda made, v: made * v["first"] * v["sig"] ** 3),
        first(
            "σ³ above",
            "The first term is multiplied by σ³; it should be divided.",
            lambda made, v: made * v["d"] ** 2 * v["sig"] ** 4,
        ),
        second(
            "one term",
            "One term is missing. σ also stands in the factor 1/σ in front, and by the product rule that "
            "gives −f/σ.",
            lambda made, _: 0 * made,
        ),
        first(
            "only the factor",
            "Only the factor 1/σ in front was differentiated. σ also stands in the exponent: add f·(x − "
            "μ)²/σ³.",
            lambda made, _: 0 * made,
        ),
        second(
            "plus",
            "The two terms should not have the same sign: the derivative of 1/σ is −1/σ², so the second is "
            "−f/σ.",
            lambda made, _: -made,
        ),
        first(
            "minus",
            "The first term should be positive: the exponent has a minus, and the derivative of 1/σ² "
            "another.",
            lambda made, v: -made * v["first"],
        ),
        first(
            "half",
            "In the first term a factor 2 is missing: the derivative of 1/(2σ²) is −1/σ³.",
            lambda made, v: made * v["first"] / 2,
        ),
        first(
            "double",
            "The first term is twice what it should be: the derivative of 1/(2σ²) is −1/σ³, without a 2.",
            lambda made, v: 2 * made * v["first"],
        ),
        second(
            "second doubled",
            "The second term is twice what it should be: −f/σ, without a 2.",
            lambda made, _: 2 * made,
        ),
        second(
            "second halved",
            "The second term is half of what it should be: it is −f/σ.",
            lambda made, _: made / 2,
        ),
        second("1/σ²", SECOND_POWER, lambda made, v: made / v["sig"]),
        second("1/σ³", SECOND_POWER, lambda made, v: made / v["sig"] ** 2),
        second("no power", SECOND_POWER, lambda made, v: made * v["sig"]),
        second("σ in the second", SECOND_POWER, lambda made, v: made * v["sig"] ** 2),
        second(
            "second without f",
            "The second term has lost its f: the product rule differentiates 1/σ and leaves the rest, so "
            "−f/σ.",
            lambda made, _: np.ones_like(made),
        ),
        first(
            "first without f",
            "The first term has lost its f. It stays: f·(x − μ)²/σ³.",
            lambda _, v: v["first"],
        ),
        second(
            "second without the exponential",
            "The second term has lost the exponential: the product rule leaves it as it is. Write it as "
            "−f/σ.",
            lambda _, v: v["front"],
        ),
        second(
            "second not normalised",
            "In the second term the factor 1/(σ√2π) in front is missing. Write it as −f/σ.",
            lambda _, v: v["bare"],
        ),
        first(
            "first not normalised",
            "In the first term the factor 1/(σ√2π) in front is missing. Write it as f·(x − μ)²/σ³.",
            lambda _, v: v["bare"] * v["first"],
        ),
        first(
            "no square",
            "The distance x − μ should be squared in the first term: differentiating by σ leaves the square "
            "alone.",
            lambda made, v: made * v["d"] / v["sig"] ** 2,
        ),
        first(
            "no middle",
            "The μ has gone: the distance is x − μ, not x.",
            lambda made, v: made * v["x"] ** 2 / v["sig"] ** 2,
        ),
        first(
            "sum",
            "The distance is a difference: x − μ, not x + μ.",
            lambda made, v: made * (v["x"] + v["mu"]) ** 2 / v["sig"] ** 2,
        ),
    ),
)

MU_CHAIN = Chain(
    r"\frac{\partial f}{\partial \mu}",
    values,
    (
        gaussian_itself(
            "f itself: an exponential is its own slope, and the factor in front stays",
            "The factor 1/(σ√2π) in front is missing. It does not contain μ, so it stays as it is: call "
            "f(x, mu, sig).",
            "This is the slope of the exponent alone. The chain rule multiplies it by f(x, mu, sig).",
        ),
        DISTANCE,
        POWER_FOR_MU,
    ),
)
SIG_CHAIN = Chain(
    r"\frac{\partial f}{\partial \sigma}",
    values,
    (
        gaussian_itself(
            "f itself stands in both terms of the product rule",
            "The factor 1/(σ√2π) in front is missing. Write both terms with f(x, mu, sig), which has it.",
            "These are the two terms without f. Multiply them by f(x, mu, sig).",
        ),
        TWO_TERMS,
        POWER_FOR_SIG,
    ),
)
ADDED_UP = "Everything was added up. Return one slope for each x; the sum comes later, in the step."
MU_FAULTS = (
    *MU_CHAIN.faults(),
    Fault(
        "swapped",
        "This is the derivative with respect to σ. Here σ stands still and μ moves.",
        dfdsig,
        (1, 2),
    ),
    Fault(
        "no chain rule",
        "This is f itself. Its exponent changes with μ, so by the chain rule f is multiplied by the "
        "exponent's slope.",
        f,
        (1, 2),
    ),
    Fault("added up", ADDED_UP, lambda x, mu, sig: np.sum(dfdmu(x, mu, sig))),
)
SIG_FAULTS = (
    *SIG_CHAIN.faults(),
    Fault(
        "swapped", "This is the derivative with respect to μ. Here μ stands still and σ moves.", dfdmu, (1, 2)
    ),
    Fault(
        "exponent only",
        "This is the slope of the exponent alone. Multiply it by f(x, mu, sig), and add the second term.",
        lambda x, mu, sig: (x - mu) ** 2 / sig**3,
        (0, 1),
    ),
    Fault(
        "no chain rule",
        "This is f itself. Look at the two places where σ stands in it, and differentiate each in turn.",
        f,
        (1, 2),
    ),
    Fault("added up", ADDED_UP, lambda x, mu, sig: np.sum(dfdsig(x, mu, sig))),
)
