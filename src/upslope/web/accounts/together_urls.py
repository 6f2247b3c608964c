"""The pages of accounts, at addresses of ours under the names that django-allauth knows them by."""

from allauth.account import views
from django.urls import include, path, re_path

from upslope.web.accounts.views.account import account
from upslope.web.accounts.views.delete import delete_account
from upslope.web.accounts.views.email import email
from upslope.web.accounts.views.forgotten import forgotten
from upslope.web.accounts.views.provider import provider_login

urlpatterns = [
    path("", account, name="account"),
    path("delete/", delete_account, name="account-delete"),
    path("sign-in/", views.login, name="account_login"),
    path("sign-up/", views.signup, name="account_signup"),
    path("sign-out/", views.logout, name="account_logout"),
    path("again/", views.reauthenticate, name="account_reauthenticate"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("email/", email, name="account_email"),
    path("email/sent/", views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^email/confirm/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"),
    path("password/", views.password_change, name="account_change_password"),
    path("password/first/", views.password_set, name="account_set_password"),
    path("password/forgotten/", forgotten, name="account_reset_password"),
    path("password/forgotten/sent/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/new/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    path("second-step/", include("allauth.mfa.urls")),
    path("places/", include("allauth.usersessions.urls")),
    path("providers/", include("allauth.socialaccount.urls")),
    path(
        "oidc/<str:provider_id>/login/", provider_login, name="openid_connect_login"
    ),  # before allauth's own
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),  # they begin with oidc/
]
