"""The slope of the cost by the bias of one neuron, as code with three links to be completed."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, Misconception, code_part

SCENES = (
    "When is tea cool enough to drink?",
    "When does a cat want to be let in?",
    "When is a queue too long to join?",
    "When does bread sound hollow?",
    "When is a ladder too steep?",
)
BENDS = {
    "sigma": (
        r"\sigma",
        "a * (1 - a)",
        "$a\\,(1 - a)$",
        "def sigma(z):\n    return 1 / (1 + np.exp(-z))\n\n",
        "sigma(z)",
    ),
    "tanh": (r"\tanh", "1 - a**2", "$1 - a^2$", "", "np.tanh(z)"),
}
FOR_WEIGHT = (
    "This is the slope for the weight. The bias multiplies nothing: by how much does $z$ grow with it?"
)
NO_BEND = (
    "The link of the bend is 1 in your code, as if the neuron passed on its sum as it is. It has a slope "
    "of its own."
)
TURNED = (
    "The sign is turned round: target minus output is how the *mistake* points. The slope of the cost is "
    "output minus target."
)
NO_TWO = "A factor of 2 is missing. Where does the slope of a square bring one down?"
VALUE = "The second link is the value of the bend. It should be its slope."
ZERO = "A link of 0 lets nothing through: $z$ does change with the bias, and as fast as the bias itself."


def generate(rng: np.random.Generator) -> Draw:
    """Return the bend, and the weight and bias in tenths with which the neuron starts."""
    name = str(rng.choice(list(BENDS)))
    act, slope, rule, helper, call = BENDS[name]
    w = float(rng.choice([-1.5, -1.2, -0.8, 0.7, 0.9, 1.4]))
    b = float(rng.choice([-0.6, -0.4, -0.3, 0.2, 0.5, 0.8]))

    def program(fall: str = "2 * (a - y)", bend: str = slope, last: str = "1") -> str:
        return (
            f"def dCdb(a0, y):\n    z = w * a0 + b\n    a = {call}\n    dCda = {fall}\n    dadz = {bend}\n"
            f"    dzdb = {last}\n    return dCda * dadz * dzdb"
        )

    part = code_part(
        "chain",
        program(),
        calls={"dCdb": [{"low": -2, "high": 2}, {"low": 0, "high": 1}]},
        given=f"import numpy as np\n\n{helper}w = {w:g}\nb = {b:g}",
        starter=program("...", "...", "..."),
        misconceptions=(
            Misconception("weight-in-place-of-bias", FOR_WEIGHT, program(last="a0")),
            Misconception("bend-without-slope", NO_BEND, program(bend="1")),
            Misconception("miss-turned-in-code", TURNED, program("2 * (y - a)")),
            Misconception("two-missing-in-code", NO_TWO, program("a - y")),
            Misconception("value-for-slope-in-code", VALUE, program(bend="a")),
            Misconception("last-link-zero", ZERO, program(last="0")),
        ),
    )
    worked = differentiate(parse("(a - y)^2", ("a", "y")), "a")
    values = {
        "scene": str(rng.choice(SCENES)),
        "act": act,
        "w": f"{w:g}",
        "b": f"{b:g}",
        "rule": rule,
        "code": slope,
    }
    return Draw({**values, "worked": worked}, (part,))
