from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.community.models import DigestMark, Room
from upslope.web.community.moderation import hidden_in, queue_of
from upslope.web.community.threads import newest_rows
from upslope.web.community.viewing import leader_in, teacher_in, viewer_in

SHOWN = 30  # threads


@require_safe
def room(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """All that a class discusses, the newest first, whatever item it stands at."""
    viewer = viewer_in(request.user, cohort_id)
    mark = DigestMark.objects.filter(user=request.user).first()
    context = {
        "viewer": viewer,
        "cohort": viewer.cohort,
        "rows": newest_rows(viewer, SHOWN),
        "shown": SHOWN,
        "waiting": len(queue_of(viewer.cohort)) if viewer.teaches else 0,
        "wants_mail": mark is None or mark.is_wanted,
    }
    return render(request, "community/room.html", context)


@require_POST
def switch(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Switch the discussion of a class off, or on again. Nothing is deleted."""
    viewer = leader_in(request.user, cohort_id)
    is_open = request.POST.get("open") == "yes"
    Room.objects.update_or_create(cohort=viewer.cohort, defaults={"is_open": is_open})
    messages.success(
        request,
        "The discussion is on again, with all that was written before."
        if is_open
        else "The discussion is off. Learners see nothing of it; nothing was deleted.",
    )
    return redirect("discussion-room", cohort_id)


@require_POST
def mails(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Have the daily mail, or not."""
    viewer_in(request.user, cohort_id)
    is_wanted = request.POST.get("mail") == "yes"
    DigestMark.objects.update_or_create(user=request.user, defaults={"is_wanted": is_wanted})
    messages.success(
        request,
        "You get a mail on days with something new in the threads you follow."
        if is_wanted
        else "You get no mails about discussions any more.",
    )
    return redirect("discussion-room", cohort_id)


@require_safe
def reports(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """What was reported and waits for somebody to look, and what is hidden."""
    viewer = teacher_in(request.user, cohort_id)
    context = {
        "viewer": viewer,
        "cohort": viewer.cohort,
        "queue": queue_of(viewer.cohort),
        "hidden": hidden_in(viewer.cohort),
    }
    return render(request, "community/reports.html", context)
