"""Which letter moves depends on who asks."""

import numpy as np

from upslope.questions import Draw, Misconception, matching_part

# scene, output, then for each letter: who asks what, and a letter that the question says holds still
FORMULAS = (
    (
        r"A braking car stops after $d = \dfrac{v^2}{2 \mu g}$: speed $v$, grip of the tyres $\mu$, "
        "gravity $g$.",
        "d",
        {
            "v": ("A driver, with the tyres she has: “How much further do I roll if I am faster?”", r"\mu"),
            r"\mu": ("A tyre maker, always at the same speed: “What does a better rubber save?”", "v"),
            "g": ("A planner with the same rover at the same speed: “What is different on Mars?”", "v"),
        },
    ),
    (
        r"A window loses the heat $P = \dfrac{k A D}{s}$: kind of glass $k$, area $A$, thickness $s$ of the "
        "pane, and $D$, how much colder it is outside.",
        "P",
        {
            "A": ("An architect, with the glass already ordered: “What does a larger window cost me?”", "k"),
            "D": ("A tenant, with the windows as they are: “What will a colder night do?”", "A"),
            "s": ("A glazier, for the same hole in the wall: “What if I take a thicker pane?”", "A"),
            "k": ("A chemist, with panes of one thickness: “What if we melt another glass?”", "s"),
        },
    ),
    (
        r"A small neuron gives $a = \sigma(w x + b)$: input $x$, weight $w$, bias $b$.",
        "a",
        {
            "x": (
                "A doctor, with the neuron as it was trained: “What does it say to the next patient?”",
                "w",
            ),
            "w": ("A trainer, with one example fixed: “How does the answer change with the weight?”", "x"),
            "b": ("A second trainer, with one example fixed: “And if I shift all answers a little?”", "x"),
        },
    ),
    (
        r"To warm what is in a pan takes the energy $E = c\,m\,D$: kind of liquid $c$, mass $m$, and $D$, by "
        "how many degrees.",
        "E",
        {
            "m": ("A cook, with tea for more guests: “What does each further cup cost?”", "c"),
            "c": ("A parent, with one cup in any case: “Does milk need more than water?”", "m"),
            "D": ("A camper, with one full pot: “How much do I save if I like it lukewarm?”", "m"),
        },
    ),
)


def generate(rng: np.random.Generator) -> Draw:
    """Return a formula, two of its letters with their people, and all of its letters to choose from."""
    scene, output, people = FORMULAS[int(rng.integers(len(FORMULAS)))]
    names = [str(name) for name in rng.permutation(list(people))][:2]
    letters = [str(name) for name in rng.permutation([*people, output])]
    held = people[names[0]][1]
    mistakes = (
        Misconception(
            "output-for-variable",
            "That is what comes out. It follows, whatever moves. Ask which letter on the right the person "
            "wants to change.",
            {_id(names[0]): _id(output)},
        ),
        Misconception(
            "held-still-for-variable",
            "That letter is in the question, but as something that stays as it is. The other one moves.",
            {_id(names[0]): _id(held)},
        ),
    )
    part = matching_part(
        "letters",
        [{"id": _id(name), "text": people[name][0]} for name in names],
        [{"id": _id(name), "text": f"${name}$"} for name in letters],
        {_id(name): _id(name) for name in names},
        words=("person", "letter"),
        misconceptions=mistakes,
    )
    said = [f"Person {place} lets ${name}$ move." for place, name in enumerate(names, 1)]
    return Draw({"scene": scene, "output": output, "first": said[0], "second": said[1]}, (part,))


def _id(name: str) -> str:
    return name.strip("\\")
