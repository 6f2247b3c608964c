"""What curve_fit returns, and the give-or-take of one of its dials."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, number_part

VARIANCE = "That is the entry on the diagonal itself, the square of the give-or-take. Take its root."
OTHER = "That belongs to the other dial. The order on the diagonal is the order of the dials in the model."
BESIDE = (
    "That entry stands beside the diagonal. It says how the two dials lean on each other, not how sure "
    "one is."
)
DIAL = "That is the dial itself. The question is how far it may be off."


def generate(rng: np.random.Generator) -> Draw:
    """Return two dials and a covariance with the squares of one-digit tenths on its diagonal."""
    first, second = (int(n) for n in rng.choice(np.arange(1, 10), 2, replace=False))
    a, b = int(rng.integers(20, 90)) / 10, int(rng.integers(11, 40)) / 10
    beside = -round(0.3 * first * second / 100, 3)
    which = int(rng.integers(2))
    asked, other = ((first, second), (second, first))[which]
    mistakes = (
        Misconception("variance-for-uncertainty", VARIANCE, f"{asked**2 / 100:g}"),
        Misconception("uncertainty-of-the-other-dial", OTHER, f"{other / 10:g}"),
        Misconception("entry-beside-the-diagonal", BESIDE, f"{beside:g}"),
        Misconception("dial-for-its-uncertainty", DIAL, f"{(a, b)[which]:g}"),
    )
    part = number_part("sure", f"{asked / 10:g}", label="Give or take", misconceptions=mistakes)
    values = {
        "a": f"{a:g}",
        "b": f"{b:g}",
        "aa": f"{first**2 / 100:g}",
        "ab": f"{beside:g}",
        "bb": f"{second**2 / 100:g}",
        "name": "ab"[which],
        "entry": f"{asked**2 / 100:g}",
        "sure": f"{asked / 10:g}",
        "value": f"{(a, b)[which]:g}",
    }
    return Draw(values, (distinct(part),))
