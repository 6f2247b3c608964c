from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course
from upslope.web.search.index import BEGIN, END, search
from upslope.web.search.suggesting import meant
from upslope.web.storable import storable

LONGEST = 200


@require_safe
def search_page(request: LearnerRequest) -> HttpResponse:
    """Find words in lessons, glossary, pages and the titles of questions. With script, while one types."""
    query = storable(request.GET.get("q", ""))[:LONGEST]
    course = current_course()
    found = search(course, query)
    context = {
        "course": course,
        "query": query,
        "found": [{"entry": one.entry, "snippet": _marked(one.snippet)} for one in found],
        "meant": "" if found or not query.strip() else meant(query),
    }
    template = "search/found.html" if request.htmx else "search/page.html"
    return render(request, template, context)


def _marked(snippet: str) -> SafeString:
    """Return the stretch of text with its hits marked; all of it is escaped first."""
    return mark_safe(escape(snippet).replace(BEGIN, "<mark>").replace(END, "</mark>"))
