"""The height of a curve and its slope are two different readings."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

WHO = (
    "a cyclist, a sledge, a tram, a skater, a swan, a ferry, a marble, a horse, a lift, a bus, a kite, a dog"
)
TEXTS = {"above": "above zero", "zero": "zero", "below": "below zero"}
HEIGHT = "That goes by how high or low the speed is. Ask instead which way it is *changing* at that moment."
TOO_FAR = (
    "That is how the story goes on. The slope belongs to one moment: does the curve climb or fall *there*?"
)
STEADY = "A slope of zero means the speed is holding still at that moment. Read the scene again: is it?"

# situation: scene, right option, reason, then what each wrong option shows
SITUATIONS = {
    "top": (
        "Look at the moment of greatest speed: it has stopped growing, and has not begun to fall.",
        "zero",
        "At the top of a smooth curve the tangent is level, so the slope is zero.",
        {"above": ("height-for-slope", HEIGHT), "below": ("looked-ahead", TOO_FAR)},
    ),
    "slow": (
        "Look at a moment when it is still slow, and gathering speed.",
        "above",
        "The speed is growing, so the curve climbs, and the slope is above zero.",
        {"below": ("height-for-slope", HEIGHT), "zero": ("slope-of-a-steady-speed", STEADY)},
    ),
    "fast": (
        "Look at a moment when it is still very fast, and losing speed.",
        "below",
        "The speed is shrinking, so the curve falls, and the slope is below zero.",
        {"above": ("height-for-slope", HEIGHT), "zero": ("slope-of-a-steady-speed", STEADY)},
    ),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return a scene whose speed is high or low, and growing, level or falling."""
    scene, right, reason, wrong = SITUATIONS[str(rng.choice(list(SITUATIONS)))]
    options = [{"id": name, "text": TEXTS[name]} for name in ("above", "zero", "below")]
    rng.shuffle(options)
    mistakes = tuple(Misconception(code, text, option) for option, (code, text) in wrong.items())
    part = choice_part("slope", options, right, label="The slope is", misconceptions=mistakes)
    return Draw({"who": str(rng.choice(WHO.split(", "))), "scene": scene, "reason": reason}, (part,))
