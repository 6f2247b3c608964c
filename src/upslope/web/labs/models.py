"""What a learner has of a lab: the work on the page, what it was before, and what was handed in."""

import uuid

from django.conf import settings
from django.db import models

from upslope.web.labs.words import ago


class LabWork(models.Model):
    """One learner's notebook for one lab, as it stands on the page.

    ``revision`` counts saves, so that a tab which has not seen the latest one cannot overwrite it.
    ``outputs`` maps a cell's id to what it last printed and drew; it is kept apart from the notebook
    because running a cell must not make the other tab's text look out of date.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lab_works")
    item_id = models.CharField(max_length=200)
    notebook = models.JSONField()
    outputs = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user", "item_id"], name="one_work_per_learner_and_lab"),
        )

    def __str__(self) -> str:
        return f"{self.item_id}, revision {self.revision}"


class EarlierWork(models.Model):
    """A notebook that something replaced. It can be downloaded or brought back."""

    work = models.ForeignKey(LabWork, on_delete=models.CASCADE, related_name="earlier")
    notebook = models.JSONField()
    reason = models.CharField(max_length=80)
    kept = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = (
            "-kept",
            "-id",
        )

    def __str__(self) -> str:
        return f"{self.work.item_id} before {self.reason}"

    @property
    def when(self) -> str:
        return ago(self.kept)


class LabUpload(models.Model):
    """A file the learner has sent and not yet decided about; one for each lab, the newest."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lab_uploads")
    item_id = models.CharField(max_length=200)
    upload_id = models.UUIDField(unique=True, default=uuid.uuid4)
    name = models.CharField(max_length=120)
    notebook = models.JSONField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["user", "item_id"], name="one_upload_per_learner_and_lab"),
        )

    def __str__(self) -> str:
        return self.name


class LabSubmission(models.Model):
    """A notebook handed in. The id is made by the page, so sending the same one twice marks it once."""

    class State(models.TextChoices):
        QUEUED = "queued"
        DONE = "done"
        FAILED = "failed"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lab_submissions"
    )
    item_id = models.CharField(max_length=200)
    submission_id = models.UUIDField(unique=True)
    name = models.CharField(max_length=120)
    notebook = models.JSONField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    result = models.JSONField(null=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = (
            "-created",
            "-id",
        )
        indexes = (models.Index(fields=["user", "item_id", "-created"]),)

    def __str__(self) -> str:
        return f"{self.item_id} {self.submission_id} {self.state}"

    @property
    def when(self) -> str:
        return ago(self.created)
