from django.apps import AppConfig


class CredentialsConfig(AppConfig):
    name = "upslope.web.credentials"
    default_auto_field = "django.db.models.BigAutoField"
