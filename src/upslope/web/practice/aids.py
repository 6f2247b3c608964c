"""The help a card offers: hints one at a time, the worked solution, another one like this, the way on."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from upslope.web.practice.models import Sitting
from upslope.web.practice.place import Place
from upslope.web.practice.sittings import another_is_due, solution_is_due
from upslope.web.practice.wording import to_html


@dataclass(frozen=True)
class Aids:
    """What help is shown already, and what can be asked for. Nothing that is not due is in here."""

    hints: tuple[SafeString, ...]
    hints_left: int
    solution: SafeString | None
    may_ask_for_solution: bool
    solution_costs: bool
    may_draw_another: bool
    next_anchor: str | None

    @property
    def next_hint(self) -> int:
        return len(self.hints) + 1


def aids_of(sitting: Sitting, place: Place, *, is_right: bool) -> Aids:
    """Return the help for a sitting; ``is_right`` says that the answer on the card was just found right."""
    variant = sitting.variant
    shown = variant.hints[: sitting.hints_shown]
    earned = any(attempt.credit >= 1 for attempt in sitting.attempts.all())
    return Aids(
        hints=tuple(to_html(hint) for hint in shown),
        hints_left=0 if is_right or sitting.solution_shown else len(variant.hints) - len(shown),
        solution=to_html(variant.solution) if sitting.solution_shown else None,
        may_ask_for_solution=not sitting.solution_shown and solution_is_due(sitting),
        solution_costs=place.context == "quiz" and not earned,
        may_draw_another=another_is_due(sitting),
        next_anchor=place.next_anchor if is_right else None,
    )
