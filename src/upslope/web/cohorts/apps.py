from django.apps import AppConfig


class CohortsConfig(AppConfig):
    name = "upslope.web.cohorts"
    default_auto_field = "django.db.models.BigAutoField"
