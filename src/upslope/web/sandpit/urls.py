from django.urls import URLPattern, path

from upslope.web.sandpit.views import gaming
from upslope.web.sandpit.views.racing import race, stop
from upslope.web.sandpit.views.replay import replay, replay_game
from upslope.web.sandpit.views.walking import walk

app_name = "sandpit"
urlpatterns: list[URLPattern] = [
    path("games/<uuid:game_id>/", gaming.game, name="game"),
    path("games/<uuid:game_id>/probe/", gaming.probe, name="game-probe"),
    path("games/<uuid:game_id>/steps/", gaming.steps, name="game-steps"),
    path("games/<uuid:game_id>/give-up/", gaming.end, name="game-give-up"),
    path("games/<uuid:game_id>/reveal/", gaming.reveal, name="game-reveal"),
    path("replay/<str:token>/", replay, name="replay"),
    path("replay/<str:token>/game/", replay_game, name="replay-game"),
    path("<slug:module>/<slug:item>/games/", gaming.games, name="games"),
    path("<slug:module>/<slug:item>/scores/", gaming.scores, name="scores"),
    path("<slug:module>/<slug:item>/walk/", walk, name="walk"),
    path("<slug:module>/<slug:item>/race/", race, name="race"),
    path("<slug:module>/<slug:item>/race/stop/", stop, name="stop"),
]
