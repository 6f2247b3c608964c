from django.apps import AppConfig

from upslope.web.practice.code_sandbox import code_sandbox


class PracticeConfig(AppConfig):
    name = "upslope.web.practice"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have code answers marked."""
        code_sandbox()
