"""What a class says to each other, item by item.

A thread holds no words of anybody: its title belongs to its first post. So when an account is deleted, all
that its owner wrote goes with it, and what others replied stays.
"""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from upslope.web.cohorts.models import Cohort


class Room(models.Model):
    """Whether a class discusses at all. A class without a row does."""

    cohort = models.OneToOneField(Cohort, on_delete=models.CASCADE, related_name="room")
    is_open = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"discussion of {self.cohort}, {'on' if self.is_open else 'off'}"


class Thread(models.Model):
    """A question or a remark at an item, and what was replied. ``newest`` is when its last post came."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="threads")
    item_id = models.CharField(max_length=200)
    is_pinned = models.BooleanField(default=False)
    is_locked = models.BooleanField(default=False)
    made = models.DateTimeField(default=timezone.now)
    newest = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-is_pinned", "-newest", "-pk"]
        indexes: ClassVar = [models.Index(fields=["cohort", "item_id"])]

    def __str__(self) -> str:
        return f"thread {self.pk} at {self.item_id} in {self.cohort}"


class Post(models.Model):
    """One text in a thread. ``form_id`` is the form it came from: sent twice, it is one post.

    What is ``deleted`` is out of sight, and its author can bring it back. What is ``hidden`` was hidden by
    somebody who teaches, with a reason that the author reads.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="posts")
    form_id = models.UUIDField(default=uuid.uuid4)
    is_opening = models.BooleanField(default=False)
    title = models.CharField(max_length=150, blank=True)
    body = models.TextField()
    shows_solution = models.BooleanField(default=False)
    is_answer = models.BooleanField(default=False)
    made = models.DateTimeField(default=timezone.now)
    edited = models.DateTimeField(null=True, blank=True)
    deleted = models.DateTimeField(null=True, blank=True)
    hidden = models.DateTimeField(null=True, blank=True)
    hidden_reason = models.CharField(max_length=300, blank=True)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["made", "pk"]
        indexes: ClassVar = [models.Index(fields=["author", "made"])]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["author", "form_id"], name="one_post_a_form"),
            models.UniqueConstraint(
                fields=["thread"], condition=Q(is_opening=True), name="one_opening_of_a_thread"
            ),
            models.UniqueConstraint(
                fields=["thread"], condition=Q(is_answer=True), name="one_answer_of_a_thread"
            ),
        ]

    def __str__(self) -> str:
        return f"post {self.pk} by {self.author}"


class Revision(models.Model):
    """What a post said before it was edited."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions")
    title = models.CharField(max_length=150, blank=True)
    body = models.TextField()
    replaced = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering: ClassVar = ["-replaced", "-pk"]

    def __str__(self) -> str:
        return f"{self.post} before {self.replaced:%Y-%m-%d %H:%M}"


class PostReport(models.Model):
    """Somebody says that a post should not be there. ``settled``: somebody who teaches has looked at it."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="reports")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="post_reports")
    reason = models.CharField(max_length=300)
    made = models.DateTimeField(default=timezone.now)
    settled = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["made", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "user"], name="one_report_of_a_post"),
        ]

    def __str__(self) -> str:
        return f"{self.user} reports {self.post}"


class ThreadReader(models.Model):
    """When somebody last looked at a thread, and whether its new posts are to be mailed to them."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="thread_reading"
    )
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="readers")
    seen = models.DateTimeField(null=True, blank=True)
    is_subscribed = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "thread"], name="one_reader_row_a_thread"),
        ]

    def __str__(self) -> str:
        return f"{self.user} reads {self.thread}"


class DigestMark(models.Model):
    """When somebody was last mailed, and whether they want to be. A user without a row does."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digest_mark"
    )
    is_wanted = models.BooleanField(default=True)
    sent = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"digest of {self.user}"
