"""Every address of a site for a class: those of a learner alone but for the door, and those of people."""

from django.urls import URLPattern, URLResolver, include, path

from upslope.web.cohorts.urls import cohort_urls
from upslope.web.gradebook.grades import grade_in
from upslope.web.urls import shared

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("upslope.web.accounts.together_urls")),
    path("", include("upslope.web.catalogue.urls")),  # before the rest: it has a front door of its own
    *shared,
    path("", include(cohort_urls(grade_in))),
    path("classes/<int:cohort_id>/gradebook/", include("upslope.web.gradebook.urls")),
    path("", include("upslope.web.credentials.urls")),
    path("", include("upslope.web.community.urls")),
    path("", include("upslope.web.lti.urls")),
]

handler400 = "upslope.web.error_pages.not_readable"
handler403 = "upslope.web.error_pages.not_allowed"
handler404 = "upslope.web.error_pages.not_found"
handler500 = "upslope.web.error_pages.broken"
