from django.urls import path

from upslope.web.diagnostic.views.answering import answer, stop
from upslope.web.diagnostic.views.beginning import begin
from upslope.web.diagnostic.views.way_back import way_back

urlpatterns = [
    path("", way_back, name="diagnostic"),
    path("begin/", begin, name="diagnostic-begin"),
    path("answer/", answer, name="diagnostic-answer"),
    path("stop/", stop, name="diagnostic-stop"),
]
