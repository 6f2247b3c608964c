from django.apps import AppConfig


class CommunityConfig(AppConfig):
    name = "upslope.web.community"
    default_auto_field = "django.db.models.BigAutoField"
