from django.urls import URLPattern, path

from upslope.web.sandpit.views.racing import race, stop
from upslope.web.sandpit.views.walking import walk

app_name = "sandpit"
urlpatterns: list[URLPattern] = [
    path("<slug:module>/<slug:item>/walk/", walk, name="walk"),
    path("<slug:module>/<slug:item>/race/", race, name="race"),
    path("<slug:module>/<slug:item>/race/stop/", stop, name="stop"),
]
