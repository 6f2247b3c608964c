"""The addresses of classes. Pages that show marks are handed the gradebook, which stands above this app."""

from django.urls import URLPattern, path

from upslope.web.cohorts.class_page import GradeIn
from upslope.web.cohorts.views.deadlines import deadlines
from upslope.web.cohorts.views.extensions import extension_take_back, extensions
from upslope.web.cohorts.views.invitations import invitations, revoke
from upslope.web.cohorts.views.join import join_page
from upslope.web.cohorts.views.late_policy import late_policy
from upslope.web.cohorts.views.member import change_role, hand_over, let_back, remove
from upslope.web.cohorts.views.members import members
from upslope.web.cohorts.views.mine import my_classes
from upslope.web.cohorts.views.page import class_page
from upslope.web.cohorts.views.settings import class_settings, close, delete, reopen
from upslope.web.cohorts.views.start import start_class
from upslope.web.cohorts.views.staying import audit, leave

MEMBER = "classes/<int:cohort_id>/members/<int:user_id>/"


def cohort_urls(grade_in: GradeIn) -> list[URLPattern]:
    """Return every address of classes; ``grade_in`` says how a member stands."""
    return [
        path("classes/", my_classes, {"grade_in": grade_in}, name="cohorts"),
        path("classes/new/", start_class, name="cohort-new"),
        path("classes/late-policy/", late_policy, name="late-policy"),
        path("classes/<int:cohort_id>/", class_page, {"grade_in": grade_in}, name="cohort"),
        path("classes/<int:cohort_id>/leave/", leave, name="cohort-leave"),
        path("classes/<int:cohort_id>/audit/", audit, name="cohort-audit"),
        path("classes/<int:cohort_id>/invitations/", invitations, name="cohort-invitations"),
        path("classes/<int:cohort_id>/invitations/<int:invitation_id>/revoke/", revoke, name="cohort-revoke"),
        path("classes/<int:cohort_id>/deadlines/", deadlines, name="cohort-deadlines"),
        path("classes/<int:cohort_id>/members/", members, name="cohort-members"),
        path(f"{MEMBER}role/", change_role, name="cohort-role"),
        path(f"{MEMBER}remove/", remove, name="cohort-remove"),
        path(f"{MEMBER}back/", let_back, name="cohort-let-back"),
        path(f"{MEMBER}hand-over/", hand_over, name="cohort-hand-over"),
        path(f"{MEMBER}extensions/", extensions, name="cohort-extensions"),
        path(
            f"{MEMBER}extensions/<int:extension_id>/take-back/",
            extension_take_back,
            name="cohort-extension-back",
        ),
        path("classes/<int:cohort_id>/settings/", class_settings, name="cohort-settings"),
        path("classes/<int:cohort_id>/close/", close, name="cohort-close"),
        path("classes/<int:cohort_id>/reopen/", reopen, name="cohort-reopen"),
        path("classes/<int:cohort_id>/delete/", delete, name="cohort-delete"),
        path("join/<str:key>/", join_page, name="join"),
    ]
