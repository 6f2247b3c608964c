"""What a learner thinks of the course."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

WORST, BEST = 1, 5


class CourseRating(models.Model):
    """A rating from 1 to 5 and, if they like, what helped and what did not.

    Each learner has one, and may change it or take it back.
    ``item_id`` is the page on which it was given. ``is_public`` says that the learner lets their words stand
    on the course's public page, under their name; ``is_hidden``, that an operator has taken them off it.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ratings")
    item_id = models.CharField(max_length=200)
    stars = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    is_public = models.BooleanField(default=False)
    is_hidden = models.BooleanField(default=False)
    given = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "item_id"], name="one_course_rating_per_learner"),
            models.CheckConstraint(
                condition=Q(stars__gte=WORST, stars__lte=BEST), name="a_course_rating_is_from_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.stars} of {BEST}"
