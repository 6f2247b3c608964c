from importlib import import_module

from django.apps import AppConfig


class LtiConfig(AppConfig):
    name = "upslope.web.lti"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hear of every mark that changes."""
        import_module("upslope.web.lti.signals")
