from django.apps import AppConfig


class SandpitConfig(AppConfig):
    name = "upslope.web.sandpit"
    default_auto_field = "django.db.models.BigAutoField"
