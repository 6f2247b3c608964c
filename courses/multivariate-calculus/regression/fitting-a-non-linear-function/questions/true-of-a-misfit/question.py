"""What is true of χ², of its slopes and of σ: statements to be picked, each false one a known mistake."""

import numpy as np

from upslope.questions import Draw, Misconception, choices_part

TRUE = {
    "twice-as-sure": r"Halve one $\sigma_i$, and that point’s term in $\chi^2$ becomes four times as large.",
    "all-alike": r"If all $\sigma_i$ are equal, leaving them out does not move the best dials.",
    "two-away": r"Without the 2 in $\partial\chi^2/\partial a_k$ a step is shorter, and points where it did.",
    "level-at-best": r"At the best dials every slope $\partial\chi^2/\partial a_k$ is zero.",
    "several-valleys": r"For a model that bends in its dials, $\chi^2$ may have more than one valley.",
    "never-negative": r"$\chi^2$ is never below zero, whatever the model says.",
}
FALSE = {
    "sigma-not-squared": (
        r"In $\chi^2$ each squared residual is divided by $\sigma_i$.",
        r"Divided by $\sigma_i^2$: it is the residual *in units of* $\sigma_i$ that is squared.",
    ),
    "sure-points-count-less": (
        r"A point with a large $\sigma_i$ pulls harder on the curve.",
        r"A large $\sigma_i$ says: do not take this one too seriously. Its term is divided by $\sigma_i^2$.",
    ),
    "slopes-zero-means-fit": (
        r"If all slopes of $\chi^2$ are zero, the model suits the data.",
        "Level ground says that no small turn of a dial helps. The best of a bad model is level, too.",
    ),
    "residuals-zero-at-best": (
        r"At the best dials all residuals are zero.",
        "It is the slopes of χ² that are zero there. Dots still scatter about the best curve.",
    ),
    "model-slope-not-needed": (
        r"$\partial\chi^2/\partial a_k$ needs only the residuals, not the slopes of the model.",
        "A residual moves because the model moves: its slope by that dial is a factor of each term.",
    ),
    "uphill-step": (
        r"A step along $+\partial\chi^2/\partial a_k$ makes $\chi^2$ smaller, if it is short enough.",
        "Slopes point uphill. Downhill is against them.",
    ),
}

DOUBTED = {
    "twice-as-sure": r"With half the $\sigma_i$ a residual counts twice as long, and that is squared.",
    "all-alike": r"Equal $\sigma_i$ divide all of $\chi^2$ by one number. Does that move its lowest place?",
    "two-away": "Without the 2 all slopes are halved alike. What does that do to their direction?",
    "level-at-best": "If one slope were not zero, a small turn of that dial would still help.",
    "several-valleys": "Think of a wave and its period: a wrong one may fit better than all near it.",
    "never-negative": r"Look what it is made of: squares, divided by squares.",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return two or three true statements and two or three false ones, five in all."""
    count = int(rng.integers(2, 4))
    true = [str(name) for name in rng.choice(list(TRUE), count, replace=False)]
    false = [str(name) for name in rng.choice(list(FALSE), 5 - count, replace=False)]
    texts = {**TRUE, **{name: FALSE[name][0] for name in false}}
    options = [
        {"id": name, "text": texts[name]} for name in (str(one) for one in rng.permutation([*true, *false]))
    ]
    part = choices_part(
        "true",
        options,
        true,
        label="True are",
        misconceptions=[
            *(Misconception(name, FALSE[name][1], ", ".join([*true, name])) for name in false),
            *(
                Misconception(f"{name}-doubted", DOUBTED[name], ", ".join(one for one in true if one != name))
                for name in true
            ),
        ],
    )
    why = "\n".join(f"- *{FALSE[name][0]}* {FALSE[name][1]}" for name in false)
    number = {2: "two", 3: "three"}[count]
    return Draw(
        {"count": number, "right": "\n".join(f"- {TRUE[name]}" for name in true), "why": why}, (part,)
    )
