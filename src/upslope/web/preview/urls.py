from django.urls import path

from upslope.web.preview.views.contents import contents
from upslope.web.preview.views.question import question
from upslope.web.preview.views.stamp import stamp

app_name = "preview"
urlpatterns = [
    path("", contents, name="contents"),
    path("stamp/", stamp, name="stamp"),
    path("<slug:module>/<slug:item>/<slug:name>/", question, name="question"),
]
