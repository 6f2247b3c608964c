"""The lists of the best: the learner's own, the class's, the day's, and those of one pit."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.urls import reverse
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.sandpit.games.classmates import classmates_of, shown_name
from upslope.web.sandpit.games.modes import Mode
from upslope.web.sandpit.games.state import rounded
from upslope.web.sandpit.games.words import outcome_of, title_of
from upslope.web.sandpit.models import GamePit, SandpitGame

LONGEST_LIST = 10
LONGEST_HISTORY = 50

Row = dict[str, Any]


def scores_of(user: User, modes: Iterable[Mode]) -> dict[str, Any]:
    """Return the lists that stand beside a game."""
    several = list(modes)
    yours, best = _yours(user), _best_of_class(user, several)
    lists = [
        {
            "mode": mode.slug,
            "title": mode.title,
            "yours": yours.get(mode.slug, {"best": None, "games": 0, "won": 0}),
            "class": best.get(mode.slug, [])[:LONGEST_LIST],
        }
        for mode in several
    ]
    return {"modes": lists, "daily": _day_list(user, timezone.localdate())}


def pit_list(viewer: User, pit: GamePit) -> list[Row]:
    """Return how everybody in the class did at their first game on a pit, the best first."""
    return _first_games(viewer, SandpitGame.objects.filter(pit=pit))


def history_of(user: User, item_id: str) -> list[Row]:
    """Return the learner's finished games of an item, the newest first."""
    games = SandpitGame.objects.filter(user=user, item_id=item_id, ended__isnull=False)
    return [
        {
            "mode": game.mode,
            "title": title_of(game),
            "ended": game.ended.isoformat() if game.ended else "",
            "said": outcome_of(game),
            "score": game.score,
            "replay": reverse("sandpit:replay", args=[game.token]),
        }
        for game in games.order_by("-ended")[:LONGEST_HISTORY]
    ]


def _yours(user: User) -> dict[str, Row]:
    games = SandpitGame.objects.filter(user=user, ended__isnull=False, counts=True)
    rows = games.values("mode").annotate(best=Min("score"), games=Count("pk"), won=Count("score"))
    return {row["mode"]: {key: row[key] for key in ("best", "games", "won")} for row in rows}


def _best_of_class(user: User, modes: Iterable[Mode]) -> dict[str, list[Row]]:
    won = SandpitGame.objects.filter(
        mode__in=[mode.slug for mode in modes],
        counts=True,
        score__isnull=False,
        user__in=classmates_of(user),
    )
    names = ("user__username", "user__first_name", "user__last_name")
    rows = won.values("mode", "user_id", *names).annotate(score=Min("score")).order_by("score", names[0])
    lists: dict[str, list[Row]] = {}
    for row in rows:
        learner = User(**{name.removeprefix("user__"): row[name] for name in names})
        entry = {"name": shown_name(learner), "is_you": row["user_id"] == user.pk, "score": row["score"]}
        lists.setdefault(row["mode"], []).append(entry)
    return {mode: _with_places(entries) for mode, entries in lists.items()}


def _day_list(user: User, day: date) -> dict[str, Any]:
    entries = _first_games(user, SandpitGame.objects.filter(day=day))
    return {
        "day": day.isoformat(),
        "is_over": any(entry["is_you"] for entry in entries),
        "class": _with_places(entries),
    }


def _first_games(viewer: User, games: QuerySet[SandpitGame]) -> list[Row]:
    """Return one row for each learner of the class: what came of the game they finished first."""
    finished = games.filter(ended__isnull=False, user__in=classmates_of(viewer)).select_related("user")
    first: dict[int, SandpitGame] = {}
    for game in finished.order_by("ended"):
        first.setdefault(game.user_id, game)
    ranked = sorted(first.values(), key=_rank)
    return [
        {
            "name": shown_name(game.user),
            "is_you": game.user_id == viewer.pk,
            "score": game.score,
            "missed": rounded(game.missed),
        }
        for game in ranked
    ]


def _rank(game: SandpitGame) -> tuple[bool, float, str]:
    """Whoever found it comes first, by sticks; then by how far above the bottom one stayed."""
    missed = float("inf") if game.missed is None else game.missed
    return game.score is None, float(game.score or missed), game.user.get_username()


def _with_places(entries: list[Row]) -> list[Row]:
    """Return the entries with their places; who needed as many sticks has the same place."""
    scores = [entry["score"] for entry in entries]
    return [
        {"place": None if entry["score"] is None else scores.index(entry["score"]) + 1, **entry}
        for entry in entries
    ]
