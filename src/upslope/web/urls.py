"""Every address of the site, one include per app."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from upslope.web.item_page import item_page

# What a learner alone and a class have in common.
shared: list[URLPattern | URLResolver] = [
    path("", include("upslope.web.lessons.urls")),
    path("learn/<slug:module>/<slug:item>/", item_page, name="item"),
    path("practice/", include("upslope.web.practice.urls")),
    path("labs/", include("upslope.web.labs.urls")),
    path("sandpit/", include("upslope.web.sandpit.urls")),
    path("explorer/", include("upslope.web.explorer.urls")),
    path("starting-point/", include("upslope.web.diagnostic.urls")),
    path("looking-back/", include("upslope.web.looking_back.urls")),
    path("", include("upslope.web.review.urls")),
    path("", include("upslope.web.search.urls")),
    path("", include("upslope.web.operating.urls")),
]
urlpatterns: list[URLPattern | URLResolver] = [path("", include("upslope.web.accounts.urls")), *shared]
if settings.PREVIEW:
    urlpatterns.append(path("preview/", include("upslope.web.preview.urls")))

handler400 = "upslope.web.error_pages.not_readable"
handler403 = "upslope.web.error_pages.not_allowed"
handler404 = "upslope.web.error_pages.not_found"
handler500 = "upslope.web.error_pages.broken"
