"""How the three functions of this lab are judged, and the mistakes it knows by name."""

import numpy as np

from upslope.grading.lab_checks import Arguments, Fault, FunctionCheck, Replies

Array = np.ndarray


def f(x: Array, mu: float, sig: float) -> Array:
    """The normalised Gaussian."""
    return np.exp(-((x - mu) ** 2) / (2 * sig**2)) / (sig * np.sqrt(2 * np.pi))


def dfdmu(x: Array, mu: float, sig: float) -> Array:
    return f(x, mu, sig) * (x - mu) / sig**2


def dfdsig(x: Array, mu: float, sig: float) -> Array:
    return f(x, mu, sig) * ((x - mu) ** 2 - sig**2) / sig**3


def _bare(x: Array, mu: float, sig: float) -> Array:
    """The Gaussian without the factor in front."""
    return np.exp(-((x - mu) ** 2) / (2 * sig**2))


def _slopes(x: Array, mu: float, sig: float, used: dict[str, Array]) -> tuple[Array, Array]:
    """The slopes of f for a step: what the learner's functions were made to return, or the true ones."""
    if used:
        return used["dfdmu"], used["dfdsig"]
    return dfdmu(x, mu, sig), dfdsig(x, mu, sig)


def steepest_step(x: Array, y: Array, mu: float, sig: float, aggression: float, **used: Array) -> Array:
    in_mu, in_sig = _slopes(x, mu, sig, used)
    residual = y - f(x, mu, sig)
    return 2 * aggression * np.array([residual @ in_mu, residual @ in_sig])


def _with_absolute_residual(
    x: Array, y: Array, mu: float, sig: float, aggression: float, **used: Array
) -> Array:
    in_mu, in_sig = _slopes(x, mu, sig, used)
    residual = np.abs(y - f(x, mu, sig))
    return 2 * aggression * np.array([residual @ in_mu, residual @ in_sig])


def _without_residual(x: Array, y: Array, mu: float, sig: float, aggression: float, **used: Array) -> Array:
    in_mu, in_sig = _slopes(x, mu, sig, used)
    return 2 * aggression * np.array([y @ in_mu, y @ in_sig])


def _draw_curve(rng: np.random.Generator) -> Arguments:
    classes = int(rng.integers(20, 40))
    x = rng.uniform(125, 145) + rng.uniform(1.5, 3.0) * np.arange(classes)
    return x, float(rng.uniform(150, 185)), float(rng.uniform(4.5, 12))


def _draw_step(rng: np.random.Generator) -> Arguments:
    x, mu, sig = _draw_curve(rng)
    y = f(x, mu + rng.uniform(3, 9), sig * rng.uniform(1.1, 1.5)) * rng.uniform(0.8, 1.2, x.size)
    return x, y, mu, sig, float(rng.uniform(500, 3000))


def _draw_replies(rng: np.random.Generator, arguments: Arguments) -> Replies:
    size = arguments[0].size
    return {"dfdmu": rng.normal(0.01, 0.02, size), "dfdsig": rng.normal(-0.01, 0.02, size)}


MU_FAULTS = (
    Fault(
        "sign",
        "It has the right size but the wrong sign. The derivative of (x − μ)² with respect to μ brings "
        "out a minus, "
        "and there is one in the exponent already.",
        lambda x, mu, sig: -dfdmu(x, mu, sig),
    ),
    Fault(
        "swapped",
        "This is the derivative with respect to σ. Here σ stands still and μ moves.",
        dfdsig,
    ),
    Fault(
        "not normalised",
        "The factor 1/(σ√2π) in front is missing. It does not contain μ, so it stays as it is: call f(x, "
        "mu, sig).",
        lambda x, mu, sig: _bare(x, mu, sig) * (x - mu) / sig**2,
    ),
    Fault(
        "missing factor",
        "The factor 1/σ² is missing: the exponent is divided by 2σ², and so is its derivative.",
        lambda x, mu, sig: f(x, mu, sig) * (x - mu),
    ),
    Fault(
        "half",
        "It is half of what it should be. The square in (x − μ)² brings down a 2, which cancels the 2 in "
        "2σ².",
        lambda x, mu, sig: dfdmu(x, mu, sig) / 2,
    ),
    Fault(
        "double",
        "It is twice what it should be. The 2 of the square cancels against the 2 in 2σ².",
        lambda x, mu, sig: 2 * dfdmu(x, mu, sig),
    ),
    Fault(
        "power of sigma",
        "The power of σ is one too high: only the exponent changes with μ, and it holds σ², not σ³.",
        lambda x, mu, sig: f(x, mu, sig) * (x - mu) / sig**3,
    ),
    Fault(
        "one power too few",
        "The power of σ is one too low: the exponent is divided by 2σ², so its derivative is divided by σ².",
        lambda x, mu, sig: f(x, mu, sig) * (x - mu) / sig,
    ),
    Fault(
        "no chain rule",
        "This is f itself. Its exponent changes with μ, so by the chain rule f is multiplied by the "
        "exponent's slope.",
        f,
    ),
    Fault(
        "exponent only",
        "This is the slope of the exponent alone. The chain rule multiplies it by f(x, mu, sig).",
        lambda x, mu, sig: (x - mu) / sig**2,
    ),
)

SIG_FAULTS = (
    Fault(
        "sign",
        "It has the right size but the wrong sign. Far from μ a wider curve is higher, so there the "
        "slope is positive.",
        lambda x, mu, sig: -dfdsig(x, mu, sig),
    ),
    Fault(
        "swapped",
        "This is the derivative with respect to μ. Here μ stands still and σ moves.",
        dfdmu,
    ),
    Fault(
        "power of sigma",
        "The first term has σ² below where it should have σ³. The derivative of 1/σ² is −2/σ³.",
        lambda x, mu, sig: f(x, mu, sig) * ((x - mu) ** 2 / sig**2 - 1 / sig),
    ),
    Fault(
        "whole power of sigma",
        "Everything is divided by σ² where it should be σ³. The derivative of 1/σ² is −2/σ³.",
        lambda x, mu, sig: f(x, mu, sig) * ((x - mu) ** 2 - sig**2) / sig**2,
    ),
    Fault(
        "one term",
        "One term is missing. σ also stands in the factor 1/σ in front, and by the product rule that "
        "gives −f/σ.",
        lambda x, mu, sig: f(x, mu, sig) * (x - mu) ** 2 / sig**3,
    ),
    Fault(
        "only the factor",
        "Only the factor 1/σ in front was differentiated. σ also stands in the exponent: add f·(x − μ)²/σ³.",
        lambda x, mu, sig: -f(x, mu, sig) / sig,
    ),
    Fault(
        "plus",
        "The two terms should not have the same sign: the derivative of 1/σ is −1/σ², so the second is −f/σ.",
        lambda x, mu, sig: f(x, mu, sig) * ((x - mu) ** 2 / sig**3 + 1 / sig),
    ),
    Fault(
        "half",
        "In the first term a factor 2 is missing: the derivative of 1/(2σ²) is −1/σ³.",
        lambda x, mu, sig: f(x, mu, sig) * ((x - mu) ** 2 / (2 * sig**3) - 1 / sig),
    ),
    Fault(
        "not normalised",
        "The factor 1/(σ√2π) in front is missing. Write both terms with f(x, mu, sig), which has it.",
        lambda x, mu, sig: _bare(x, mu, sig) * ((x - mu) ** 2 / sig**3 - 1 / sig),
    ),
    Fault(
        "no square",
        "The distance x − μ should be squared in the first term: differentiating by σ leaves the square "
        "alone.",
        lambda x, mu, sig: f(x, mu, sig) * ((x - mu) / sig**3 - 1 / sig),
    ),
)

STEP_FAULTS = (
    Fault(
        "sign",
        "This step goes uphill. Either the minus of “step = −aggression · slope” is missing, or the "
        "residual is the "
        "wrong way round: the slope of χ² has −2 (y − f), which is 2 (f − y).",
        lambda *given, **used: -steepest_step(*given, **used),
    ),
    Fault(
        "missing two",
        "This is half the step. The square in χ² brings down a factor 2 when you differentiate.",
        lambda *given, **used: steepest_step(*given, **used) / 2,
    ),
    Fault(
        "uphill and missing two",
        "Two things: the step goes uphill (look at the signs of the residual and of the step), and the "
        "factor 2 that "
        "the square in χ² brings down is missing.",
        lambda *given, **used: -steepest_step(*given, **used) / 2,
    ),
    Fault(
        "no aggression",
        "The aggression is missing. Multiply the slopes by −aggression.",
        lambda x, y, mu, sig, aggression, **used: steepest_step(x, y, mu, sig, 1.0, **used),
    ),
    Fault(
        "slopes only",
        "These are the slopes of χ², not yet a step. Multiply them by −aggression.",
        lambda x, y, mu, sig, aggression, **used: -steepest_step(x, y, mu, sig, 1.0, **used),
    ),
    Fault(
        "mean",
        "This is the step for the mean of the squared residuals. χ² is their plain sum: use np.sum, or @.",
        lambda x, *rest, **used: steepest_step(x, *rest, **used) / x.size,
    ),
    Fault(
        "order",
        "The two numbers are in the wrong order: the step in μ comes first, then the step in σ.",
        lambda *given, **used: steepest_step(*given, **used)[::-1],
    ),
    Fault(
        "new point",
        "This is the new point, not the step. Return only the change of μ and σ.",
        lambda x, y, mu, sig, aggression, **used: (
            np.array([mu, sig]) + steepest_step(x, y, mu, sig, aggression, **used)
        ),
    ),
    Fault(
        "absolute residual",
        "The residuals have lost their signs. Use y − f as it is, without abs.",
        _with_absolute_residual,
    ),
    Fault(
        "no residual",
        "The model is missing from the residual. Use y − f(x, mu, sig) where you have y.",
        _without_residual,
    ),
)

CHECKS = (
    FunctionCheck("dfdmu", _draw_curve, dfdmu, MU_FAULTS),
    FunctionCheck("dfdsig", _draw_curve, dfdsig, SIG_FAULTS),
    FunctionCheck("steepest_step", _draw_step, steepest_step, STEP_FAULTS, _draw_replies),
)
