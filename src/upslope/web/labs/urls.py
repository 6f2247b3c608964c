from django.urls import URLPattern, path

from upslope.web.labs.views.cells import add_cell, clear_outputs, remove_cell
from upslope.web.labs.views.checking import check_function
from upslope.web.labs.views.handed_in import download_submission, handed_in
from upslope.web.labs.views.running import restart, run_cell, stop, warm
from upslope.web.labs.views.saving import bring_back, download, download_earlier, save_work, start_over
from upslope.web.labs.views.submitting import submit, verdict
from upslope.web.labs.views.uploading import grade_upload, upload, use_upload

app_name = "labs"
urlpatterns: list[URLPattern] = [
    path("verdict/<uuid:submission_id>/", verdict, name="verdict"),
    path("handed-in/<uuid:submission_id>/", handed_in, name="handed-in"),
    path("handed-in/<uuid:submission_id>.ipynb", download_submission, name="download-submission"),
    path("<slug:module>/<slug:item>/save/", save_work, name="save"),
    path("<slug:module>/<slug:item>/run/", run_cell, name="run"),
    path("<slug:module>/<slug:item>/warm/", warm, name="warm"),
    path("<slug:module>/<slug:item>/stop/", stop, name="stop"),
    path("<slug:module>/<slug:item>/restart/", restart, name="restart"),
    path("<slug:module>/<slug:item>/add-cell/", add_cell, name="add-cell"),
    path("<slug:module>/<slug:item>/remove-cell/", remove_cell, name="remove-cell"),
    path("<slug:module>/<slug:item>/clear-outputs/", clear_outputs, name="clear-outputs"),
    path("<slug:module>/<slug:item>/check/", check_function, name="check"),
    path("<slug:module>/<slug:item>/submit/", submit, name="submit"),
    path("<slug:module>/<slug:item>/start-over/", start_over, name="start-over"),
    path("<slug:module>/<slug:item>/notebook.ipynb", download, name="download"),
    path("<slug:module>/<slug:item>/earlier/<int:version>.ipynb", download_earlier, name="earlier"),
    path("<slug:module>/<slug:item>/earlier/<int:version>/bring-back/", bring_back, name="bring-back"),
    path("<slug:module>/<slug:item>/upload/", upload, name="upload"),
    path("<slug:module>/<slug:item>/upload/use/", use_upload, name="use-upload"),
    path("<slug:module>/<slug:item>/upload/grade/", grade_upload, name="grade-upload"),
]
