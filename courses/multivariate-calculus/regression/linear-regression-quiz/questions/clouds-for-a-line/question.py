"""Which of four clouds suit a straight line, and what a line leaves over from a bent one."""

from collections.abc import Callable

import numpy as np

from upslope.questions import Dot, Draw, Misconception, Plot, choice_part, choices_part, distinct

STORIES = (
    "For which of them is a straight line a sensible model?",
    "Somebody wants to fit $y = m\\,x + c$. To which of them?",
    "Which of them would you describe by a slope and an intercept?",
)
SHAPES = {
    "rise fast and then level off": (lambda t: 1 + 7 * (1 - np.exp(-3.2 * t)) / 0.96, "under"),
    "hardly rise at first and then shoot up": (lambda t: 0.8 + 7 * t**3.2, "over"),
}
WAVES = {
    "climb to a top near the middle and fall again": lambda t: 1.2 + 6.5 * np.sin(np.pi * t) ** 1.3,
    "fall to a hollow near the middle and climb again": lambda t: 8.2 - 6.5 * np.sin(np.pi * t) ** 1.3,
    "swing up, down, up and down again": lambda t: 4.8 + 3 * np.sin(3 * np.pi * t),
}
PATTERNS = {
    "under": "below zero at first, above in the middle, and below again at the end",
    "over": "above zero at first, below in the middle, and above again at the end",
    "chance": "above and below zero by chance, in no order",
    "same": "all on one side of the line",
}
TIDY = (
    "You went by how tidy the dots are. Little scatter about a *bent* way is still bent, and wide scatter "
    "about a straight one is still straight."
)
RISING = "A line may fall: then its slope is below zero. Look for bends, not for the direction."
NO_SCATTER = "Wide scatter is no bend. It makes the residuals large, but it leaves no pattern in them."
AVERAGE = (
    "On the whole that cloud goes neither up nor down, but a level line would miss it in order: many "
    "dots in a row on one side, then many on the other."
)
BENT = (
    "One of these bends. Its dots are tidy, so look along the ruler: are they on one side in the middle, "
    "and on the other at both ends?"
)
TURNED = (
    "The order is right, the sides are not. A residual is measured minus modelled: above zero where the dot "
    "is above."
)
CHANCE = "That is what a good model leaves over. Here the dots bend, and the line cannot: where does it miss?"
ONE_SIDE = (
    "Then the line could be shifted towards the dots, and would do better. The residuals of a best line add "
    "up to 0."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a rough line that rises, a tidier one that falls, a tidy bent cloud, and one that turns."""
    shape, seen = (str(name) for name in rng.permutation(list(SHAPES)))
    bend, pattern = SHAPES[seen][0], SHAPES[shape][1]
    turn = str(rng.choice(list(WAVES)))
    up, down = rng.uniform(4, 5.5), rng.uniform(4, 6)
    options = [
        _cloud(rng, "rough", lambda t: 2.2 + up * t, 0.95, "climb at an even pace, strewn widely about it"),
        _cloud(rng, "falling", lambda t: 8 - down * t, 0.4, "fall at an even pace, strewn a little about it"),
        _cloud(rng, "bent", bend, 0.12, f"{seen}, and hardly stray"),
        _cloud(rng, "turning", WAVES[turn], 0.35, f"{turn}, strewn a little"),
    ]
    clouds = choices_part(
        "clouds",
        [options[int(place)] for place in rng.permutation(4)],
        ["rough", "falling"],
        label="A straight line suits",
        misconceptions=(
            Misconception("tidy-for-straight", TIDY, "falling, bent"),
            Misconception("only-rising-lines", RISING, "rough, bent"),
            Misconception("rising-line-alone", RISING, "rough"),
            Misconception("scatter-for-bend", NO_SCATTER, "falling"),
            Misconception("bent-taken-for-straight", BENT, "rough, falling, bent"),
            Misconception("level-on-average", AVERAGE, "rough, falling, turning"),
        ),
    )
    texts = [{"id": name, "text": text} for name, text in PATTERNS.items()]
    left = choice_part(
        "left",
        [texts[int(place)] for place in rng.permutation(4)],
        pattern,
        label="From left to right the residuals of that line are",
        misconceptions=(
            Misconception("residual-pattern-turned", TURNED, "over" if pattern == "under" else "under"),
            Misconception("residuals-by-chance", CHANCE, "chance"),
            Misconception("residuals-on-one-side", ONE_SIDE, "same"),
        ),
    )
    values = {"story": str(rng.choice(STORIES)), "shape": shape, "pattern": PATTERNS[pattern]}
    return Draw(values, (distinct(clouds), left))


def _cloud(
    rng: np.random.Generator, name: str, way: Callable[[np.ndarray], np.ndarray], stray: float, words: str
) -> dict[str, object]:
    """Return an option: twenty dots along a way from t = 0 to 1, straying by so much to both sides."""
    t = (np.arange(20) + rng.uniform(0.2, 0.8, 20)) / 20
    misses = stray * rng.permutation(np.linspace(-1.6, 1.6, 20))
    heights = way(t) + misses
    dots = tuple(Dot((round(10 * float(x), 2), round(float(y), 2))) for x, y in zip(t, heights, strict=True))
    alt = f"Twenty dots that {words}, between {heights.min():.0f} and {heights.max():.0f}."
    return {"id": name, "plot": Plot((0, 10, 0, 10), alt, dots=dots)}
