"""Average speed between two moments, neither of which is the start."""

import numpy as np

from upslope.questions import Draw, Misconception, number_part
from upslope.questions.misconceptions import slope

# who, unit of the way, unit of the clock, one of it
WALKERS = (
    ("A cyclist", "kilometres", "hours", "hour"),
    ("A walker with a dog", "kilometres", "hours", "hour"),
    ("A snail", "centimetres", "minutes", "minute"),
    ("A tram", "metres", "seconds", "second"),
    ("A barge on a canal", "kilometres", "hours", "hour"),
)
FROM_THE_START = (
    "You divided the number on the second stone by the time on the clock. That is the "
    "average since the very "
    "start. The question is about the stretch between the two stones."
)


def generate(rng: np.random.Generator) -> Draw:
    """Return two stones and two times, with another average since the start."""
    who, unit, clock, one = WALKERS[int(rng.integers(len(WALKERS)))]
    speed, time, start = int(rng.integers(3, 10)), int(rng.integers(2, 5)), int(rng.integers(2, 6))
    first = int(rng.choice([n for n in range(2, 20) if n != speed * start]))
    way, end = speed * time, start + time
    second = first + way
    part = number_part(
        "speed",
        speed,
        label=f"On average, in {unit} per {one}:",
        misconceptions=(
            Misconception("averaged-since-the-start", FROM_THE_START, f"{second}/{end}"),
            slope.rise_only(way),
            slope.run_over_rise(way, time),
        ),
    )
    values = {"who": who, "unit": unit, "clock": clock, "one": one, "first": first, "second": second}
    more = {"start": start, "end": end, "way": way, "time": time, "speed": speed}
    return Draw({**values, **more}, (part,))
