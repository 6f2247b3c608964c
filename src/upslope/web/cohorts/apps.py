from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

WHO_MAY_START = ("operators", "everyone")


class CohortsConfig(AppConfig):
    name = "upslope.web.cohorts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        if settings.CLASSES not in WHO_MAY_START:
            raise ImproperlyConfigured(
                "UPSLOPE_CLASSES says who may start a class: operators or everyone. It is "
                f"{settings.CLASSES!r}: set it to one of the two, or leave it out for operators."
            )
