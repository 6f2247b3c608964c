"""Every address of a site for a class: those of a learner alone, and those that need other people."""

from django.urls import URLPattern, URLResolver

from upslope.web.urls import urlpatterns as alone

urlpatterns: list[URLPattern | URLResolver] = [
    *alone,
]

handler400 = "upslope.web.error_pages.not_readable"
handler403 = "upslope.web.error_pages.not_allowed"
handler404 = "upslope.web.error_pages.not_found"
handler500 = "upslope.web.error_pages.broken"
