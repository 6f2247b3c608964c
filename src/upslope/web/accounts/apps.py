from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

WHO_MAY_SIGN_UP = ("invited", "open")


class AccountsConfig(AppConfig):
    name = "upslope.web.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        if settings.SIGN_UP not in WHO_MAY_SIGN_UP:
            raise ImproperlyConfigured(
                "UPSLOPE_SIGN_UP says who may make an account: invited or open (everybody). It is "
                f"{settings.SIGN_UP!r}: set it to one of the two, or leave it out for invited."
            )
