"""Everything that is kept about a learner, as plain data: one list of rows for each kind of thing."""

from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.usersessions.models import UserSession
from django.db import models
from django.utils import timezone
from lti_tool.models import LtiMembership, LtiUser

from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Extension, Invitation, Membership
from upslope.web.community.models import DigestMark, Post, PostReport, Revision, ThreadReader
from upslope.web.credentials.models import Certificate
from upslope.web.diagnostic.models import Background, DiagnosticRun, DiagnosticStep
from upslope.web.gradebook.models import Override, Regrade, RegradedAttempt
from upslope.web.labs.models import EarlierWork, LabSubmission, LabUpload, LabWork
from upslope.web.lessons.models import ActiveDay, ItemProgress, ScoreRise
from upslope.web.looking_back.models import CourseRating
from upslope.web.lti.models import SentMark
from upslope.web.practice.models import Attempt, Draft, ProblemReport, Sitting
from upslope.web.review.models import ReviewSession, SkillMemory
from upslope.web.sandpit.models import PitWork, SandpitGame

# Every table that says something about a learner, and the way from its rows to them.
OWNERS: dict[type[models.Model], str] = {
    ItemProgress: "user",
    ScoreRise: "user",
    ActiveDay: "user",
    Sitting: "user",
    Draft: "sitting__user",
    Attempt: "sitting__user",
    SkillMemory: "user",
    ReviewSession: "user",
    ProblemReport: "user",
    LabWork: "user",
    EarlierWork: "work__user",
    LabUpload: "user",
    LabSubmission: "user",
    PitWork: "user",
    SandpitGame: "user",
    Background: "user",
    DiagnosticRun: "user",
    DiagnosticStep: "run__user",
    CourseRating: "user",
    Membership: "user",
    Extension: "user",
    Override: "user",
    Certificate: "user",
    RegradedAttempt: "attempt__sitting__user",
    Invitation: "made_by",
    Post: "author",
    Revision: "post__author",
    PostReport: "user",
    ThreadReader: "user",
    DigestMark: "user",
    Regrade: "by",
    EmailAddress: "user",
    SocialAccount: "user",
    LtiUser: "auth_user",
    LtiMembership: "user__auth_user",
    SentMark: "user",
    UserSession: "user",
}
# Keys, not data: whoever found them in the copy could sign in.
WITHHELD: frozenset[type[models.Model]] = frozenset({Authenticator, SocialToken, EmailConfirmation})
ABOUT_THE_LEARNER = ("username", "first_name", "last_name", "email", "date_joined", "last_login")


def data_of(user: User) -> dict[str, Any]:
    """Return the learner's data by table, each row a mapping of its columns."""
    return {
        "exported": timezone.now(),
        "learner": {name: getattr(user, name) for name in ABOUT_THE_LEARNER},
        **{model.__name__: _rows(model, way, user) for model, way in OWNERS.items()},
    }


def questions_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the sittings of ``data``, each with its attempts and its draft, for reading."""
    return [
        {
            **sitting,
            "attempts": [row for row in data["Attempt"] if row["sitting_id"] == sitting["id"]],
            "drafts": [row for row in data["Draft"] if row["sitting_id"] == sitting["id"]],
        }
        for sitting in data["Sitting"]
    ]


def _rows(model: type[models.Model], way: str, user: User) -> list[dict[str, Any]]:
    rows = model._default_manager.filter(**{way: user}).order_by("pk")
    if model is Sitting:
        return [{**_row(sitting), "variant": _variant(sitting)} for sitting in rows.select_related("stored")]
    return [_row(row) for row in rows]


def _row(row: models.Model) -> dict[str, Any]:
    columns = [field.attname for field in row._meta.concrete_fields if field.attname != "user_id"]
    return {name: getattr(row, name) for name in columns}


def _variant(sitting: models.Model) -> dict[str, Any]:
    """What was asked. What is right is not in it: the question may still be open."""
    assert isinstance(sitting, Sitting)
    stored = sitting.stored
    shown = {name: stored.data[name] for name in ("title", "prompt")}
    return {"version": stored.version, "seed": stored.seed, **shown}
