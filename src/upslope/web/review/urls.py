from django.urls import path

from upslope.web.review.views.export import export
from upslope.web.review.views.review import begin, go_on, review, stop

urlpatterns = [
    path("review/", review, name="review"),
    path("review/begin/", begin, name="review-begin"),
    path("review/next/", go_on, name="review-next"),
    path("review/stop/", stop, name="review-stop"),
    path("export/", export, name="export"),
]
