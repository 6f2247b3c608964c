"""Questions: what an author writes, what a learner answers, and what makes an answer right."""

from upslope.questions import misconceptions
from upslope.questions.answer_types.choice import choice_part
from upslope.questions.answer_types.choices import choices_part
from upslope.questions.answer_types.expression import expression_part
from upslope.questions.answer_types.number import number_part
from upslope.questions.feedback import Feedback
from upslope.questions.registry import AnswerType, UnknownAnswerType, answer_type, answer_type_names
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Draw, Misconception, Part, Variant

__all__ = [
    "AnswerType",
    "Draw",
    "Feedback",
    "Misconception",
    "NotGradable",
    "Part",
    "Reason",
    "Score",
    "UnknownAnswerType",
    "Variant",
    "answer_type",
    "answer_type_names",
    "choice_part",
    "choices_part",
    "expression_part",
    "misconceptions",
    "number_part",
]
