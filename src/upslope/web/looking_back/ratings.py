"""Giving a rating, changing it, taking it back, and telling others of it."""

from dataclasses import dataclass
from typing import Any

from upslope.course import Course
from upslope.web.accounts.models import User
from upslope.web.looking_back.models import BEST, WORST, CourseRating

NAMELESS = "A learner"
LONGEST_TEXT = 5000  # characters
WORDS = {
    1: "It did not help me",
    2: "It helped a little",
    3: "Some of it was good",
    4: "It was good",
    5: "I would send a friend",
}
NO_STARS = "Choose one of the five first. What you wrote is still here; nothing is kept until then."
TOO_LONG = (
    f"This is longer than {LONGEST_TEXT} characters. Shorten it a little; nothing is kept or lost until then."
)


@dataclass(frozen=True)
class RatingForm:
    """A rating as its form holds it; ``stars`` is 0 where none was chosen."""

    stars: int = 0
    text: str = ""
    problem: str = ""
    is_public: bool = False

    @property
    def choices(self) -> list[tuple[int, str, str]]:
        """Each choice: its number, its stars and its words."""
        return [(number, stars_of(number), words) for number, words in WORDS.items()]

    @property
    def longest(self) -> int:
        return LONGEST_TEXT


def stars_of(number: int) -> str:
    """Return a rating as five stars, some of them full."""
    return "★" * number + "☆" * (BEST - number)


def public_name(user: User) -> str:
    """Return what a learner is called on the public page: never what they sign in with."""
    return user.get_full_name() or NAMELESS


def rating_of(user: User, item_id: str) -> CourseRating | None:
    """Return what the learner thinks, where they said so."""
    return CourseRating.objects.filter(user=user, item_id=item_id).first()


def form_of(rating: CourseRating | None) -> RatingForm:
    """Return the form with what was given, to change it."""
    return RatingForm(rating.stars, rating.text, is_public=rating.is_public) if rating else RatingForm()


def keep(user: User, item_id: str, form: RatingForm) -> str:
    """Keep the rating in the place of an earlier one; return what keeps it from being kept, or nothing."""
    if not WORST <= form.stars <= BEST:
        return NO_STARS
    if len(form.text) > LONGEST_TEXT:
        return TOO_LONG
    text = form.text.strip()
    given = {"stars": form.stars, "text": text, "is_public": form.is_public and bool(text)}
    CourseRating.objects.update_or_create(user=user, item_id=item_id, defaults=given)
    return ""


def take_back(user: User, item_id: str) -> None:
    """Forget the rating."""
    CourseRating.objects.filter(user=user, item_id=item_id).delete()


def letter(rating: CourseRating, course: Course, version: str) -> str:
    """Return the rating as a text to send to those who make the course. It does not say who wrote it."""
    head = f"{course.title} (Upslope {version}), {rating.changed:%Y-%m-%d}"
    words = f"{rating.stars} of {BEST}: {WORDS[rating.stars]}."
    return "\n\n".join([head, words, *([rating.text] if rating.text else [])]) + "\n"


def ratings_for_author() -> list[dict[str, Any]]:
    """Return every rating as plain JSON data, the oldest first, without saying who gave it."""
    return [
        {
            "item_id": rating.item_id,
            "stars": rating.stars,
            "words": WORDS[rating.stars],
            "text": rating.text,
            "changed": rating.changed.isoformat(),
        }
        for rating in CourseRating.objects.all()
    ]
