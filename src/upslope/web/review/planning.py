"""The order in which skills are asked: needs before what stands on them, modules mixed."""

from collections.abc import Sequence

from upslope.web.review.skill_states import SkillState

MOST_QUESTIONS = 10  # about ten minutes


def planned(states: Sequence[SkillState]) -> list[str]:
    """Return the ids of the first skills, put in an order to ask them in.

    Mixing topics is harder than going through them one by one, and what is learnt so lasts longer (Rohrer,
    Educational Psychology Review 24, 2012). A skill still waits for those it stands on: practised first, they
    are at hand.
    """
    left = list(states[:MOST_QUESTIONS])
    plan: list[SkillState] = []
    while left:
        plan.append(_next(left, plan))
        left.remove(plan[-1])
    return [state.skill.id for state in plan]


def _next(left: Sequence[SkillState], plan: Sequence[SkillState]) -> SkillState:
    """Return one that waits for none of the others, if possible from the module asked longest ago."""
    waiting = {state.skill.id for state in left}
    free = [state for state in left if waiting.isdisjoint(state.skill.needs)]
    asked = {state.module: place for place, state in enumerate(plan)}
    return min(free or left, key=lambda state: asked.get(state.module, -1))
