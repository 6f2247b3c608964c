"""Questions: what an author writes, what a learner answers, and what makes an answer right."""

from upslope.questions import misconceptions
from upslope.questions.answer_types.choice import choice_part
from upslope.questions.answer_types.choices import choices_part
from upslope.questions.answer_types.code import code_part, formula_code_part
from upslope.questions.answer_types.expression import expression_part
from upslope.questions.answer_types.free_text import free_text_part
from upslope.questions.answer_types.matching import matching_part
from upslope.questions.answer_types.matrix import matrix_part
from upslope.questions.answer_types.number import number_part
from upslope.questions.answer_types.ordering import ordering_part
from upslope.questions.answer_types.place.from_function import place_gradient_part, place_tangent_part
from upslope.questions.answer_types.place.places import places_text
from upslope.questions.answer_types.place.things.arrow import place_arrow_part, place_free_arrow_part
from upslope.questions.answer_types.place.things.line import line_places, place_line_part
from upslope.questions.answer_types.place.things.path import place_path_part
from upslope.questions.answer_types.place.things.points import place_points_part
from upslope.questions.answer_types.sketch import sketch_part
from upslope.questions.answer_types.sliders import sliders_part
from upslope.questions.answer_types.sliders.misfit import Fit
from upslope.questions.answer_types.sliders.settings_text import Slider
from upslope.questions.diagnosis import distinct
from upslope.questions.feedback import Feedback
from upslope.questions.plot import Arrow, Curve, Dot, Plot, contour_plot, contours, curve, plot_of, view_of
from upslope.questions.registry import AnswerType, UnknownAnswerType, answer_type, answer_type_names
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.tangent_walk import TangentWalk
from upslope.questions.variant import Draw, FollowThrough, Misconception, Part, Variant

__all__ = [
    "AnswerType",
    "Arrow",
    "Curve",
    "Dot",
    "Draw",
    "Feedback",
    "Fit",
    "FollowThrough",
    "Misconception",
    "NotGradable",
    "Part",
    "Plot",
    "Reason",
    "Score",
    "Slider",
    "TangentWalk",
    "UnknownAnswerType",
    "Variant",
    "answer_type",
    "answer_type_names",
    "choice_part",
    "choices_part",
    "code_part",
    "contour_plot",
    "contours",
    "curve",
    "distinct",
    "expression_part",
    "formula_code_part",
    "free_text_part",
    "line_places",
    "matching_part",
    "matrix_part",
    "misconceptions",
    "number_part",
    "ordering_part",
    "place_arrow_part",
    "place_free_arrow_part",
    "place_gradient_part",
    "place_line_part",
    "place_path_part",
    "place_points_part",
    "place_tangent_part",
    "places_text",
    "plot_of",
    "sketch_part",
    "sliders_part",
    "view_of",
]
