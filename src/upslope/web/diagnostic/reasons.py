"""Why the advice is what it is, and how an answer went, in words."""

from collections.abc import Sequence

from upslope.web.diagnostic.advice import Advice
from upslope.web.diagnostic.models import DiagnosticStep
from upslope.web.practice.remarks import RIGHT

UNKNOWN = DiagnosticStep.Outcome.UNKNOWN


def reason(advice: Advice, steps: Sequence[DiagnosticStep]) -> str:
    """Return one sentence or two on why to start there."""
    if not steps:
        return "You answered no question, so this goes by what you told me alone. It is a guess, and no more."
    if not advice.path.new:
        return "Nothing that I asked, and nothing that I can conclude from it, looks new to you."
    skill = advice.path.new[0].skill
    task = skill.title[:1].lower() + skill.title[1:]
    if advice.start is None:
        return f"Next would come how to {task}, and the lesson on that is still being written."
    about = [step for step in steps if skill.id in step.takes and not _is_right(step)]
    if not about:
        return f"The first thing on the way that your answers do not show is how to {task}."
    if about[-1].outcome == UNKNOWN:
        return f"You said that you do not know yet how to {task}. That is where it begins to be new."
    return f"You were asked to {task}, and it did not come out yet. What comes before looks firm enough."


def outcome_words(step: DiagnosticStep) -> str:
    """Return how the answer went."""
    if step.outcome == UNKNOWN:
        return "not known yet"
    if _is_right(step):
        return "right"
    return "partly right" if step.score else "not right"


def _is_right(step: DiagnosticStep) -> bool:
    return step.score is not None and step.score >= RIGHT
