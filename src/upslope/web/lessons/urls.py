from django.urls import path

from upslope.course.reference_pages import NAMES
from upslope.web.lessons.views.figure_still import figure_still
from upslope.web.lessons.views.figures import figures
from upslope.web.lessons.views.glossary import glossary
from upslope.web.lessons.views.home import home
from upslope.web.lessons.views.item_done import item_done
from upslope.web.lessons.views.progress import progress
from upslope.web.lessons.views.reference_page import reference_page

urlpatterns = [
    path("", home, name="home"),
    path("learn/<slug:module>/<slug:item>/done/", item_done, name="item-done"),
    path(
        "learn/<slug:module>/<slug:item>/figures/<slug:figure>/<slug:moment>.svg",
        figure_still,
        name="figure-still",
    ),
    path("figures/", figures, name="figures"),
    path("glossary/", glossary, name="glossary"),
    *(path(f"{name}/", reference_page, {"name": name}, name=name) for name in NAMES),
    path("progress/", progress, name="progress"),
]
