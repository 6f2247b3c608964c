from django.urls import path

from upslope.web.practice.views.aids import another, hint, solution
from upslope.web.practice.views.answer import answer
from upslope.web.practice.views.draft import draft
from upslope.web.practice.views.echo import echo
from upslope.web.practice.views.report import report
from upslope.web.practice.views.trying import try_code

app_name = "practice"
urlpatterns = [
    path("echo/", echo, name="echo"),
    path("<int:sitting_id>/answer/", answer, name="answer"),
    path("<int:sitting_id>/draft/", draft, name="draft"),
    path("<int:sitting_id>/try/", try_code, name="try"),
    path("<int:sitting_id>/hint/", hint, name="hint"),
    path("<int:sitting_id>/solution/", solution, name="solution"),
    path("<int:sitting_id>/another/", another, name="another"),
    path("<int:sitting_id>/report/", report, name="report"),
]
