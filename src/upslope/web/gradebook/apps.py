from django.apps import AppConfig


class GradebookConfig(AppConfig):
    name = "upslope.web.gradebook"
    default_auto_field = "django.db.models.BigAutoField"
