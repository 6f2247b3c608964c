from django.urls import path

from upslope.web.looking_back.views.letter import rating_letter
from upslope.web.looking_back.views.rate import rate
from upslope.web.looking_back.views.take_back import take_rating_back

urlpatterns = [
    path("<slug:module>/<slug:item>/rate/", rate, name="rate"),
    path("<slug:module>/<slug:item>/take-back/", take_rating_back, name="rating-take-back"),
    path("<slug:module>/<slug:item>/letter/", rating_letter, name="rating-letter"),
]
