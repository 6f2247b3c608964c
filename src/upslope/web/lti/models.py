"""What a learning platform and a class here have to do with each other.

Platforms, their people and their courses are kept by django-lti (``lti_tool``); these tables tie them to
ours.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from lti_tool.models import LtiContext

from upslope.web.cohorts.models import Cohort


class LinkedClass(models.Model):
    """A course of a platform (a context, in LTI's words) that is a class here."""

    context = models.OneToOneField(LtiContext, on_delete=models.CASCADE, related_name="linked_class")
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="linked")
    made = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.context} is {self.cohort}"


class LinkedItem(models.Model):
    """An item whose marks the platform wants, and where it wants them."""

    linked = models.ForeignKey(LinkedClass, on_delete=models.CASCADE, related_name="items")
    item_id = models.CharField(max_length=200)
    line_item = models.URLField(max_length=1000)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["linked", "item_id"], name="an_item_is_linked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} at {self.line_item}"


class SentMark(models.Model):
    """The mark that a platform was last told, or is to be told. ``words`` say what stood in the way."""

    class State(models.TextChoices):
        WAITING = "waiting", "on its way"
        SENT = "sent", "sent"
        REFUSED = "refused", "not taken"

    item = models.ForeignKey(LinkedItem, on_delete=models.CASCADE, related_name="marks")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sent_marks")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    score = models.FloatField(null=True)
    words = models.CharField(max_length=300, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "user"], name="a_mark_is_sent_in_one_place"),
        ]

    def __str__(self) -> str:
        return f"{self.user} at {self.item}: {self.state}"
