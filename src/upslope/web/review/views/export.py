import io
import json
import zipfile

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.review.export import data_of, questions_of


@require_safe
def export(request: LearnerRequest) -> HttpResponse:
    """Everything that is kept about the learner: one zip with the data as JSON and as a page to read."""
    data = data_of(request.user)
    page = {"data": data, "questions": questions_of(data)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1))
        archive.writestr("read-me.html", render_to_string("review/export.html", page))
        for work in data["LabWork"]:
            archive.writestr(f"labs/{work['item_id']}.ipynb", json.dumps(work["notebook"]))
    return HttpResponse(
        packed.getvalue(),
        content_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="upslope-data.zip"'},
    )
