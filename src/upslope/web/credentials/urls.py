from django.urls import path

from upslope.web.credentials.views.award import award
from upslope.web.credentials.views.certificate import certificate
from upslope.web.credentials.views.download import badge, pdf
from upslope.web.credentials.views.in_class import certificates_of_class
from upslope.web.credentials.views.mine import my_certificates
from upslope.web.credentials.views.published import achievement_page, issuer, key, keys, revoked_badges
from upslope.web.credentials.views.revoking import restore, revoke
from upslope.web.credentials.views.share import sharing

urlpatterns = [
    path("classes/<int:cohort_id>/certificate/", award, name="certificate-award"),
    path("classes/<int:cohort_id>/certificates/", certificates_of_class, name="cohort-certificates"),
    path("certificates/", my_certificates, name="certificates"),
    path("certificates/<str:number>/", certificate, name="certificate"),
    path("certificates/<str:number>/certificate.pdf", pdf, name="certificate-pdf"),
    path("certificates/<str:number>/badge.jwt", badge, name="certificate-badge"),
    path("certificates/<str:number>/sharing/", sharing, name="certificate-sharing"),
    path("certificates/<str:number>/revoke/", revoke, name="certificate-revoke"),
    path("certificates/<str:number>/restore/", restore, name="certificate-restore"),
    path("credentials/issuer/", issuer, name="badge-issuer"),
    path("credentials/achievements/<slug:course_id>/", achievement_page, name="badge-achievement"),
    path("credentials/revoked/", revoked_badges, name="badges-revoked"),
    path("credentials/keys/<slug:thumbprint>/", key, name="badge-key"),
    path(".well-known/jwks.json", keys, name="badge-keys"),
]
