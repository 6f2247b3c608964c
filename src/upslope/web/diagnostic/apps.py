from django.apps import AppConfig


class DiagnosticConfig(AppConfig):
    name = "upslope.web.diagnostic"
    default_auto_field = "django.db.models.BigAutoField"
