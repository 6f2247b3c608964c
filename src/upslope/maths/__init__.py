"""The maths core: what a textbook does on paper, as data, for every topic of the course."""

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.differentiation.differentiation import derivative, differentiate
from upslope.maths.differentiation.first_principles import first_principles
from upslope.maths.differentiation.slope_between import slope_between
from upslope.maths.equality.comparison import Comparison
from upslope.maths.equality.equality import compare, compare_entries
from upslope.maths.equality.form_check import FormCheck
from upslope.maths.equality.forms import check_form
from upslope.maths.errors import MathsError, UnreadableMaths
from upslope.maths.expressions.evaluation import evaluate, to_numpy
from upslope.maths.expressions.expression import Expression, number, symbol
from upslope.maths.expressions.json_tree import to_json
from upslope.maths.expressions.matrix import Matrix, column_vector, matrix, row_vector
from upslope.maths.expressions.printing import to_latex, to_text
from upslope.maths.expressions.statement import Equation, System, equation
from upslope.maths.iteration.basins import Basins, basins
from upslope.maths.iteration.descent_basins import descent_basins
from upslope.maths.iteration.descent_methods import (
    ConstantStep,
    ExactLineSearch,
    Hybrid,
    Momentum,
    NewtonStep,
    SteepestDescent,
    from_next_step,
)
from upslope.maths.iteration.gradient_descent import gradient_descent
from upslope.maths.iteration.gradient_descent_worked import gradient_descent_worked
from upslope.maths.iteration.newton_raphson import newton_raphson, newton_raphson_system
from upslope.maths.iteration.newton_raphson_worked import Iterate, newton_raphson_table, newton_raphson_worked
from upslope.maths.iteration.solution import Outcome, Solution
from upslope.maths.lagrange.lagrange_multipliers import lagrange_multipliers
from upslope.maths.lagrange.stationary_points import StationaryPoints, stationary_points
from upslope.maths.multivariate.critical_point import CriticalPoint, classify_critical_point
from upslope.maths.multivariate.determinant import determinant
from upslope.maths.multivariate.directional_derivative import directional_derivative
from upslope.maths.multivariate.gradient import gradient
from upslope.maths.multivariate.hessian import hessian
from upslope.maths.multivariate.jacobian import jacobian, jacobian_determinant
from upslope.maths.multivariate.multivariate_chain_rule import multivariate_chain_rule
from upslope.maths.multivariate.partial_derivative import partial_derivative
from upslope.maths.multivariate.total_derivative import total_derivative
from upslope.maths.networks.autodiff import Variable
from upslope.maths.networks.backpropagation_worked import backpropagation_worked
from upslope.maths.networks.neural_network import Network, Training, backpropagate, random_network, train
from upslope.maths.reading.letters import letters_of
from upslope.maths.reading.parser import Reading, parse, parse_scalar, read
from upslope.maths.reading.reading_notes import Note
from upslope.maths.regression.chi_squared import ChiSquared, chi_squared
from upslope.maths.regression.chi_squared_worked import chi_squared_worked
from upslope.maths.regression.curve_fit_worked import fit_curve_worked
from upslope.maths.regression.least_squares import CurveFit, fit_curve
from upslope.maths.regression.line_fit import LineFit, fit_line
from upslope.maths.regression.line_fit_worked import fit_line_worked
from upslope.maths.series.difference_error import error_by_step, measured_order
from upslope.maths.series.finite_difference import (
    backward_difference,
    best_step,
    central_difference,
    forward_difference,
    gradient_by_differences,
    second_central_difference,
)
from upslope.maths.series.finite_difference_worked import finite_difference_worked
from upslope.maths.series.linearisation import linearise, tangent_plane
from upslope.maths.series.maclaurin_terms import GeneralTerm, general_term
from upslope.maths.series.radius_of_convergence import Convergence, radius_of_convergence
from upslope.maths.series.remainder import RemainderBound, remainder_bound
from upslope.maths.series.remainder_worked import remainder_bound_worked
from upslope.maths.series.taylor import taylor_coefficients, taylor_polynomial
from upslope.maths.series.taylor_two_variables import taylor_polynomial_of_two
from upslope.maths.simplification.tidy import tidy
from upslope.maths.solving.closed_form import recognise
from upslope.maths.solving.critical_points import CriticalPoints, critical_points
from upslope.maths.solving.roots_in_box import RootsInBox, roots_in_box

__all__ = [
    "Basins",
    "ChiSquared",
    "Comparison",
    "ConstantStep",
    "Convergence",
    "CriticalPoint",
    "CriticalPoints",
    "CurveFit",
    "Derivation",
    "Equation",
    "ExactLineSearch",
    "Expression",
    "FormCheck",
    "GeneralTerm",
    "Hybrid",
    "Iterate",
    "LineFit",
    "MathsError",
    "Matrix",
    "Momentum",
    "Network",
    "NewtonStep",
    "Note",
    "Outcome",
    "Reading",
    "RemainderBound",
    "RootsInBox",
    "Solution",
    "StationaryPoints",
    "SteepestDescent",
    "Step",
    "System",
    "Training",
    "UnreadableMaths",
    "Variable",
    "backpropagate",
    "backpropagation_worked",
    "backward_difference",
    "basins",
    "best_step",
    "central_difference",
    "check_form",
    "chi_squared",
    "chi_squared_worked",
    "classify_critical_point",
    "column_vector",
    "compare",
    "compare_entries",
    "critical_points",
    "derivative",
    "descent_basins",
    "determinant",
    "differentiate",
    "directional_derivative",
    "equation",
    "error_by_step",
    "evaluate",
    "finite_difference_worked",
    "first_principles",
    "fit_curve",
    "fit_curve_worked",
    "fit_line",
    "fit_line_worked",
    "forward_difference",
    "from_next_step",
    "general_term",
    "gradient",
    "gradient_by_differences",
    "gradient_descent",
    "gradient_descent_worked",
    "hessian",
    "jacobian",
    "jacobian_determinant",
    "lagrange_multipliers",
    "letters_of",
    "linearise",
    "matrix",
    "measured_order",
    "multivariate_chain_rule",
    "newton_raphson",
    "newton_raphson_system",
    "newton_raphson_table",
    "newton_raphson_worked",
    "number",
    "parse",
    "parse_scalar",
    "partial_derivative",
    "radius_of_convergence",
    "random_network",
    "read",
    "recognise",
    "remainder_bound",
    "remainder_bound_worked",
    "roots_in_box",
    "row_vector",
    "second_central_difference",
    "slope_between",
    "stationary_points",
    "symbol",
    "tangent_plane",
    "taylor_coefficients",
    "taylor_polynomial",
    "taylor_polynomial_of_two",
    "tidy",
    "to_json",
    "to_latex",
    "to_numpy",
    "to_text",
    "total_derivative",
    "train",
]
