from django.apps import AppConfig


class ExplorerConfig(AppConfig):
    name = "upslope.web.explorer"
    default_auto_field = "django.db.models.BigAutoField"
