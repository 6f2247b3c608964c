"""The rule for three factors, found by using the rule for two factors twice."""

import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, Part, expression_part

SIDES = (("a", "b", "c"), ("u", "v", "w"), ("p", "q", "r"), ("f", "g", "h"))
THINGS = ("a block of dough", "a salt crystal", "a block of ice in a cold sea", "a cardboard box on a screen")
FACE = {
    "product-of-derivatives": (
        "You multiplied the two speeds. While one side grows, the other is there in its full length: that "
        "makes a strip. There are two strips, so add them."
    ),
    "first-factor-only": (
        "That is the strip one growing side adds. The other side grows as well: add its strip too."
    ),
    "sum-of-derivatives": (
        "You added the two speeds. A growing side adds more area the longer the *other* side is."
    ),
}
VOLUME = {
    "product-of-derivatives": (
        "You multiplied the three speeds. While one side grows, the other two are there in full: that makes "
        "a slab. There are three slabs, so add them."
    ),
    "third-factor-still": (
        "The face grows, and you took it along the third side, as you should. The third side grows as well: "
        "give it its turn."
    ),
    "outer-factor-dropped": (
        "The last term is right. The others are about an area, not a volume: how fast the face grows must "
        "be multiplied by the third side."
    ),
    "two-at-a-time": (
        "In each of your terms two sides grow at once. Let one grow while the other two hold still."
    ),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return three names for the sides, and which two of them make the face to start from."""
    a, b, c = SIDES[rng.integers(len(SIDES))]
    p, q, r = ((a, b, c), (b, c, a), (a, c, b))[rng.integers(3)]
    names = (a, b, c, f"d{a}", f"d{b}", f"d{c}")
    face = f"d{p} {q} + {p} d{q}"
    volume = f"d{a} {b} {c} + {a} d{b} {c} + {a} {b} d{c}"
    wrong_face = {
        "product-of-derivatives": f"d{p} d{q}",
        "first-factor-only": f"d{p} {q}",
        "sum-of-derivatives": f"d{p} + d{q}",
    }
    wrong_volume = {
        "product-of-derivatives": f"d{a} d{b} d{c}",
        "third-factor-still": f"(d{p} {q} + {p} d{q}) {r}",
        "outer-factor-dropped": f"d{p} {q} + {p} d{q} + {p} {q} d{r}",
        "two-at-a-time": f"d{a} d{b} {c} + d{a} {b} d{c} + {a} d{b} d{c}",
    }
    values = {"thing": str(rng.choice(THINGS)), "a": a, "b": b, "c": c, "p": p, "q": q, "r": r}
    speeds = {"da": f"d{a}", "db": f"d{b}", "dc": f"d{c}", "dp": f"d{p}", "dq": f"d{q}", "dr": f"d{r}"}
    parts = (
        _part("face", face, names, wrong_face, FACE),
        _part("volume", volume, names, wrong_volume, VOLUME),
    )
    return Draw({**values, **speeds}, parts)


def _part(
    name: str, right: str, names: tuple[str, ...], wrong: dict[str, str], sentences: dict[str, str]
) -> Part:
    noticed = tuple(Misconception(code, sentences[code], answer) for code, answer in wrong.items())
    return expression_part(
        name,
        parse(right, names),
        label=f"How fast the {name} grows:",
        variables=names,
        misconceptions=noticed,
        weight=2 if name == "volume" else 1,
    )
