"""An expression taken apart as the rules of differentiation ask for it; each part has a letter of its own."""

from dataclasses import dataclass
from statistics import fmean

from upslope.course.figures.scene.letters import PRIME
from upslope.maths import Expression, derivative, number
from upslope.maths.differentiation.differentiation_rules import Rule, rule_for
from upslope.maths.expressions.expression import (
    Call,
    Negative,
    Power,
    Product,
    Sum,
    Symbol,
    Unworked,
    in_one_row,
    product_of,
    replace,
    sum_of,
    walk,
)

LETTERS = "fuvpqrswabc"


@dataclass(frozen=True)
class Part:
    """``form`` is ``whole`` with the letters of its own parts in it, and ``slope`` has these and ``u′``.

    ``across`` is its place from left to right: parts that have no parts stand at 0, 1, 2 …, others over the
    middle of theirs. ``parent`` is a place in the list of all parts, -1 for the first.
    """

    name: str
    whole: Expression
    form: Expression
    rule: str
    slope: Expression
    depth: int
    across: float
    parent: int


@dataclass
class _Node:
    whole: Expression
    depth: int
    parent: int
    children: list[int]
    across: float = 0.0


def take_apart(expression: Expression, x: str, names: tuple[str, ...] = ()) -> tuple[Part, ...]:
    """Return the expression, and its parts level by level. Raises MathsError where one is too large.

    ``names`` are letters for them in this order; there are others where these do not reach.
    """
    nodes = _levels(expression, x)
    _place(nodes, 0, 0)
    used = {*names, *expression.variables}
    free = (*names, *(letter for letter in LETTERS if letter not in used))
    letters = (*free, *(f"u_{place}" for place in range(len(nodes))))[: len(nodes)]
    return tuple(_part(nodes, place, letters, x) for place in range(len(nodes)))


def parts_of(expression: Expression, x: str) -> tuple[Expression, ...]:
    """Return what has to be differentiated by itself before the expression can be."""
    if is_plain(expression, x):
        return ()
    changing = (child for child in expression.children if x in child.variables and child != Symbol(x))
    return tuple(dict.fromkeys(changing))


def is_plain(expression: Expression, x: str) -> bool:
    """Return whether it is a polynomial as it stands, whose slope is seen at a glance."""
    match expression:
        case Sum(terms=terms):
            return all(is_plain(term, x) for term in terms)
        case Negative(argument=argument):
            return is_plain(argument, x)
        case Power(base=Symbol(), exponent=exponent) if x not in exponent.variables:
            return True
        case Product(factors=factors):
            changing = [factor for factor in factors if x in factor.variables]
            return len(changing) == 1 and is_plain(changing[0], x)
    return expression == Symbol(x) or x not in expression.variables


def _levels(expression: Expression, x: str) -> list[_Node]:
    nodes = [_Node(expression, 0, -1, [])]
    for place, node in enumerate(nodes):
        for child in parts_of(node.whole, x):
            node.children.append(len(nodes))
            nodes.append(_Node(child, node.depth + 1, place, []))
    return nodes


def _place(nodes: list[_Node], place: int, leaves: int) -> int:
    """Give a node and all below it their place across; return how many leaves there are up to here."""
    node = nodes[place]
    if not node.children:
        node.across = leaves
        return leaves + 1
    for child in node.children:
        leaves = _place(nodes, child, leaves)
    node.across = fmean(nodes[child].across for child in node.children)
    return leaves


def _part(nodes: list[_Node], place: int, letters: tuple[str, ...], x: str) -> Part:
    node = nodes[place]
    named = {nodes[child].whole: letters[child] for child in node.children}
    form = replace(node.whole, {whole: Symbol(letter) for whole, letter in named.items()})
    # The rules see letters as constants: stand-ins that change with x, and that no rule looks into.
    opaque = {letter: Call("abs", Symbol(x) + Symbol(letter)) for letter in named.values()}
    rule = _first_rule(Unworked("derivative", form.substitute(opaque), x))
    primed: dict[Expression, Expression] = {opaque[letter]: Symbol(letter + PRIME) for letter in opaque}
    back: dict[Expression, Expression] = {call: Symbol(letter) for letter, call in opaque.items()}
    filled = in_one_row(replace(_resolved(rule.template, primed), back))
    slope = _without_idle(filled) if named else derivative(node.whole, x)
    across, depth, parent = node.across, node.depth, node.parent
    return Part(letters[place], node.whole, form, rule.name, slope, depth, across, parent)


def _first_rule(problem: Unworked) -> Rule:
    """Return the rule that is used once the expression is written so that one fits."""
    rule = rule_for(problem)
    return _first_rule(rule.template) if isinstance(rule.template, Unworked) else rule


def _resolved(template: Expression, primed: dict[Expression, Expression]) -> Expression:
    """Return what a rule gives, with the letters of slopes for the slopes still to do."""
    pieces = {piece for piece in walk(template) if isinstance(piece, Unworked)}
    return replace(template, {piece: _slope(piece, primed) for piece in pieces})


def _slope(piece: Unworked, primed: dict[Expression, Expression]) -> Expression:
    if piece.body in primed:
        return primed[piece.body]
    if is_plain(piece.body, piece.variable):
        return derivative(piece.body, piece.variable)
    return _resolved(rule_for(piece).template, primed)


def _without_idle(expression: Expression) -> Expression:
    """Return the expression without factors 1 and terms 0."""
    children = tuple(_without_idle(child) for child in expression.children)
    if isinstance(expression, Product):
        return product_of(tuple(factor for factor in children if factor != number(1)))
    if isinstance(expression, Sum):
        return sum_of(tuple(term for term in children if term != number(0)))
    return expression.rebuild(children) if children else expression
