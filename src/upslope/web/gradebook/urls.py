from django.urls import path

from upslope.web.gradebook.views.analytics import analytics
from upslope.web.gradebook.views.book import book
from upslope.web.gradebook.views.csv_download import csv_download
from upslope.web.gradebook.views.csv_upload import csv_apply, csv_take_back, csv_upload
from upslope.web.gradebook.views.learner import learner
from upslope.web.gradebook.views.mark import mark, mark_take_back
from upslope.web.gradebook.views.regrading import regrade_apply, regrade_page, regrade_undo

urlpatterns = [
    path("", book, name="gradebook"),
    path("marks.csv", csv_download, name="gradebook-csv"),
    path("file/", csv_upload, name="gradebook-file"),
    path("file/apply/", csv_apply, name="gradebook-file-apply"),
    path("file/<uuid:batch>/take-back/", csv_take_back, name="gradebook-file-take-back"),
    path("learners/<int:user_id>/", learner, name="gradebook-learner"),
    path("learners/<int:user_id>/<slug:module>/<slug:item>/", mark, name="gradebook-mark"),
    path(
        "learners/<int:user_id>/<slug:module>/<slug:item>/take-back/",
        mark_take_back,
        name="gradebook-mark-take-back",
    ),
    path("items/<slug:module>/<slug:item>/", analytics, name="gradebook-item"),
    path("items/<slug:module>/<slug:item>/<slug:question>/", regrade_page, name="gradebook-regrade"),
    path(
        "items/<slug:module>/<slug:item>/<slug:question>/apply/",
        regrade_apply,
        name="gradebook-regrade-apply",
    ),
    path("regrades/<int:regrade_id>/undo/", regrade_undo, name="gradebook-regrade-undo"),
]
