"""How the three functions of this lab are judged."""

from collections.abc import Callable

import numpy as np

from upslope.grading.lab_checks import Arguments, Fault, FunctionCheck, Home, Replies, Scene, Situation
from upslope.grading.results import BrokenChain, Link

from .curve_links import MU_CHAIN, MU_FAULTS, SIG_CHAIN, SIG_FAULTS
from .gaussian import Array, bare, chi_squared, dfdmu, dfdsig, f


def slopes_of_f(x: Array, mu: float, sig: float, used: dict[str, Array]) -> tuple[Array, Array]:
    """The slopes of f for a step: what the learner's functions were made to return, or the true ones."""
    if used:
        return used["dfdmu"], used["dfdsig"]
    return dfdmu(x, mu, sig), dfdsig(x, mu, sig)


def step_with(residual: Callable[[Array, Array], Array]) -> Callable[..., Array]:
    """A step in which ``residual(y, model)`` stands where y − f belongs."""

    def step(x: Array, y: Array, mu: float, sig: float, aggression: float, **used: Array) -> Array:
        in_mu, in_sig = slopes_of_f(x, mu, sig, used)
        left = residual(y, f(x, mu, sig))
        return 2 * aggression * np.array([np.sum(left * in_mu), np.sum(left * in_sig)])

    return step


steepest_step = step_with(lambda y, model: y - model)


def step_with_bare(x: Array, y: Array, mu: float, sig: float, aggression: float, **used: Array) -> Array:
    return step_with(lambda y, _: y - bare(x, mu, sig))(x, y, mu, sig, aggression, **used)


def not_added_up(x: Array, y: Array, mu: float, sig: float, aggression: float, **used: Array) -> Array:
    return 2 * aggression * (y - f(x, mu, sig)) * np.array(slopes_of_f(x, mu, sig, used))


def of_one_length(*given: Array, **used: Array) -> Array:
    """Aggression times a slope of length one."""
    step = steepest_step(*given, **used)
    return given[-1] * step / np.linalg.norm(step)


def draw_curve(rng: np.random.Generator) -> Arguments:
    classes = int(rng.integers(20, 40))
    x = rng.uniform(125, 145) + rng.uniform(1.5, 3.0) * np.arange(classes)
    return x, float(rng.uniform(150, 185)), float(rng.uniform(4.5, 12))


def draw_step(rng: np.random.Generator) -> Arguments:
    return step_from(draw_curve(rng), rng)


def step_from(curve: Arguments, rng: np.random.Generator) -> Arguments:
    x, mu, sig = curve
    middle, width = mu + rng.choice([-1, 1]) * rng.uniform(3, 9), sig * rng.choice([0.75, 1.3])
    y = f(x, middle, width * rng.uniform(0.9, 1.1)) * rng.uniform(0.8, 1.2, x.size)
    return x, y, mu, sig, float(rng.uniform(500, 3000))


def draw_replies(rng: np.random.Generator, arguments: Arguments) -> Replies:
    size = arguments[0].size
    return {"dfdmu": rng.normal(0.01, 0.02, size), "dfdsig": rng.normal(-0.01, 0.02, size)}


def draw_one_class(rng: np.random.Generator) -> Arguments:
    _, mu, sig = draw_curve(rng)
    return np.array([mu + sig * rng.uniform(0.3, 2)]), mu, sig


ONE_CLASS = "for a single class"
ONE_CURVE = Situation(ONE_CLASS, draw_one_class, "x is an array there as well, of length 1.")
ONE_STEP = Situation(ONE_CLASS, lambda rng: step_from(draw_one_class(rng), rng), ONE_CURVE.remedy)

STEP_CHAIN = BrokenChain(
    r"\text{step}",
    (
        Link(r"-\text{aggression}", "downhill, and how boldly"),
        Link(r"\frac{\partial \chi^2}{\partial f} = -2\,(y - f)", "the square brings down a 2"),
        Link(r"\frac{\partial f}{\partial (\mu, \sigma)}", "your two derivatives"),
        Link(r"\sum_i", "χ² is the plain sum over all classes"),
    ),
    (),
)
STEP_FAULTS = (
    Fault(
        "sign",
        "This step goes uphill. Either the minus of “step = −aggression · slope” is missing, or the "
        "residual is the wrong way round: the slope of χ² has −2 (y − f), which is 2 (f − y).",
        lambda *given, **used: -steepest_step(*given, **used),
        (0, 1),
    ),
    Fault(
        "missing two",
        "This is half the step. The square in χ² brings down a factor 2 when you differentiate.",
        lambda *given, **used: steepest_step(*given, **used) / 2,
        (1,),
    ),
    Fault(
        "double",
        "This is twice the step. The square in χ² brings down one factor 2, not two.",
        lambda *given, **used: 2 * steepest_step(*given, **used),
        (1,),
    ),
    Fault(
        "uphill and missing two",
        "Two things: the step goes uphill (look at the signs of the residual and of the step), and the "
        "factor 2 that the square in χ² brings down is missing.",
        lambda *given, **used: -steepest_step(*given, **used) / 2,
        (0, 1),
    ),
    Fault(
        "no aggression",
        "The aggression is missing. Multiply the slopes by −aggression.",
        lambda x, y, mu, sig, aggression, **used: steepest_step(x, y, mu, sig, 1.0, **used),
        (0,),
    ),
    Fault(
        "slopes only",
        "These are the slopes of χ², not yet a step. Multiply them by −aggression.",
        lambda x, y, mu, sig, aggression, **used: -steepest_step(x, y, mu, sig, 1.0, **used),
        (0,),
    ),
    Fault(
        "divided by aggression",
        "You divide by the aggression. A bolder step is a longer one: multiply by it.",
        lambda x, y, mu, sig, aggression, **used: steepest_step(x, y, mu, sig, 1 / aggression, **used),
        (0,),
    ),
    Fault(
        "mean",
        "This is the step for the mean of the squared residuals. χ² is their plain sum: use np.sum, or @.",
        lambda x, *rest, **used: steepest_step(x, *rest, **used) / x.size,
        (3,),
    ),
    Fault(
        "not added up",
        "The classes have not been added up: χ² is a sum, so each of the two slopes is one, too.",
        not_added_up,
        (3,),
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
        "of length one",
        "The slope was cut to length one first. Use it as it is: near the bottom the steps then shrink.",
        of_one_length,
        (1,),
    ),
    Fault(
        "absolute residual",
        "The residuals have lost their signs. Use y − f as it is, without abs.",
        step_with(lambda y, model: np.abs(y - model)),
        (1,),
    ),
    Fault(
        "squared residual",
        "The residuals are still squared: the derivative of (y − f)² is −2 (y − f) times the slope of f.",
        step_with(lambda y, model: (y - model) ** 2),
        (1,),
    ),
    Fault(
        "no residual",
        "The model is missing from the residual. Use y − f(x, mu, sig) where you have y.",
        step_with(lambda y, model: y),
        (1,),
    ),
    Fault(
        "model not normalised",
        "In the residual, the model lacks its factor in front: call f(x, mu, sig).",
        step_with_bare,
        (1,),
    ),
    Fault(
        "aggression added",
        "The aggression is added. Multiply the slopes by −aggression.",
        lambda x, y, mu, sig, aggression, **used: -aggression - steepest_step(x, y, mu, sig, 1.0, **used),
        (0,),
    ),
    Fault(
        "residual with plus",
        "The residual is a difference: y − f, not y + f.",
        step_with(lambda y, model: y + model),
        (1,),
    ),
    Fault(
        "only signs",
        "Only the signs of the slopes are left. Use the slopes: near the bottom the steps then shrink.",
        lambda *given, **used: given[-1] * np.sign(steepest_step(*given, **used)),
        (1,),
    ),
    Fault(
        "all added up",
        "The two slopes were added up. Return two numbers, the step in μ and the step in σ.",
        lambda *given, **used: np.sum(steepest_step(*given, **used)),
    ),
    Fault(
        "no data",
        "The residual is missing from the slopes: each slope of f is multiplied by y − f before the sum.",
        step_with(lambda y, model: np.ones_like(y)),
        (1,),
    ),
)

HOME = (np.array([152.0, 163.0, 171.0, 180.0]), 166.0, 9.0)
HOME_Y = np.array([0.01, 0.04, 0.05, 0.02])
CURVE_CODE = """\
# A small point to try: four heights, μ = 166 and σ = 9.
x_try = np.array([152.0, 163.0, 171.0, 180.0])
nudge = 1e-5
above, below = f(x_try, ABOVE), f(x_try, BELOW)
print(f"yours:    {np.array(NAME(x_try, 166.0, 9.0))ENTRY:.5g}")
print(f"measured: {((above - below) / (2 * nudge))ENTRY:.5g}")
"""
STEP_CODE = """\
# A small point to try: four classes, μ = 166, σ = 9 and an aggression of 2000.
x_try, y_try = np.array([152.0, 163.0, 171.0, 180.0]), np.array([0.01, 0.04, 0.05, 0.02])
above, below = np.array([166.0, 9.0]), np.array([166.0, 9.0])
aboveENTRY += 1e-5
belowENTRY -= 1e-5
misfit_above = np.sum((y_try - f(x_try, *above)) ** 2)
misfit_below = np.sum((y_try - f(x_try, *below)) ** 2)
print(f"yours:    {np.array(steepest_step(x_try, y_try, 166.0, 9.0, 2000.0))ENTRY:.5g}")
print(f"measured: {-2000 * (misfit_above - misfit_below) / 2e-5:.5g}")
"""


def curve_home(name: str, moved: Callable[[float], tuple[float, float]]) -> Home:
    def measured() -> Array:
        x, *_ = HOME
        return (f(x, *moved(1e-5)) - f(x, *moved(-1e-5))) / 2e-5

    point = {"dfdmu": "166.0 NUDGE, 9.0", "dfdsig": "166.0, 9.0 NUDGE"}[name]
    code = CURVE_CODE.replace("ABOVE", point.replace("NUDGE", "+ nudge"))
    code = code.replace("BELOW", point.replace("NUDGE", "- nudge"))
    return Home(Scene(HOME), measured, code.replace("NAME", name))


def measured_step() -> Array:
    x, mu, sig = HOME
    by_mu = chi_squared(x, HOME_Y, mu + 1e-5, sig) - chi_squared(x, HOME_Y, mu - 1e-5, sig)
    by_sig = chi_squared(x, HOME_Y, mu, sig + 1e-5) - chi_squared(x, HOME_Y, mu, sig - 1e-5)
    return -2000 * np.array([by_mu, by_sig]) / 2e-5


EACH_X = "one for each x"
GIVEN = (FunctionCheck("f", draw_curve, f, draws=1),)
CHECKS = (
    FunctionCheck(
        "dfdmu",
        draw_curve,
        dfdmu,
        MU_FAULTS,
        situations=(ONE_CURVE,),
        shape=EACH_X,
        chain=MU_CHAIN.picture,
        double_faults=MU_CHAIN.double_faults,
        home=curve_home("dfdmu", lambda nudge: (HOME[1] + nudge, HOME[2])),
        stands_on=GIVEN,
    ),
    FunctionCheck(
        "dfdsig",
        draw_curve,
        dfdsig,
        SIG_FAULTS,
        situations=(ONE_CURVE,),
        shape=EACH_X,
        chain=SIG_CHAIN.picture,
        double_faults=SIG_CHAIN.double_faults,
        home=curve_home("dfdsig", lambda nudge: (HOME[1], HOME[2] + nudge)),
        stands_on=GIVEN,
    ),
    FunctionCheck(
        "steepest_step",
        draw_step,
        steepest_step,
        STEP_FAULTS,
        draw_replies,
        situations=(ONE_STEP,),
        shape="the step in μ, then in σ",
        chain=STEP_CHAIN,
        home=Home(Scene((HOME[0], HOME_Y, *HOME[1:], 2000.0)), measured_step, STEP_CODE),
        stands_on=GIVEN,
    ),
)
