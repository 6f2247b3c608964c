"""Django settings. What differs between a laptop, a class and the tests comes from the environment."""

import hashlib
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF

BASE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("UPSLOPE_DATA", BASE / "no-data-folder-was-set"))
COURSE = (
    Path(os.environ["UPSLOPE_COURSE"]) if "UPSLOPE_COURSE" in os.environ else None
)  # None: the packaged one

PREVIEW = "UPSLOPE_PREVIEW" in os.environ  # a course is being written: pages follow each save

_key_file = DATA / "secret-key"
SECRET_KEY = _key_file.read_text().strip() if _key_file.exists() else "only-for-tests-and-checks"
DEBUG = False

# Where a class finds the site, without a slash at the end; empty where one learner is alone on a laptop.
BASE_URL = os.environ.get("UPSLOPE_BASE_URL", "").rstrip("/")
TOGETHER = bool(BASE_URL)
_is_https = urlsplit(BASE_URL).scheme == "https"

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
if TOGETHER:
    ALLOWED_HOSTS.append(urlsplit(BASE_URL).hostname or "")
ROOT_URLCONF = "upslope.web.together_urls" if TOGETHER else "upslope.web.urls"
WSGI_APPLICATION = "upslope.web.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"  # pages say how long ago something was, never at which hour
USE_I18N = False
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
    "upslope.web.cohorts",
    "upslope.web.lessons",
    "upslope.web.practice",
    "upslope.web.labs",
    "upslope.web.sandpit",
    "upslope.web.explorer",
    "upslope.web.diagnostic",
    "upslope.web.looking_back",
    "upslope.web.review",
]

MIDDLEWARE = [
    # Those that add headers come first, so that refusals and static files carry them too.
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "upslope.web.middleware.only_this_machine",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "upslope.web.middleware.SignedInOnly",
]

if PREVIEW:
    MIDDLEWARE.append("upslope.web.preview.middleware.ShowContentErrors")

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "upslope.web.preview.context.preview",
                "upslope.web.cohorts.context.together",
            ],
        },
    }
]

_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "upslope.sqlite3",
    "CONN_MAX_AGE": None,  # the last connection to close would tidy up the file: at every request
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
    },
}
_POSTGRES = os.environ.get("UPSLOPE_DATABASE", "")  # postgres://name:password@host:port/database
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(_POSTGRES, conn_max_age=600, conn_health_checks=True)
    if _POSTGRES
    else _SQLITE
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Cookies are shared by all ports of one host, so two courses running side by side need names of their own.
_data_mark = hashlib.sha256(str(DATA).encode()).hexdigest()[:8]
SESSION_COOKIE_NAME = f"upslope-session-{_data_mark}"
CSRF_COOKIE_NAME = f"upslope-csrf-{_data_mark}"
SESSION_COOKIE_AGE = CSRF_COOKIE_AGE = 400 * 24 * 3600  # the longest a browser keeps a cookie
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _is_https
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [BASE_URL] if TOGETHER else []
if _is_https:
    # The web server in front speaks TLS; it must set this header itself and pass on nobody else's.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
CSRF_FAILURE_VIEW = "upslope.web.error_pages.form_expired"
LOGIN_URL = "account_login" if TOGETHER else "how-to-enter"
LOGIN_REDIRECT_URL = "home"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "style-src-attr": ["'unsafe-inline'"],  # KaTeX places its boxes with style attributes
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"

STATIC_URL = "static/"
STATIC_ROOT = BASE / "static"
STORAGES = {"staticfiles": {"BACKEND": "upslope.web.built_files.BuiltFiles"}}
WHITENOISE_MAX_AGE = 365 * 24 * 3600  # every address carries a mark of the file's content

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "terminal": {"class": "logging.StreamHandler", "formatter": "line"},
        "operator": {"class": "upslope.web.operating.last_errors.LastErrors", "level": "ERROR"},
    },
    "root": {"handlers": ["terminal", "operator"], "level": "WARNING"},
    # Refused requests are answered with a page that says why; a line for each would bury what matters.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        "waitress": {"level": "ERROR"},  # it would count the cells that still run at the stop
    },
}
