"""The site as ``upslope preview`` serves it."""

from django.urls import include, path

from upslope.web.urls import urlpatterns as site

urlpatterns = [*site, path("preview/", include("upslope.web.preview.urls"))]
