from django.urls import path

from upslope.web.lti.views.arriving import Login, launch, public_keys
from upslope.web.lti.views.choosing import choose
from upslope.web.lti.views.connecting import connect
from upslope.web.lti.views.platform import platform

urlpatterns = [
    path("lti/login/", Login.as_view(), name="lti-login"),
    path("lti/launch/", launch, name="lti-launch"),
    path("lti/keys/", public_keys, name="lti-keys"),
    path("lti/connect/", connect, name="lti-connect"),
    path("lti/choose/", choose, name="lti-choose"),
    path("classes/<int:cohort_id>/platform/", platform, name="class-platform"),
]
