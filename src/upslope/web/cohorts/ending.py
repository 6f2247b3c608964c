"""The end of a class: closing it, opening it again, and deleting one that nobody has worked in."""

from django.db import transaction
from django.utils import timezone

from upslope.web.cohorts.models import Cohort, Deadline, Extension, Invitation, Membership
from upslope.web.cohorts.touched import learners_with_work

OWN = (Membership, Invitation, Deadline, Extension)  # what a class takes with it; the rest is somebody's
CLOSE_IT = "Close it: then it can be read and no longer changed."


def close(cohort: Cohort) -> None:
    """Let the class be read only. Work, marks and certificates stay."""
    Cohort.objects.filter(pk=cohort.pk, closed__isnull=True).update(closed=timezone.now())


def reopen(cohort: Cohort) -> None:
    Cohort.objects.filter(pk=cohort.pk).update(closed=None)


def why_not_delete(cohort: Cohort) -> str:
    """Return what keeps the class from being deleted, in a sentence; nothing when it may be."""
    working = learners_with_work(cohort)
    if working:
        who = "One learner has" if working == 1 else f"{working} learners have"
        return f"{who} worked in this class, so it cannot be deleted. {CLOSE_IT}"
    if _holds_more(cohort):
        return (
            "Marks, certificates or something else that belongs to its learners hangs on this class, so it "
            f"cannot be deleted. {CLOSE_IT}"
        )
    return ""


def delete(cohort: Cohort) -> str:
    """Delete the class; return why not, if something is in the way."""
    with transaction.atomic():
        locked = Cohort.objects.select_for_update().get(pk=cohort.pk)
        problem = why_not_delete(locked)
        if not problem:
            locked.delete()
    return problem


def _holds_more(cohort: Cohort) -> bool:
    others = [relation for relation in Cohort._meta.related_objects if relation.related_model not in OWN]
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: cohort}).exists()
        for relation in others
    )
