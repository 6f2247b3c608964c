"""A kind of rule is chosen for a few readings, and a bet is made on a later one."""

import numpy as np

from upslope.questions import Dot, Draw, Misconception, Plot, choice_part, distinct, number_part

Slips = tuple[tuple[str, str, int], ...]
LINE = "On a straight line every unit of time adds the same, for ever. Could the thing go on like that?"
LEVEL = "A curve that levels off changes most at first. Do the readings turn round, or go on evenly?"
BELL = "A bell is low, rises once, and is low again on the other side. Is there one hump here, and only one?"
WAVE = "A wave returns to where it was, again and again. What in this story would bring it back?"
# what kind of rule there is, and what is said to whom it pleases too early
RULES = {
    "line": ("a straight line, $a + b\\,t$", "line-for-everything", LINE),
    "level": ("a curve that levels off, $a + b\\,e^{-t/c}$", "levels-off-by-habit", LEVEL),
    "bell": ("a bell, $a\\,e^{-(t - b)^2/c}$", "bell-by-habit", BELL),
    "wave": ("a wave, $a + b\\cos(t/c)$", "wave-by-habit", WAVE),
}
WARM = ("A pot of jam cools in a kitchen", "A hot stone lies in a room", "A dish stands in a room")
RUSHES = (
    "A joke goes round an office. The readings say how many people hear it in each hour.",
    "The Earth crosses a comet’s trail. The readings say how many shooting stars are seen in each hour.",
    "Swallows pass a hill on their way south. The readings say how many thousand pass each day.",
)
TIDE = "The depth of the water at a harbour wall is read every hour, in metres."
WHEEL = "A big wheel turns and turns. The height of a cabin is read every minute, in metres."
START = "That is what is added in all that time. What was there at $t = 0$?"
STAYS = "That is the last reading. Nothing in the story stops there: it goes on growing."
COLD = "Nothing in a warm room cools to zero. What stops it, and at which temperature?"
HOT = "That is where it began. Long before then it has given its warmth away."
TOP = "That is the top, where the most happens. By then it has ebbed away, as it came."
GONE = "It ebbs, but not so fast: it goes as it came. Look for the moment as far *before* the top."
HALF = "You are half a turn out. Count the time from top to top and see what is left over."
MIDDLE = "That is the middle of the wave. Is it on its way at that moment, or turning?"


def generate(rng: np.random.Generator) -> Draw:
    """Return the readings of one kind, a choice among four rules, and a later moment."""
    return (steady, cooling, bell, wave)[int(rng.integers(4))](rng)


def steady(rng: np.random.Generator) -> Draw:
    start, rate = (int(n) for n in rng.choice(np.arange(2, 10), 2, replace=False))
    far, tin = int(rng.integers(10, 16)), bool(rng.integers(2))
    last = start + 5 * rate
    scene = "The same sum goes into a tin every week." if tin else "A snail crosses a terrace without a rest."
    look = "By how much does each reading exceed the one before? That goes on."
    reason = f"Each reading is {rate} more than the one before: a straight line. It starts at {start}."
    alt = f"Six dots on a straight line that climbs from (0, {start}) to (5, {last})."
    picture = _picture(alt, range(6), start + rate * np.arange(6), (0, 5))
    told = (scene, f"in {'week' if tin else 'minute'} {far}", look, reason)
    slips = (("start-forgotten", START, rate * far), ("stays-as-it-is", STAYS, last))
    return _told(rng, "line", told, start + rate * far, picture, slips)


def cooling(rng: np.random.Generator) -> Draw:
    room, start, pace = rng.integers((15, 70, 4), (25, 95, 8)).tolist()
    far, t = 100 * int(rng.integers(2, 5)), np.arange(0, 13, 2)
    where = WARM[int(rng.integers(len(WARM)))]
    scene = f"{where} of {room} degrees. Its temperature is read every two minutes."
    look = "What is the temperature of everything else in that room, hours later?"
    reason = f"It cools ever more slowly, towards the {room} degrees of the room: a curve that levels off."
    alt = f"Seven dots that begin near {start}, fall fast at first and then ever less."
    picture = _picture(alt, t, (room + (start - room) * np.exp(-t / pace)).round(1), ())
    slips = (("cools-to-nothing", COLD, 0), ("stays-hot", HOT, start))
    return _told(rng, "level", (scene, f"at minute {far}", look, reason), room, picture, slips)


def bell(rng: np.random.Generator) -> Draw:
    middle, tens, wide, apart = rng.integers((6, 4, 6, 3), (10, 10, 13, 5)).tolist()
    top, early, late = 10 * tens, middle - apart, middle + apart
    t = np.arange(middle + 2)
    y = (top * np.exp(-((t - middle) ** 2) / wide)).round()
    scene = f"{RUSHES[int(rng.integers(len(RUSHES)))]} After the top it ebbs away just as it came."
    look = "The right half mirrors the left. How far from the top is A, and where is its mirror image?"
    reason = f"One hump: a bell with its top at $t = {middle}$. A and the moment are {apart} away from it."
    alt = f"Dots rise to {top} at B, where t is {middle}; one more is lower. A is ({early}, {y[early]:g})."
    slips = (("stays-at-the-top", TOP, top), ("already-nothing", GONE, 0))
    picture = _picture(alt, t, y, (early, middle), "AB")
    return _told(rng, "bell", (scene, f"at $t = {late}$", look, reason), int(y[early]), picture, slips)


def wave(rng: np.random.Generator) -> Draw:
    low, swing, half, turns = rng.integers((1, 2, 3, 3), (4, 5, 7, 6)).tolist()
    is_high, is_tide = (bool(n) for n in rng.integers(2, size=2))
    high, far = low + 2 * swing, half * (2 * turns + (not is_high))
    unit, scene = ("hour", TIDE) if is_tide else ("minute", WHEEL)
    look = "How long is it from top to top? Take that away from the moment as often as you can."
    left = "none" if is_high else half
    reason = f"A wave, with {2 * half} from top to top. Take full turns away from {far}, and {left} is left."
    alt = f"Dots fall from (0, {high}) to ({half}, {low}), rise to ({2 * half}, {high}), and begin to fall."
    t = np.arange(2 * half + 3)
    y = (low + swing * (1 + np.cos(np.pi * t / half))).round(2)
    slips = (("half-a-turn-out", HALF, low if is_high else high), ("wave-at-its-middle", MIDDLE, low + swing))
    told = (scene, f"at {unit} {far}", look, reason)
    value, picture = high if is_high else low, _picture(alt, t, y, (0, half, 2 * half))
    return _told(rng, "wave", told, value, picture, slips)


def _told(
    rng: np.random.Generator, rule: str, told: tuple[str, ...], value: int, picture: Plot, slips: Slips
) -> Draw:
    """Return the question on readings of which everything is known."""
    values = dict(zip(("scene", "when", "look", "reason"), told, strict=True))
    options = [{"id": str(one), "text": RULES[str(one)][0]} for one in rng.permutation(list(RULES))]
    habits = tuple(Misconception(code, why, one) for one, (_, code, why) in RULES.items() if one != rule)
    kind = choice_part("rule", options, rule, label="The kind of rule:", misconceptions=habits)
    label, decimals = f"What you expect {values['when']}:", 0 if rule == "level" else None
    wrong = tuple(Misconception(code, why, str(number)) for code, why, number in slips)
    later = number_part("later", value, label=label, decimals=decimals, misconceptions=wrong)
    return Draw({**values, "value": value, "picture": picture}, (kind, distinct(later)))


def _picture(alt: str, t: np.ndarray | range, y: np.ndarray, named: tuple[int, ...], names: str = "") -> Plot:
    """Return a plot of the readings, some of them with their place written beside them."""
    words = {k: f"{name} ({k}, {y[k]:g})".strip() for k, name in zip(named, names or " " * 3, strict=False)}
    dots = tuple(Dot((int(x), float(h)), "y", words.get(int(x), "")) for x, h in zip(t, y, strict=True))
    right, top = int(t[-1]), float(max(y))
    return Plot((-0.06 * right, 1.5 * right, -0.12 * top, 1.25 * top), alt, dots=dots, axes=("t", ""))
