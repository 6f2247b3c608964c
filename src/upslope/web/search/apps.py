from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "upslope.web.search"
    default_auto_field = "django.db.models.BigAutoField"
