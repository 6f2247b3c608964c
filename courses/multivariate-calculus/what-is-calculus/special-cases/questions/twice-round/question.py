"""A wave differentiated twice: speed, then acceleration, which follows from the learner's own speed."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, FollowThrough, Misconception, distinct, expression_part
from upslope.questions.misconceptions import trigonometry

SCENES = (
    ("A duck bobs on a pond.", "above the still water"),
    ("A child sways on a swing.", "in front of the frame"),
    ("A weight dances on a spring.", "above the middle"),
    ("A reed leans in the wind.", "to the right"),
)
UNCHANGED = (
    "That is the wave itself. A wave is level at its tops and steepest where it crosses zero, so its "
    "slope is the *other* wave."
)
POSITION = (
    "After one derivative you have the other wave, after two the same wave again, but not quite: a half turn "
    "has turned its sign."
)
FIRST_AGAIN = "That is the speed. The acceleration is the slope of the speed: differentiate once more."


def generate(rng: np.random.Generator) -> Draw:
    """Return a sin t, a cos t or minus one of them, with a from 2 to 9."""
    a, wave, sign = int(rng.integers(2, 10)), str(rng.choice(["sin", "cos"])), str(rng.choice(["", "-"]))
    scene, where = SCENES[rng.integers(len(SCENES))]
    f = parse(f"{sign}{a} {wave}(t)", ("t",))
    once = differentiate(f, "t")
    twice = differentiate(once.result, "t")
    turned = trigonometry.sign_turned(f, "t")
    speed = expression_part(
        "speed",
        once.result,
        label="$s'(t) =$",
        variables=("t",),
        misconceptions=(turned, Misconception("wave-unchanged", UNCHANGED, str(f))),
    )
    acceleration = expression_part(
        "acceleration",
        twice.result,
        label="$s''(t) =$",
        variables=("t",),
        misconceptions=(
            Misconception("half-turn-forgotten", POSITION, str(f)),
            Misconception("first-derivative-again", FIRST_AGAIN, str(once.result)),
        ),
        follow_through=FollowThrough("speed", differentiate="t"),
    )
    values = {"scene": scene, "where": where, "f": f, "once": once, "twice": twice}
    return Draw(values, (distinct(speed), distinct(acceleration)))
