from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from upslope.course.figures import still
from upslope.web.course_access import current_item
from upslope.web.lessons.item_figures import figures_on

A_YEAR = 365 * 24 * 3600


# A picture that is opened by itself brings its colours along, for both themes.
@csp_update({"style-src": [UNSAFE_INLINE]})  # type: ignore[arg-type]  # its types know only views of one argument
@require_safe
def figure_still(request: HttpRequest, module: str, item: str, figure: str, moment: str) -> HttpResponse:
    """A figure of a lesson as a picture, for browsers without script.

    The page asks with a mark of what the picture shows, so a browser may keep it for good.
    """
    spec = next((spec for spec in figures_on(current_item(f"{module}/{item}")) if spec["id"] == figure), None)
    found = still(spec, moment) if spec is not None else None
    if found is None:
        raise Http404(moment)
    response = HttpResponse(found.svg, content_type="image/svg+xml")
    if request.GET.get("v") == found.mark:
        patch_cache_control(response, private=True, max_age=A_YEAR, immutable=True)
    return response
