"""How a search by tangents may end, in a learner's words, and what to say to who expected another end."""

from collections.abc import Mapping
from types import MappingProxyType

from upslope.questions.variant import Misconception

FATES: Mapping[str, str] = MappingProxyType(
    {
        "target": "It settles at $T$.",
        "other": "It settles, but at another root than $T$.",
        "cycle": "It goes round and round between the same two points.",
        "away": "It runs away, and never comes back.",
        "stuck": "It stops: from one of its points no tangent leads on.",
        "never": "It jumps about for ever, and never settles.",
    }
)
"""How a search ends, as a learner reads it; T is the root that was hoped for."""

LANDED_AT_START = (
    "start-for-landing",
    "That is where the search begins. Go from there straight to the curve, and then along its tangent until "
    "it meets the axis.",
)
LANDED_ASIDE = (
    "tangent-the-wrong-way",
    "The distance is right, and the side is not. Lay a ruler along the curve: which end of it comes to the "
    "axis?",
)
LANDED_BY_THE_CURVE = (
    "curve-for-tangent",
    "You followed the curve to the axis. The tangent is straight: it leaves the curve, and meets the axis "
    "somewhere else.",
)


def fate_mistaken(said: str, truth: str) -> Misconception:
    """Return the misconception of who chose the fate ``said`` for a search that ends as ``truth``."""
    code, sentence = _MISTAKEN.get((said, truth), _MISTAKEN[said, ""])
    return Misconception(code, sentence, said)


_MISTAKEN: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType(
    {
        ("target", ""): (
            "any-start-works",
            "That a root is there does not mean that the tangents find it. Follow two or three of them, "
            "and look whether you come closer.",
        ),
        ("target", "other"): (
            "nearest-root-wins",
            "Being near does not help a root. Follow the first tangent down to the axis: which root "
            "lies ahead of you from there?",
        ),
        ("target", "cycle"): (
            "cycle-overlooked",
            "Work out two steps, exactly. Then compare where you are with where you began.",
        ),
        ("target", "away"): (
            "every-walk-comes-home",
            "Compare how far from the root you are before a step and after it. If each step makes it "
            "more, you will not arrive.",
        ),
        ("target", "stuck"): (
            "dead-end-overlooked",
            "Look at each point before you go on: is there a height, and a slope that is not 0? Without "
            "both there is no next point.",
        ),
        ("other", ""): (
            "landing-taken-for-the-end",
            "Where the first tangent lands is not the end. Go on from there, and look which way the "
            "next ones lead.",
        ),
        ("other", "never"): (
            "root-where-there-is-none",
            "To settle, a search needs a place where the curve meets the axis. Look whether there is one.",
        ),
        ("other", "stuck"): (
            "dead-end-taken-for-a-root",
            "A search settles only where each point leads on to the next. Look at the slope at the start, "
            "and at the place where you land.",
        ),
        ("cycle", ""): (
            "two-sides-are-no-cycle",
            "A cycle comes back to the very same points. Work out the second landing, and compare it "
            "with the start.",
        ),
        ("away", ""): (
            "one-leap-is-not-away",
            "One long leap is not yet a flight. Look at the tangent at the place where you land: does "
            "it lead back or further out?",
        ),
        ("away", "stuck"): (
            "dead-end-taken-for-flight",
            "A flight needs tangents that lead somewhere. Look at the height and the slope at the start, and "
            "at the place where you land.",
        ),
        ("away", "cycle"): (
            "cycle-taken-for-flight",
            "Running away means that the points get further and further out. Work out the second "
            "landing: how far is it from where you began?",
        ),
        ("stuck", ""): (
            "steep-enough-to-go-on",
            "A tangent leads on as long as it has some slope, and the curve has a height. Look at the "
            "start, and at the place where you land.",
        ),
        ("never", ""): (
            "order-taken-for-chaos",
            "Follow two or three tangents. There is more order in their landings than you think: do "
            "they come closer to something?",
        ),
    }
)
