"""The product rule read in the notations of Lagrange, Leibniz and Newton."""

import numpy as np

from upslope.questions import Draw, Misconception, Part, choice_part

PAIRS = (("u", "v"), ("f", "g"), ("p", "q"), ("r", "s"), ("a", "b"))
MARKS = {
    "Lagrange": lambda name: f"{name}'",
    "Leibniz": lambda name: rf"\dfrac{{d{name}}}{{dt}}",
    "Newton": lambda name: rf"\dot{{{name}}}",
}
PRODUCT = (
    "That multiplies the two derivatives. On $t$ times $t$ it would give 1, yet the slope of $t^2$ is $2t$."
)
DIFFERENCE = (
    "Both terms are right, the sign between them is not. When either factor grows, so does the product: add."
)
ONE = (
    "That lets the first factor change and holds the second still. The second has its turn too: add its term."
)
SWAPPED = (
    "The mark has moved to the other letter. Only the letter that carries it in the given term is changing."
)
WHOLE = "This differentiates the whole product. In the given term the mark covers one letter only."
BOTH = "Here both letters carry a mark. In the given term one of them holds still, so it stays as it is."


def generate(rng: np.random.Generator) -> Draw:
    """Return two names and two notations: one to state the rule in, one to translate into."""
    u, v = (str(name) for name in rng.permutation(PAIRS[rng.integers(len(PAIRS))]))
    hand, other = (str(name) for name in rng.choice(list(MARKS), 2, replace=False))
    d, e = MARKS[hand], MARKS[other]
    rule = f"{d('y')} = {d(u)}\\,{v} + {u}\\,{d(v)}"
    given, translated = f"{d(u)}\\,{v}", f"{e(u)}\\,{v}"
    values = {"u": u, "v": v, "other": other, "rule": rule, "given": given, "translated": translated}
    rules = {
        "sum-of-two": rule,
        "product-of-derivatives": f"{d('y')} = {d(u)}\\,{d(v)}",
        "difference": f"{d('y')} = {d(u)}\\,{v} - {u}\\,{d(v)}",
        "one-factor": f"{d('y')} = {d(u)}\\,{v}",
    }
    terms = {"same": translated, "swapped": f"{u}\\,{e(v)}", "whole": e("y"), "both": f"{e(u)}\\,{e(v)}"}
    told = {"product-of-derivatives": PRODUCT, "difference": DIFFERENCE, "one-factor": ONE}
    heard = {"swapped": SWAPPED, "whole": WHOLE, "both": BOTH}
    return Draw(
        values,
        (
            _choice(rng, "rule", f"{hand} states the product rule. Which line is it?", rules, told),
            _choice(rng, "term", f"Which is the same as ${given}$, in {other}’s hand?", terms, heard),
        ),
    )


def _choice(
    rng: np.random.Generator, name: str, label: str, lines: dict[str, str], mistakes: dict[str, str]
) -> Part:
    """Return a choice whose first line is right, with a misconception for every other."""
    options = [{"id": key, "text": f"${line}$"} for key, line in lines.items()]
    rng.shuffle(options)
    noticed = tuple(Misconception(key, sentence, key) for key, sentence in mistakes.items())
    return choice_part(name, options, next(iter(lines)), label=label, misconceptions=noticed)
