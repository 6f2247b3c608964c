"""``{% due_note %}`` and ``{% mastery %}``: what other pages show of a learner's memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import template

from upslope.course import Skill
from upslope.web.course_access import current_course, current_skills
from upslope.web.review.next_best import suggestions_for
from upslope.web.review.skill_states import SkillState, begun_skills, due_skills

register = template.Library()


@dataclass(frozen=True)
class SkillRow:
    """A skill, and those it stands on that are not secure themselves."""

    state: SkillState
    shaky_needs: tuple[Skill, ...]


@dataclass(frozen=True)
class SkillGroup:
    """The begun skills of one module."""

    title: str
    rows: tuple[SkillRow, ...]


@register.inclusion_tag("review/due_note.html", takes_context=True)
def due_note(context: template.Context) -> dict[str, Any]:
    """How many skills are due, as a link; nothing where none is."""
    return {"due": len(due_skills(begun_skills(context["request"].user)))}


@register.inclusion_tag("review/next_best.html", takes_context=True)
def next_best(context: template.Context) -> dict[str, Any]:
    """What would be best to do next, with its reason, and two other things."""
    user = context["request"].user
    due = len(due_skills(begun_skills(user)))
    return {"suggestions": suggestions_for(user, context["map"], due)}


@register.inclusion_tag("review/mastery.html", takes_context=True)
def mastery(context: template.Context) -> dict[str, Any]:
    """Every begun skill by module: how it stands, and a button to practise it."""
    begun = begun_skills(context["request"].user)
    return {
        "groups": _groups(begun),
        "due": len(due_skills(begun)),
        "csrf_token": context.get("csrf_token"),
    }


def _groups(begun: Sequence[SkillState]) -> list[SkillGroup]:
    secure = {state.skill.id for state in begun if state.state == "secure"}
    shaky = {skill.id: skill for skill in current_skills() if skill.id not in secure}
    rows = {
        module.title: tuple(
            SkillRow(state, tuple(shaky[need] for need in state.skill.needs if need in shaky))
            for state in begun
            if state.module == module.id
        )
        for module in current_course().modules
    }
    return [SkillGroup(title, found) for title, found in rows.items() if found]
