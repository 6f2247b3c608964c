from django.urls import path

from upslope.web.search.views.page import search_page

urlpatterns = [path("search/", search_page, name="search")]
