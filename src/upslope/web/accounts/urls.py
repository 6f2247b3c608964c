from django.urls import path

from upslope.web.accounts.views.enter import enter, how_to_enter

urlpatterns = [
    path("enter/", how_to_enter, name="how-to-enter"),
    path("enter/<str:token>/", enter, name="enter"),
]
