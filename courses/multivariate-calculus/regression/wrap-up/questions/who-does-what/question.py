"""Four jobs and the tools of the course: each job to the tool that was made for it."""

import numpy as np

from upslope.questions import Draw, Misconception, distinct, matching_part

JOBS = {
    "backpropagation": (
        "A network has a million weights and one error. You want all slopes, for the price of about two runs."
    ),
    "hessian": "All slopes are zero here. Is it a bowl, a dome or a saddle?",
    "lagrange": "A tin must hold half a litre, and use as little metal as it can.",
    "taylor": "A chip can add and multiply, nothing else. It needs a sine, close to 0.",
    "differences": "A machine in a shed has no formula. You can turn a dial and read a gauge.",
    "normal": "A straight line through twenty points, the best one, without any walking.",
    "newton": "One equation in one unknown, a good guess, and twelve digits wanted.",
    "marquardt": "Three dials of a curve that bends, fitted to points, from a guess read off a plot.",
}
TOOLS = {
    "backpropagation": "back\u00adpropagation",  # a soft hyphen: its box is narrow
    "hessian": "the Hessian",
    "lagrange": "a Lagrange multiplier",
    "taylor": "a Taylor polynomial",
    "differences": "finite differences",
    "normal": "the normal equations",
    "newton": "Newton–Raphson",
    "marquardt": "Levenberg–Marquardt",
}
ONE_AT_A_TIME = (
    "It would work, one dial after another: a run of the whole machine for each of a million dials. There is "
    "a way that gets them all in one walk backwards."
)
STRAIGHT = (
    "The normal equations are linear because a line is linear in its dials. A curve that bends in its dials "
    "has no such short cut; it takes steps."
)
NO_FORMULA = "That tool differentiates a formula. In the shed there is none: you can only try and read."
SLOPES_AGAIN = (
    "The slopes are known already, and they are all zero. What tells a bowl from a saddle is the bend."
)

NO_WALK = "It would get there, by steps. For a straight line two equations give the best one at once."
FENCE = "Half a litre is fixed. That tool goes wherever the slope is zero, and does not know of the fence."
STAND_IN = "A polynomial stands in for the curve. Here one place on it is wanted, to twelve digits."
VALUE = "Differences give slopes. The chip needs the values of a sine, from sums and products alone."

WHY = {
    "backpropagation": "A million slopes of one error. Which tool gets them all in one walk backwards?",
    "hessian": "The slopes are zero and tell nothing more. Which tool looks at the bend?",
    "lagrange": "Half a litre is fixed. Which tool keeps to a fence?",
    "taylor": "The chip has sums and products only. Which tool makes something like a sine of them?",
    "differences": "There is no formula to work with here. All you can do is turn, read and compare.",
    "normal": "A line is straight in its dials. Which tool needs no steps for it?",
    "newton": "One unknown, one equation and a good guess. Which tool follows a tangent to zero?",
    "marquardt": "The curve bends in its dials, so it takes steps. Which tool takes them for a fit?",
}


def generate(rng: np.random.Generator) -> Draw:
    """Return four of the eight jobs, with their tools and one that nobody needs."""
    names = [str(name) for name in rng.choice(list(JOBS), 5, replace=False)]
    asked, shown = names[:4], [str(name) for name in rng.permutation(names)]
    confusions = (
        ("slope-by-slope", ONE_AT_A_TIME, "backpropagation", "differences"),
        ("curve-taken-for-a-line", STRAIGHT, "marquardt", "normal"),
        ("formula-in-the-shed", NO_FORMULA, "differences", "newton"),
        ("slopes-for-bend", SLOPES_AGAIN, "hessian", "backpropagation"),
        ("steps-for-a-line", NO_WALK, "normal", "marquardt"),
        ("fence-overlooked", FENCE, "lagrange", "newton"),
        ("stand-in-for-a-root", STAND_IN, "newton", "taylor"),
        ("slope-for-a-value", VALUE, "taylor", "differences"),
    )
    part = matching_part(
        "tools",
        [{"id": name, "text": JOBS[name]} for name in asked],
        [{"id": name, "text": TOOLS[name]} for name in shown],
        {name: name for name in asked},
        words=("job", "tool"),
        misconceptions=[
            Misconception(code, sentence, f"{job}: {tool}")
            for code, sentence, job, tool in confusions
            if job in asked and tool in shown
        ]
        + [Misconception(f"wrong-tool-for-{job}", WHY[job], f"{job}: {names[4]}") for job in asked],
    )
    right = "\n".join(f"- *{JOBS[name]}* {TOOLS[name][0].upper()}{TOOLS[name][1:]}." for name in asked)
    return Draw({"right": right, "spare": TOOLS[names[4]]}, (distinct(part),))
