"""The speed of a braking car: a number with a unit, to three significant figures."""

import numpy as np

from upslope.maths import differentiate, evaluate, parse
from upslope.questions import Draw, Misconception, number_part


def generate(rng: np.random.Generator) -> Draw:
    """Return x(t) = v t - h t^2 with decimals, at a time when the car still moves."""
    start = int(rng.integers(205, 300)) / 10
    half = int(rng.integers(11, 25)) / 10
    t = int(rng.choice([12, 14, 16, 18, 22, 24])) / 10
    position = parse(f"{start}t - {half}t^2", ("t",))
    worked = differentiate(position, "t")
    speed = round(evaluate(worked.result, {"t": t}), 6)
    gone = evaluate(position, {"t": t})
    mistakes = (
        Misconception(
            "average-speed",
            "You divided the way by the time. That is the average since the start; a braking car is slower "
            "now than on average.",
            f"{gone / t:.6f}",
        ),
        Misconception(
            "braking-added",
            "You let the car gain speed. The term with $t^2$ is taken away, so its slope is taken away too.",
            f"{start + 2 * half * t:.6f}",
        ),
        Misconception(
            "speed-lost",
            "This is the speed that the brakes have taken away. How much of the first speed is left?",
            f"{2 * half * t:.6f}",
        ),
        Misconception(
            "position",
            "This is how far the car has gone. How fast it goes is the slope of that.",
            f"{gone:.6f} m",
        ),
    )
    part = number_part("speed", speed, label="Its speed is", figures=3, unit="m/s", misconceptions=mistakes)
    shown = {"t": t, "start": start, "half": half, "exact": speed, "rounded": f"{speed:#.3g}"}
    return Draw({**shown, "speed": worked.result, "worked": worked}, (part,))
