"""Who gets a certificate, and what goes on it."""

from hashlib import sha256
from importlib.metadata import version

from django.db import transaction

from upslope.course import Course
from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import Membership, Role
from upslope.web.course_access import current_course, current_skills
from upslope.web.credentials.models import Certificate
from upslope.web.credentials.numbers import new_number
from upslope.web.gradebook.grades import CohortGrade, grade_in, weights_of

MOST_OF_A_NAME = 310  # characters: first and last name, as long as accounts let them be


class NotEarned(Exception):
    """There is no certificate to be had; its text says why to whoever asked."""


def issue(place: Membership) -> Certificate:
    """Return the certificate of this place in a class, made at the first call.

    Only a learner who has passed gets one. Two requests at one moment get the same one: the place is locked.

    Raises:
        NotEarned: the learner has not passed, looks on, or teaches.
    """
    with transaction.atomic():
        places = Membership.objects.select_for_update(of=("self",)).select_related("cohort", "user")
        place = places.get(pk=place.pk)
        found = certificate_of(place)
        if found is not None:
            return found
        grade = grade_in(place)
        refusal = why_not(place, grade)
        if refusal:
            raise NotEarned(refusal)
        return _make(place, grade, current_course())


def certificate_of(place: Membership) -> Certificate | None:
    """Return the certificate that was issued for this place."""
    return Certificate.objects.filter(cohort=place.cohort_id, user=place.user_id).first()


def is_earned(place: Membership, grade: CohortGrade) -> bool:
    """Whether this place in a class gives a certificate now."""
    return not why_not(place, grade)


def why_not(place: Membership, grade: CohortGrade) -> str:
    """Return why there is no certificate for this place yet; empty where there is one to be had."""
    if place.left is not None:
        return "You have left this class. Come back into it to get its certificate."
    if place.role != Role.LEARNER:
        return "Certificates are for those who learn in a class; you teach in this one."
    if place.is_auditing:
        return "You look on in this class, and that gives no certificate. You can take part at any time."
    if not weights_of(place.cohort, current_course()):
        return "Nothing counts in this class yet, so there is nothing to pass."
    if not grade.is_passed:
        return (
            f"You have {grade.percent} % so far, and {place.cohort.pass_mark} % passes. "
            "The certificate is here as soon as you are there."
        )
    return ""


def _make(place: Membership, grade: CohortGrade, course: Course) -> Certificate:
    counted = weights_of(place.cohort, course)
    titles = {item.full_id: item.title for item in course.items}
    number = new_number()
    return Certificate.objects.create(
        number=number,
        user=place.user,
        cohort=place.cohort,
        name=shown_name(place.user)[:MOST_OF_A_NAME],
        email_mark=_email_mark(place.user, number),
        class_name=place.cohort.name,
        course_id=course.id,
        course_title=course.title,
        course_version=version("upslope"),
        modules=_modules(course),
        percent=grade.percent,
        judged_percent=grade.judged_percent,
        pass_mark=place.cohort.pass_mark,
        by_hand=[titles[item] for item in counted if item in grade.items and grade.items[item].is_overridden],
    )


def _modules(course: Course) -> list[list[str | list[str]]]:
    """Each module that has something in it, with the skills that its lessons teach."""
    skills = current_skills()
    return [
        [
            module.title,
            [skill.title for skill in skills if skill.lesson.partition("/")[0] == module.id],
        ]
        for module in course.modules
        if any(item.path is not None for item in module.items)
    ]


def _email_mark(user: User, number: str) -> str:
    """The learner's address as Open Badges hash it, with the number as salt: it proves, and does not tell."""
    if not user.email:
        return ""
    return f"sha256${sha256((user.email.lower() + number).encode()).hexdigest()}"
