from importlib import import_module

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "upslope.web.review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("upslope.web.review.remembering")  # it listens to practice; models exist only by now
