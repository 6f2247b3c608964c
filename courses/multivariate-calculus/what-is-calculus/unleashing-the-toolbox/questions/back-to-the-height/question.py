"""A height from its speed: backwards term by term, and a constant that one known height fixes."""

import numpy as np

from upslope.maths import derivative, evaluate, parse, tidy
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part, number_part
from upslope.questions.misconceptions import antiderivative

WHO = ("A balloon", "A kite", "A crane’s hook", "A drone", "A toy rocket", "A glider", "A swift", "A lark")
NO_CONSTANT = (
    "Its slope is the given speed, so all but one thing is right. A number added would not change the slope: "
    "choose it so that the known height comes out."
)
HEIGHT_AS_CONSTANT = (
    "You added the known height as it stands. That would be right if the rest were 0 at that minute. Put the "
    "minute in, and see what is missing."
)
NOT_DIVIDED = (
    "The exponents have grown by one, as they should. Differentiate your answer: old exponents come down to "
    "the front. To undo that, divide by the new exponent."
)
SPEED = "That is the speed at that minute. The question is how high it has come: put the minute into $h$."
START = "That is how far it has climbed since minute 0. Do not forget the constant."


def generate(rng: np.random.Generator) -> Draw:
    """Return h' = 3a t² + 2b t + c, and the height at minute 1 or 2."""
    a, b, c = int(rng.integers(1, 4)), int(rng.integers(1, 5)), int(rng.integers(2, 8))
    start = int(rng.integers(1, 3))
    later = start + int(rng.integers(1, 3))
    bare = tidy(parse(f"{a}t^3 + {b}t^2 + {c}t", ("t",)))
    bare_at_start = int(evaluate(bare, {"t": start}))
    constant = int(rng.integers(2, 10))
    height, right = bare_at_start + constant, bare + constant
    speed = derivative(bare, "t")
    answer = int(evaluate(right, {"t": later}))
    flat = f"{3 * a}t^3 + {2 * b}t^2 + {c}t + {height - (3 * a * start**3 + 2 * b * start**2 + c * start)}"
    parts = (
        expression_part(
            "height",
            right,
            label="$h(t) =$",
            variables=("t",),
            misconceptions=(
                Misconception("constant-forgotten", NO_CONSTANT, str(bare)),
                Misconception("known-height-as-constant", HEIGHT_AS_CONSTANT, str(bare + height)),
                antiderivative.differentiated_instead(speed, "t"),
                Misconception("not-divided-by-the-exponent", NOT_DIVIDED, flat),
            ),
            weight=2,
        ),
        number_part(
            "later",
            answer,
            label=f"Height at minute {later}, in metres:",
            misconceptions=(
                Misconception("speed-for-height", SPEED, str(int(evaluate(speed, {"t": later})))),
                Misconception("constant-forgotten", START, str(answer - constant)),
            ),
            follow_through=FollowThrough("height", at={"t": later}),
        ),
    )
    told = {"who": str(rng.choice(WHO)), "speed": speed, "start": start, "height": height, "later": later}
    found = {
        "bare": bare,
        "bare_at_start": bare_at_start,
        "constant": constant,
        "right": right,
        "answer": answer,
    }
    return Draw({**told, **found}, tuple(distinct(part) for part in parts))
