from django.urls import URLPattern, path

from upslope.web.explorer.views.asking import bound, closeness, expansion, function, plane
from upslope.web.explorer.views.working import working

app_name = "explorer"
urlpatterns: list[URLPattern] = [
    path("function/", function, name="function"),
    path("expansion/", expansion, name="expansion"),
    path("plane/", plane, name="plane"),
    path("bound/", bound, name="bound"),
    path("closeness/", closeness, name="closeness"),
    path("working/", working, name="working"),
]
