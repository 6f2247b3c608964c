"""Django settings. What differs between a laptop, a class and the tests comes from the environment."""

import hashlib
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF

from upslope.web.accounts.outside import email_settings, oidc_apps

BASE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("UPSLOPE_DATA", BASE / "no-data-folder-was-set"))
COURSE = (
    Path(os.environ["UPSLOPE_COURSE"]) if "UPSLOPE_COURSE" in os.environ else None
)  # None: the packaged one

PREVIEW = "UPSLOPE_PREVIEW" in os.environ  # a course is being written: pages follow each save

_key_file = DATA / "secret-key"
SECRET_KEY = os.environ.get("UPSLOPE_SECRET_KEY", "") or (
    _key_file.read_text().strip() if _key_file.exists() else "only-for-tests-and-checks"
)
DEBUG = False

# Where a class finds the site, without a slash at the end; empty where one learner is alone on a laptop.
BASE_URL = os.environ.get("UPSLOPE_BASE_URL", "").rstrip("/")
TOGETHER = bool(BASE_URL)
CLASSES = os.environ.get("UPSLOPE_CLASSES", "operators")  # who may start one: operators or everyone
LAB_SESSIONS = os.environ.get("UPSLOPE_LAB_SESSIONS", "")  # the socket of who keeps them; empty: each process
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
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "lti_tool",
    "upslope.web.accounts",
    "upslope.web.cohorts",
    "upslope.web.lessons",
    "upslope.web.practice",
    "upslope.web.labs",
    "upslope.web.gradebook",
    "upslope.web.credentials",
    "upslope.web.community",
    "upslope.web.lti",
    "upslope.web.sandpit",
    "upslope.web.explorer",
    "upslope.web.diagnostic",
    "upslope.web.looking_back",
    "upslope.web.review",
    "upslope.web.search",
    "upslope.web.serving",
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
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "upslope.web.middleware.SignedInOnly",
]

if TOGETHER:
    MIDDLEWARE[:0] = [
        "upslope.web.serving.health.answer_health",
        "upslope.web.serving.request_log.log_requests",
    ]
if PREVIEW:
    MIDDLEWARE.append("upslope.web.preview.middleware.ShowContentErrors")

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "upslope.web.preview.context.preview",
                "upslope.web.cohorts.context.together",
                "upslope.web.accounts.context.entrance",
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
if _POSTGRES:
    _options = DATABASES["default"].setdefault("OPTIONS", {})
    DATABASES["default"]["OPTIONS"] = {"connect_timeout": 5, "application_name": "upslope", **_options}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Cookies are shared by all ports of one host, so two courses running side by side need names of their own.
# A class may be served by several machines, each with a data folder where it likes.
_data_mark = hashlib.sha256((BASE_URL or str(DATA)).encode()).hexdigest()[:8]
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

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "first_name")}),
    )
]
SIGN_UP = os.environ.get("UPSLOPE_SIGN_UP", "invited")  # who may: whoever was invited, or everybody (open)
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
_mail = email_settings(os.environ.get("UPSLOPE_MAIL", ""))
HAS_MAIL = bool(_mail)
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # without a server nothing is sent
globals().update(_mail)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("UPSLOPE_MAIL_FROM", "upslope@localhost")
ACCOUNT_ADAPTER = "upslope.web.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "upslope.web.accounts.forms.NameForm"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if HAS_MAIL else "none"
ACCOUNT_EMAIL_NOTIFICATIONS = HAS_MAIL
ACCOUNT_PREVENT_ENUMERATION = HAS_MAIL  # it answers by mail what it will not say on the page
ACCOUNT_CONFIRM_EMAIL_ON_GET = False  # mail scanners open links; a person presses a button
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that made the account, and no other
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Upslope: "
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_USER_DISPLAY = "upslope.web.accounts.naming.shown_name"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _is_https else "http"
SOCIALACCOUNT_ADAPTER = "upslope.web.accounts.adapter.ProviderAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False  # the name that others will see is asked
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": oidc_apps(DATA / "oidc.toml")}}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Upslope"
if TOGETHER:
    # Attempts to sign in are counted here, for all processes and machines together.
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "accounts_cacherow",
            "OPTIONS": {"MAX_ENTRIES": 100_000},  # so that counts are not pushed out by many others
        }
    }

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
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site builds its pages from ours
WHITENOISE_MAX_AGE = 365 * 24 * 3600  # every address carries a mark of the file's content

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {"()": "upslope.web.serving.json_log.JsonLines"},
    },
    "handlers": {
        "terminal": {
            "class": "logging.StreamHandler",
            "formatter": os.environ.get("UPSLOPE_LOGS", "line"),  # json where programs read them
        },
        "operator": {"class": "upslope.web.operating.last_errors.LastErrors", "level": "ERROR"},
    },
    "root": {"handlers": ["terminal", "operator"], "level": "WARNING"},
    # Refused requests are answered with a page that says why; a line for each would bury what matters.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        "upslope.requests": {"level": "INFO"},
        "waitress": {"level": "ERROR"},  # it would count the cells that still run at the stop
    },
}
