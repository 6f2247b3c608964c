"""The survey: what is asked about a learner's background, and what it makes likely. All may be left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from upslope.course.starting_point import Aim
from upslope.web.accounts.models import User
from upslope.web.diagnostic.models import Background

LEVELS = (("new", "new to me"), ("faded", "I met it once"), ("fluent", "at ease with it"))
# How likely a landmark is known to somebody who knows all it needs, by what they say; "" is no answer. The
# three numbers are for those who know less than they say, as much, and more.
BY_LEVEL = {
    "new": (0.03, 0.15, 0.5),
    "faded": (0.25, 0.6, 0.9),
    "fluent": (0.6, 0.88, 0.98),
    "": (0.15, 0.55, 0.93),
}
CHANCES: Mapping[str, Mapping[str, tuple[float, ...]]] = {
    "school": {
        "now": (0.8, 0.92, 0.98),
        "years": (0.6, 0.85, 0.97),
        "ages": (0.35, 0.75, 0.95),
        "": (0.3, 0.6, 0.95),
    },
    "derivatives": BY_LEVEL,
    "matrices": BY_LEVEL,
    "gradients": BY_LEVEL,
}


@dataclass(frozen=True)
class SurveyQuestion:
    """A question and what can be chosen, each with its words."""

    id: str
    words: str
    options: tuple[tuple[str, str], ...]
    chosen: str = ""

    @property
    def chosen_words(self) -> str:
        return dict(self.options).get(self.chosen, "")


SCHOOL = SurveyQuestion(
    "school",
    "When did you last do maths with a pencil?",
    (("now", "these days"), ("years", "a few years ago"), ("ages", "in another life")),
)
TOPICS = (
    SurveyQuestion("derivatives", "Derivatives", LEVELS),
    SurveyQuestion("matrices", "Vectors and matrices", LEVELS),
    SurveyQuestion("gradients", "Gradients and partial derivatives", LEVELS),
    SurveyQuestion("python", "Writing a little Python", LEVELS),
)
PACE = SurveyQuestion(
    "pace",
    "How much time do you have in a week?",
    (("60", "one hour"), ("120", "two hours"), ("240", "four hours"), ("420", "an hour a day")),
)


def survey(aims: Sequence[Aim], answers: Mapping[str, str]) -> list[SurveyQuestion]:
    """Return the questions in their order, each with what was chosen."""
    aim = SurveyQuestion("aim", "What would you like most?", tuple((aim.id, aim.words) for aim in aims))
    asked = (SCHOOL, *TOPICS, *([aim] if aims else []), PACE)
    return [
        SurveyQuestion(one.id, one.words, one.options, _known(one, answers.get(one.id, ""))) for one in asked
    ]


def read_survey(aims: Sequence[Aim], form: QueryDict) -> dict[str, str]:
    """Return what a form chose. What is not an option was not sent by our page, and is left out."""
    sent = {name: form.get(name, "") for name in form}
    return {one.id: one.chosen for one in survey(aims, sent) if one.chosen}


def chances_of(background: str, answers: Mapping[str, str]) -> tuple[float, ...]:
    """Return how likely a landmark is known that depends on this background, for each kind of learner."""
    chances = CHANCES[background]
    return chances.get(answers.get(background, ""), chances[""])


def answers_of(user: User) -> dict[str, str]:
    """Return what the learner answered; nothing where they never did."""
    found = Background.objects.filter(user=user).first()
    return found.answers if found else {}


def keep_answers(user: User, answers: Mapping[str, str]) -> None:
    """Keep the answers in the place of earlier ones."""
    Background.objects.update_or_create(user=user, defaults={"answers": dict(answers)})


def _known(one: SurveyQuestion, chosen: str) -> str:
    return chosen if chosen in dict(one.options) else ""
