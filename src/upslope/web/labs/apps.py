from django.apps import AppConfig


class LabsConfig(AppConfig):
    name = "upslope.web.labs"
    default_auto_field = "django.db.models.BigAutoField"
