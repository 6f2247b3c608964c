"""Django settings. What differs between a laptop, a class and the tests comes from the environment."""

import os
from pathlib import Path

BASE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("UPSLOPE_DATA", BASE / "no-data-folder-was-set"))

SECRET_KEY = os.environ.get("UPSLOPE_SECRET_KEY", "only-for-tests-and-checks")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "upslope.web.urls"
WSGI_APPLICATION = "upslope.web.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
LANGUAGE_CODE = "en-gb"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "upslope.web.accounts",
    "upslope.web.lessons",
    "upslope.web.practice",
    "upslope.web.labs",
]
