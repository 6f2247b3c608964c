from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "upslope.web.lessons"
    default_auto_field = "django.db.models.BigAutoField"
