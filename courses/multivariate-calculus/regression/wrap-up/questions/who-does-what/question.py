"""Four jobs and the tools of the course: each job to the tool that was made for it."""

import numpy as np

from upslope.questions import Draw, Misconception, matching_part

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
    "backpropagation": "backpropagation",
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


def generate(rng: np.random.Generator) -> Draw:
    """Return four of the eight jobs, with their tools and one that nobody needs."""
    names = [str(name) for name in rng.choice(list(JOBS), 5, replace=False)]
    asked, shown = names[:4], [str(name) for name in rng.permutation(names)]
    confusions = (
        ("slope-by-slope", ONE_AT_A_TIME, "backpropagation", "differences"),
        ("curve-taken-for-a-line", STRAIGHT, "marquardt", "normal"),
        ("formula-in-the-shed", NO_FORMULA, "differences", "newton"),
        ("slopes-for-bend", SLOPES_AGAIN, "hessian", "backpropagation"),
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
        ],
    )
    right = "; ".join(f"{JOBS[name].rstrip('.?')}: {TOOLS[name]}" for name in asked)
    return Draw({"right": right}, (part,))
