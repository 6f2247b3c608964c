from django.urls import path

from upslope.web.operating.views.page import operator_page

urlpatterns = [path("operator/", operator_page, name="operator")]
