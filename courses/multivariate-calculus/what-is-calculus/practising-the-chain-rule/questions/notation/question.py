"""The chain rule in Leibniz's spelling, with named quantities, and in Lagrange's."""

import numpy as np

from upslope.questions import Draw, Misconception, Part, choice_part

# what is told; the outer, the middle and the first quantity
STORIES = (
    (
        "A bath is filling. The volume $V$ of water follows from its depth $h$, and $h$ from the time $t$.",
        "Vht",
    ),
    ("A loaf bakes. Its colour $c$ follows from its temperature $T$, and $T$ from the time $t$.", "cTt"),
    ("Dough rises. Its volume $V$ follows from its radius $r$, and $r$ from the time $t$.", "Vrt"),
    ("A neuron gives $a$. That follows from its weighted sum $z$, and $z$ from its weight $w$.", "azw"),
    ("A stone falls. Its energy $E$ follows from its speed $v$, and $v$ from the time $t$.", "Evt"),
    ("A cable car climbs. The pressure $p$ follows from the height $h$, and $h$ from the time $t$.", "pht"),
    ("A road runs over a hill. The fog $n$ follows from the height $h$, and $h$ from the way $s$.", "nhs"),
    ("A lamp warms up. Its light $L$ follows from its temperature $T$, and $T$ from the current $i$.", "LTi"),
)
RULES = {
    "added": (
        "These are the right two rates, added. The second works on what the first delivers, so they multiply."
    ),
    "upside-down": (
        "The second rate stands on its head. What drives belongs below: the quantity in the middle must "
        "stand below in one factor and above in the other."
    ),
    "one-link": (
        "That is one link of the chain alone. It would be the whole story if the quantity in the middle "
        "changed by one unit for every unit of the first."
    ),
}
PLACES = {
    "outer-slope-at-the-wrong-place": (
        "Both slopes are there. But $f$ never meets the first quantity: what reaches it is $g$ of it. Ask "
        "$f'$ there."
    ),
    "derivative-of-the-inside": (
        "Here the outer function is asked at the inside’s *slope*. The inside stays in its place as it is, "
        "and its slope stands beside, as a factor."
    ),
    "outer-unchanged": (
        "Only the inside has been differentiated. The outer function has a slope too: give it its prime."
    ),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a story of three quantities, and the lines in mixed order."""
    story, (y, u, t) = STORIES[rng.integers(len(STORIES))]
    whole, outer, inner = rf"\dfrac{{d{y}}}{{d{t}}}", rf"\dfrac{{d{y}}}{{d{u}}}", rf"\dfrac{{d{u}}}{{d{t}}}"
    rules = {
        "product": rf"{whole} = {outer} \cdot {inner}",
        "added": f"{whole} = {outer} + {inner}",
        "upside-down": rf"{whole} = {outer} \cdot \dfrac{{d{t}}}{{d{u}}}",
        "one-link": f"{whole} = {outer}",
    }
    places = {
        "at-the-inside": rf"f'(g({t})) \cdot g'({t})",
        "outer-slope-at-the-wrong-place": rf"f'({t}) \cdot g'({t})",
        "derivative-of-the-inside": f"f'(g'({t}))",
        "outer-unchanged": rf"f(g({t})) \cdot g'({t})",
    }
    asked = f"With ${y} = f({u})$ and ${u} = g({t})$, which is the same in Lagrange’s hand?"
    values = {"story": story, "y": y, "u": u, "t": t, "rule": rules["product"]}
    return Draw(
        {**values, "lagrange": places["at-the-inside"]},
        (
            _choice(rng, "leibniz", f"How fast does ${y}$ change with ${t}$?", rules, RULES),
            _choice(rng, "lagrange", asked, places, PLACES),
        ),
    )


def _choice(
    rng: np.random.Generator, name: str, label: str, lines: dict[str, str], mistakes: dict[str, str]
) -> Part:
    """Return a choice whose first line is right, with a misconception for every other."""
    options = [{"id": key, "text": f"${line}$"} for key, line in lines.items()]
    rng.shuffle(options)
    noticed = tuple(Misconception(code, sentence, code) for code, sentence in mistakes.items())
    return choice_part(name, options, next(iter(lines)), label=label, misconceptions=noticed)
