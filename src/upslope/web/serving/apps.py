from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "upslope.web.serving"
    default_auto_field = "django.db.models.BigAutoField"
