"""The maths core: what a textbook does on paper, as data, for every topic of the course."""

from upslope.maths.autodiff import Variable
from upslope.maths.backpropagation_worked import backpropagation_worked
from upslope.maths.basins import Basins, basins
from upslope.maths.chi_squared import ChiSquared, chi_squared
from upslope.maths.chi_squared_worked import chi_squared_worked
from upslope.maths.comparison import Comparison
from upslope.maths.critical_point import classify_critical_point
from upslope.maths.critical_points import critical_points
from upslope.maths.curve_fit_worked import fit_curve_worked
from upslope.maths.derivation import Derivation, Step
from upslope.maths.determinant import determinant
from upslope.maths.differentiation import derivative, differentiate
from upslope.maths.directional_derivative import directional_derivative
from upslope.maths.equality import compare, compare_entries
from upslope.maths.errors import MathsError, UnreadableMaths
from upslope.maths.evaluation import evaluate, to_numpy
from upslope.maths.expression import Expression, number, symbol
from upslope.maths.finite_difference import finite_difference
from upslope.maths.first_principles import first_principles
from upslope.maths.forms import check_form
from upslope.maths.gradient import gradient
from upslope.maths.gradient_descent import gradient_descent
from upslope.maths.gradient_descent_worked import gradient_descent_worked
from upslope.maths.hessian import hessian
from upslope.maths.jacobian import jacobian, jacobian_determinant
from upslope.maths.json_tree import to_json
from upslope.maths.lagrange_multipliers import lagrange_multipliers
from upslope.maths.least_squares import CurveFit, fit_curve
from upslope.maths.letters import letters_of
from upslope.maths.line_fit import LineFit, fit_line
from upslope.maths.line_fit_worked import fit_line_worked
from upslope.maths.linearisation import linearise, tangent_plane
from upslope.maths.maclaurin_terms import GeneralTerm, general_term
from upslope.maths.matrix import Matrix, column_vector, matrix, row_vector
from upslope.maths.multivariate_chain_rule import multivariate_chain_rule
from upslope.maths.neural_network import Network, backpropagate, random_network, train
from upslope.maths.newton_raphson import newton_raphson, newton_raphson_system
from upslope.maths.newton_raphson_worked import newton_raphson_worked
from upslope.maths.parser import Reading, parse, read
from upslope.maths.partial_derivative import partial_derivative
from upslope.maths.printing import to_latex, to_text
from upslope.maths.radius_of_convergence import Convergence, radius_of_convergence
from upslope.maths.reading_notes import Note
from upslope.maths.remainder import RemainderBound, remainder_bound
from upslope.maths.remainder_worked import remainder_bound_worked
from upslope.maths.roots_in_box import RootsInBox, roots_in_box
from upslope.maths.slope_between import slope_between
from upslope.maths.solution import Outcome, Solution
from upslope.maths.statement import Equation, System, equation
from upslope.maths.stationary_points import stationary_points
from upslope.maths.taylor import taylor_coefficients, taylor_polynomial
from upslope.maths.taylor_two_variables import taylor_polynomial_of_two
from upslope.maths.tidy import tidy
from upslope.maths.total_derivative import total_derivative

__all__ = [
    "Basins",
    "ChiSquared",
    "Comparison",
    "Convergence",
    "CurveFit",
    "Derivation",
    "Equation",
    "Expression",
    "GeneralTerm",
    "LineFit",
    "MathsError",
    "Matrix",
    "Network",
    "Note",
    "Outcome",
    "Reading",
    "RemainderBound",
    "RootsInBox",
    "Solution",
    "Step",
    "System",
    "UnreadableMaths",
    "Variable",
    "backpropagate",
    "backpropagation_worked",
    "basins",
    "check_form",
    "chi_squared",
    "chi_squared_worked",
    "classify_critical_point",
    "column_vector",
    "compare",
    "compare_entries",
    "critical_points",
    "derivative",
    "determinant",
    "differentiate",
    "directional_derivative",
    "equation",
    "evaluate",
    "finite_difference",
    "first_principles",
    "fit_curve",
    "fit_curve_worked",
    "fit_line",
    "fit_line_worked",
    "general_term",
    "gradient",
    "gradient_descent",
    "gradient_descent_worked",
    "hessian",
    "jacobian",
    "jacobian_determinant",
    "lagrange_multipliers",
    "letters_of",
    "linearise",
    "matrix",
    "multivariate_chain_rule",
    "newton_raphson",
    "newton_raphson_system",
    "newton_raphson_worked",
    "number",
    "parse",
    "partial_derivative",
    "radius_of_convergence",
    "random_network",
    "read",
    "remainder_bound",
    "remainder_bound_worked",
    "roots_in_box",
    "row_vector",
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
