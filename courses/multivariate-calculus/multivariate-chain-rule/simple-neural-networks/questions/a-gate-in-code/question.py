"""A gate by one neuron: any weights and bias that put the line between yes and no where it belongs."""

import numpy as np

from upslope.questions import Draw, Misconception, code_part

STEEP = 8
CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))
# what shall happen: which way each switch speaks, and how many of the two must speak for yes
GATES = (
    ("A sluice opens only if both keepers turn their keys.", 1, 1, 2),
    ("A light in a stairwell burns if anybody upstairs or downstairs wants it.", 1, 1, 1),
    ("A saw runs unless both guards are lifted.", -1, -1, 1),
    ("A museum sleeps only if neither door is open.", -1, -1, 2),
    ("A kettle heats if it is switched on and not empty; the second switch says *empty*.", 1, -1, 2),
    (
        "A cat flap opens if the cat outside is *not a stranger* and wants in; the first says *stranger*.",
        -1,
        1,
        2,
    ),
    ("A blind stays up if somebody wants light, or if it is not sunny; the second says *sunny*.", 1, -1, 1),
    ("A sprinkler runs if it is not raining, or if the gardener insists; the first says *rain*.", -1, 1, 1),
)
OPPOSITE = "Every answer is the opposite of what it should be. Turn all three signs round."
OTHER_SIDE = (
    "The weights speak for the right sides. The bias is not in its place: the rows in which one switch "
    "speaks for yes and the other for no lie on the wrong side of the line. Work out their sums."
)
NO_BIAS = (
    "With a bias of 0, or nearly 0, the neuron says one half to two zeros, whatever the weights are. Choose "
    "`b` for that row first."
)
TOO_GENTLE = "The neuron hardly makes up its mind. Keep the proportions and make all three numbers larger."


def generate(rng: np.random.Generator) -> Draw:
    """Return one of the eight gates of two switches that need both of them, and how sure it shall be."""
    scene, s1, s2, need = GATES[rng.integers(len(GATES))]
    level, rest = (("0.9", "0.1"), ("0.95", "0.05"))[rng.integers(2)]
    w1, w2, b = _neuron(s1, s2, need)
    other = _neuron(s1, s2, 3 - need)
    mistakes = (
        Misconception("gate-turned-round", OPPOSITE, _code(-w1, -w2, -b)),
        Misconception("line-on-the-other-side", OTHER_SIDE, _code(*other)),
        Misconception("gate-without-bias", NO_BIAS, _code(w1, w2, 0)),
        Misconception("gate-too-gentle", TOO_GENTLE, _code(w1 / 80, w2 / 80, b / 80)),
    )
    part = code_part(
        "gate",
        _code(w1, w2, b),
        variables=("w1", "w2", "b"),
        given="import numpy as np\n\ndef sigma(z):\n    return 1 / (1 + np.exp(-z))",
        measure=f"""
            def measure(w1, w2, b):
                said = [sigma(w1 * p + w2 * q + b) for p, q in {CORNERS}]
                return [int(a > {level}) - int(a < {rest}) for a in said]
        """,
        misconceptions=mistakes,
    )
    sums = {f"{p}{q}": w1 * p + w2 * q + b for p, q in CORNERS}
    values: dict[str, object] = {"scene": scene, "level": level, "rest": rest, "w1": w1, "w2": w2, "b": b}
    values |= {f"z_{corner}": z for corner, z in sums.items()}
    values |= {f"said_{corner}": "yes" if z > 0 else "no" for corner, z in sums.items()}
    values |= {"at_four": f"{_sigma(4):.3f}", "at_minus_four": f"{_sigma(-4):.3f}"}
    return Draw(values, (part,))


def _neuron(s1: int, s2: int, need: int) -> tuple[int, int, int]:
    """Return weights and bias for: at least ``need`` of the two switches speak for yes."""
    idle = (s1 < 0) + (s2 < 0)  # how many speak for yes while they are 0
    return STEEP * s1, STEEP * s2, STEEP * idle - STEEP * need + STEEP // 2


def _code(w1: float, w2: float, b: float) -> str:
    return f"w1 = {w1}\nw2 = {w2}\nb = {b}"


def _sigma(z: float) -> float:
    return float(1 / (1 + np.exp(-z)))
