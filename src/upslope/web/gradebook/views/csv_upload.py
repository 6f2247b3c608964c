import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.models import Cohort
from upslope.web.cohorts.rights import leading_in
from upslope.web.course_access import current_course
from upslope.web.gradebook.csv_file import Reading, apply, read_marks
from upslope.web.gradebook.models import Override
from upslope.web.gradebook.overrides import LONGEST_REASON, take_back_batch
from upslope.web.storable import storable


@require_http_methods(["GET", "HEAD", "POST"])
def csv_upload(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Take a file of marks, and show what it would change. Nothing is changed yet."""
    cohort = leading_in(request.user, cohort_id).cohort
    if request.method != "POST":
        return _page(request, cohort)
    sent = request.FILES.get("file")
    if sent is None:
        problem = Reading(
            (), ("Choose a file first: the gradebook you downloaded, with marks changed in it.",)
        )
        return _page(request, cohort, problem)
    raw = sent.read()
    reading = read_marks(raw, cohort, current_course())
    text = raw.decode("utf-8-sig", "replace") if reading.changes else ""
    if reading.changes and raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = raw.decode("utf-16")
    return _page(request, cohort, reading, text)


@require_POST
def csv_apply(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Set the marks that were shown. The text comes back with the page and is read anew."""
    cohort = leading_in(request.user, cohort_id).cohort
    text = request.POST.get("marks", "")
    reason = storable(request.POST.get("reason", "").strip())
    reading = read_marks(text.encode(), cohort, current_course())
    if not reason or len(reason) > LONGEST_REASON:
        problem = f"Say in up to {LONGEST_REASON} characters why these marks are set: learners see it."
        return _page(request, cohort, reading, text, {"reason": reason, "reason_problem": problem})
    if not reading.changes:
        return _page(request, cohort, reading, text)
    batch = apply(cohort, reading, reason, request.user)
    count = len(reading.changes)
    messages.success(request, f"{count} {'mark was' if count == 1 else 'marks were'} set.")
    return _page(request, cohort, extra={"batch": batch, "count": count})


@require_POST
def csv_take_back(request: LearnerRequest, cohort_id: int, batch: uuid.UUID) -> HttpResponse:
    """Undo the marks of one file."""
    cohort = leading_in(request.user, cohort_id).cohort
    if not Override.objects.filter(cohort=cohort, batch=batch).exists():
        raise Http404("no such file in this class")
    undone = take_back_batch(cohort, batch, request.user)
    words = f"{undone} {'mark was' if undone == 1 else 'marks were'} taken back."
    messages.success(request, words if undone else "None of that file’s marks holds any more.")
    return redirect("gradebook-file", cohort_id)


def _page(
    request: LearnerRequest,
    cohort: Cohort,
    reading: Reading | None = None,
    text: str = "",
    extra: dict[str, object] | None = None,
) -> HttpResponse:
    has_failed = reading is not None and not reading.changes and bool(reading.problems)
    context = {
        "cohort": cohort,
        "reading": reading,
        "marks": text,
        "has_marks": Override.objects.filter(cohort=cohort).exists(),
        **(extra or {}),
    }
    return render(request, "gradebook/file.html", context, status=422 if has_failed else 200)
