"""How long a class's gradebook takes to open: 500 learners, every item of the course, against 50 learners.

Prints the median of several openings through the whole of Django, and the page's size.
"""

import os
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

import django

LEARNERS = 500
OPENINGS = 7


def main() -> None:
    folder = tempfile.TemporaryDirectory()
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "upslope.web.settings",
        "UPSLOPE_DATA": folder.name,
        "UPSLOPE_BASE_URL": "http://testserver",
    }
    with folder:
        Path(folder.name, "secret-key").write_text("benchmark")
        django.setup()
        measure()


def measure() -> None:
    from django.core.management import call_command  # noqa: PLC0415  # only after django.setup()
    from django.test import Client  # noqa: PLC0415

    from upslope.web.accounts.models import User  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    teacher = User.objects.create_user("teacher")
    client = Client()
    client.force_login(teacher)
    times = {}
    for count in (LEARNERS // 10, LEARNERS):
        cohort = fill(teacher, count)
        for items in ("counted", "all"):
            address = f"/classes/{cohort}/gradebook/?items={items}"
            client.get(address)
            took, size = [], 0
            for _ in range(OPENINGS):
                begun = time.perf_counter()
                reply = client.get(address)
                took.append(time.perf_counter() - begun)
                size = len(reply.content)
            times[count, items] = statistics.median(took)
            print(f"{count:4} learners, {items:7}: {1000 * times[count, items]:6.0f} ms, {size / 1e6:.2f} MB")
    ratio = times[LEARNERS, "all"] / times[LEARNERS // 10, "all"]
    print(f"ten times the learners take {ratio:.1f} times as long")


def fill(teacher: object, count: int) -> int:
    from upslope.web.accounts.models import User  # noqa: PLC0415
    from upslope.web.cohorts.models import Cohort, Deadline, Membership, Role  # noqa: PLC0415
    from upslope.web.course_access import current_course  # noqa: PLC0415
    from upslope.web.gradebook.grades import GRADED  # noqa: PLC0415
    from upslope.web.lessons.models import ItemProgress, ScoreRise  # noqa: PLC0415

    cohort = Cohort.objects.create(name=f"{count} learners", starts=date(2026, 9, 1))
    Membership.objects.create(cohort=cohort, user=teacher, role=Role.OWNER)
    users = User.objects.bulk_create(
        User(username=f"{count}-{number}", first_name=f"Learner {number}") for number in range(count)
    )
    Membership.objects.bulk_create(Membership(cohort=cohort, user=user) for user in users)
    items = current_course().items
    ItemProgress.objects.bulk_create(
        (
            ItemProgress(user=user, item_id=item.full_id, score=(7 * number % 11) % 11 / 10, state="done")
            for user in users
            for number, item in enumerate(items)
        ),
        batch_size=2000,
    )
    for item in items:
        if item.kind in GRADED:
            Deadline.objects.create(cohort=cohort, item_id=item.full_id, due="2026-10-01T12:00Z")
            ScoreRise.objects.bulk_create(
                ScoreRise(user=user, item_id=item.full_id, score=0.1 * rise, at=f"2026-10-0{rise}T12:00Z")
                for user in users
                for rise in (1, 2, 3)
            )
    return cohort.pk


if __name__ == "__main__":
    main()
