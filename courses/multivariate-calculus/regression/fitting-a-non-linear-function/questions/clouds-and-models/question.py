"""Three clouds of dots, and which model could bend as they do."""

from collections.abc import Callable

import numpy as np

from upslope.questions import Dot, Draw, Misconception, Plot, distinct, matching_part

WAYS: dict[str, tuple[Callable[[np.ndarray], np.ndarray], str]] = {
    "decay": (
        lambda x: 1 + 8 * np.exp(-0.5 * x),
        "fall fast at first, then ever more slowly, towards a level",
    ),
    "saturation": (lambda x: 9.5 * x / (1.8 + x), "rise fast at first, then ever more slowly"),
    "peak": (
        lambda x: 0.8 + 7.5 * np.exp(-((x - 5.5) ** 2) / 4),
        "rise to one top and fall again to where they began",
    ),
    "swing": (lambda x: 5 + 3.5 * np.sin(1.5 * x), "go up and down several times, evenly"),
    "growth": (lambda x: 0.4 * np.exp(0.3 * x), "hardly rise at first, and then faster and faster"),
}
MODELS = {
    "decay": r"$a\,e^{-b x} + c$",
    "saturation": r"$\dfrac{a\,x}{b + x}$",
    "peak": r"$a\,e^{-(x - b)^2/(2 c^2)} + d$",
    "swing": r"$a \sin(b\,x) + c$",
    "growth": r"$a\,e^{b x}$",
}
CONFUSED = {
    ("levels-off-below-for-above", "decay", "saturation"): (
        "Both level off. One comes down to its level, the other climbs up to it: look at $x = 0$."
    ),
    ("one-top-for-many", "peak", "swing"): (
        "A sine comes back again and again. Here there is one top, and then nothing more."
    ),
    ("growth-for-levelling-off", "saturation", "growth"): (
        "That model becomes steeper and steeper. These dots become flatter."
    ),
    ("falling-for-growing", "growth", "decay"): (
        "With a minus before $b$ the curve comes down to a level. These dots run away from theirs."
    ),
    ("many-tops-for-one", "swing", "peak"): ("That model has a single top. These dots turn several times."),
    ("growing-for-falling", "decay", "growth"): (
        "That model begins low and climbs faster and faster. These dots fall, ever more slowly."
    ),
    ("levels-off-above-for-below", "saturation", "decay"): (
        "Both level off. One climbs up to its level, the other comes down to it: look at $x = 0$."
    ),
    ("falling-for-a-top", "peak", "decay"): (
        "With all dials above zero that model only comes down. These dots climb to a top first."
    ),
    ("top-for-levelling-off", "saturation", "peak"): (
        "A bell comes down again behind its top. These dots stay up."
    ),
    ("levelling-off-for-growing", "growth", "saturation"): (
        "That model is steep at first and becomes flatter. These dots are flat at first and become steeper."
    ),
}
LOOK = {
    "decay": "These dots begin high and come down to a level. Put $x = 0$ and a large $x$ into your model.",
    "saturation": "These dots climb, ever more slowly, and stay up. Put a very large $x$ into your model.",
    "peak": "These dots climb and come down again, once. How often does your model turn?",
    "swing": "These dots turn several times. How often does your model turn?",
    "growth": "These dots become steeper and steeper. Put a very large $x$ into your model.",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return three of five clouds, and their models with one more that looks like one of them."""
    asked = [str(name) for name in rng.choice(list(WAYS), 3, replace=False)]
    likely = [false for _, true, false in CONFUSED if true in asked and false not in asked]
    likely = likely or [name for name in WAYS if name not in asked]
    spare = str(rng.choice(likely))
    shown = [str(name) for name in rng.permutation([*asked, spare])]
    part = matching_part(
        "models",
        [{"id": name, "plot": _cloud(rng, name)} for name in asked],
        [{"id": name, "text": MODELS[name]} for name in shown],
        {name: name for name in asked},
        words=("cloud", "model"),
        misconceptions=[
            Misconception(code, text, f"{true}: {false}")
            for (code, true, false), text in CONFUSED.items()
            if true in asked and false in shown
        ]
        + [Misconception(f"{name}-not-looked-at", LOOK[name], f"{name}: {spare}") for name in asked],
    )
    ways = "\n".join(f"- {MODELS[name]} for dots that {WAYS[name][1]}" for name in asked)
    return Draw({"ways": ways, "spare": MODELS[spare]}, (distinct(part),))


def _cloud(rng: np.random.Generator, name: str) -> Plot:
    x = (np.arange(18) + rng.uniform(0.2, 0.8, 18)) * 10 / 18
    y = WAYS[name][0](x) + 0.28 * rng.permutation(np.linspace(-1.6, 1.6, 18))
    dots = tuple(Dot((round(float(u), 2), round(float(v), 2))) for u, v in zip(x, y, strict=True))
    return Plot((0, 10, -1, 11), f"Eighteen dots that {WAYS[name][1]}.", dots=dots)
