"""Which brackets hold an input, and which say times."""

import numpy as np

from upslope.questions import Draw, Misconception, choices_part

NUMBERED = (
    "A letter before the bracket is not always a rule. Read the first line again: which letters are "
    "functions, and which one is a number?"
)
NAMED = (
    "You found the rules with one letter. A rule may have a name of several letters, too: what does a "
    "calculator do with the key of that name?"
)
EVERY = (
    "A bracket after a number, or after another bracket, multiplies. Try one of them with a number for $x$: "
    "nothing is put into a rule there."
)


def listed(texts: list[str]) -> str:
    """Return the texts with commas and one “and”."""
    return f"{', '.join(texts[:-1])} and {texts[-1]}"


def generate(rng: np.random.Generator) -> Draw:
    """Return five formulas, two or three of them with an input in the bracket."""
    a, b, c, d = (int(n) for n in rng.choice(np.arange(2, 10), 4, replace=False))
    letter = str(rng.choice(["a", "b", "c", "k", "m"]))
    named = str(rng.choice(["\\sin", "\\cos", "\\ln"]))
    slots = {"named": f"{named}(x + {a})", "one": f"f(x + {b})", "two": f"g({c} - x)"}
    products = {
        "letter": f"{letter}(x + {a})",
        "number": f"{b}(x - {c})",
        "pair": f"(x - {d})(x + {b})",
    }
    drop = str(rng.choice(["one", "two", "pair", "number"]))
    shown = {name: f"${text}$" for name, text in {**slots, **products}.items() if name != drop}
    right = [name for name in shown if name in slots]
    mistakes = (
        Misconception("number-taken-for-a-rule", NUMBERED, ", ".join([*right, "letter"])),
        Misconception("named-rule-missed", NAMED, ", ".join(name for name in right if name != "named")),
        Misconception("every-bracket-a-slot", EVERY, ", ".join(shown)),
    )
    options = [{"id": str(name), "text": shown[str(name)]} for name in rng.permutation(list(shown))]
    part = choices_part("slots", options, right, label="The bracket is a slot in", misconceptions=mistakes)
    values = {
        "letter": letter,
        "count": ("one", "two", "three")[len(right) - 1],
        "named": f"${named}$",
        "slots": listed([shown[name] for name in right]),
        "products": listed([shown[name] for name in shown if name in products]),
    }
    return Draw(values, (part,))
