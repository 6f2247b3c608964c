from django.apps import AppConfig


class LookingBackConfig(AppConfig):
    name = "upslope.web.looking_back"
    default_auto_field = "django.db.models.BigAutoField"
