"""Starting games, and finding those that are there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from upslope.maths.sandpits.race import PitName
from upslope.web.accounts.models import User
from upslope.web.sandpit.games import choosing
from upslope.web.sandpit.games.classmates import classmates_of
from upslope.web.sandpit.games.modes import Mode
from upslope.web.sandpit.games.refusals import BAD, NOT_NOW, TODAYS, Refused
from upslope.web.sandpit.models import GamePit, SandpitGame


@dataclass(frozen=True)
class Choice:
    """How a pit is chosen. Only a pit that nobody can have seen before ``counts`` for the lists."""

    how: str
    find: Callable[[], PitName]
    day: date | None = None
    counts: bool = False


def choice_of(user: User, mode: Mode, name: str, same_as: str) -> Choice:
    """Return what a learner asks for: the pit of the day, that of another game, of a name, or any."""
    if same_as:
        return _same_as(user, mode, same_as)
    if mode.is_daily:
        day = timezone.localdate()
        return Choice(f"day {day.isoformat()}", lambda: choosing.of_day(mode, day), day, counts=True)
    if name:
        return Choice(f"name {name}", lambda: choosing.named(mode, name))
    return Choice("", lambda: choosing.drawn(mode), counts=True)


def start(user: User, item_id: str, mode: Mode, choice: Choice) -> SandpitGame:
    """Return the learner's game of this kind that is open (or today's, in any state); else start one."""
    found = _there_already(user, mode, choice)
    if found:
        return found
    name = choice.find()
    pit, _ = GamePit.objects.get_or_create(kind=name.kind, seed=name.seed)
    try:
        with transaction.atomic():
            return SandpitGame.objects.create(
                user=user,
                item_id=item_id,
                mode=mode.slug,
                pit=pit,
                chosen=choice.how,
                day=choice.day,
                counts=choice.counts,
            )
    except IntegrityError:  # the second of two clicks came through at the same moment
        found = _there_already(user, mode, choice)
        if found is None:
            raise
        return found


def newest_games(user: User, item_id: str, modes: Iterable[Mode]) -> list[SandpitGame]:
    """Return the newest game of each mode, the newest of all first. The daily pit is at home in any item."""
    mine = SandpitGame.objects.filter(Q(item_id=item_id) | Q(day__isnull=False), user=user)
    rows = mine.order_by("started").values_list("mode", "pk")
    newest = dict(rows)  # of each mode the last one stays
    wanted = [newest[mode.slug] for mode in modes if mode.slug in newest]
    games = SandpitGame.objects.filter(pk__in=wanted).select_related("pit", "user")
    return list(games.order_by("-started"))


def replayed(viewer: User, token: str) -> SandpitGame | None:
    """Return the finished game behind a token, if its learner is in the viewer's class."""
    games = SandpitGame.objects.select_related("pit", "user")
    return games.filter(token=token, ended__isnull=False, user__in=classmates_of(viewer)).first()


def is_hidden(viewer: User, game: SandpitGame) -> bool:
    """Whether it is today's pit, and the viewer has still to play it."""
    if game.day is None or game.day < timezone.localdate():
        return False
    played = SandpitGame.objects.filter(user=viewer, day=game.day, ended__isnull=False)
    return not played.exists()


def _there_already(user: User, mode: Mode, choice: Choice) -> SandpitGame | None:
    state = Q(day=choice.day) if choice.day else Q(ended__isnull=True)
    games = SandpitGame.objects.select_related("pit", "user")
    return games.filter(state, user=user, mode=mode.slug, chosen=choice.how).first()


def _same_as(user: User, mode: Mode, token: str) -> Choice:
    game = replayed(user, token)
    if game is None or game.mode != mode.slug:
        raise Refused("There is no such game to play after. Choose a pit of your own.", BAD)
    if is_hidden(user, game):
        raise Refused(TODAYS, NOT_NOW)
    return Choice(f"same {token}", lambda: PitName(game.pit.kind, game.pit.seed))
