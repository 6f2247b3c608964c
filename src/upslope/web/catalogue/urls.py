from django.urls import path

from upslope.web.catalogue.views.course import course_page
from upslope.web.catalogue.views.front_door import front_door
from upslope.web.catalogue.views.join import join_by_link
from upslope.web.catalogue.views.reviews import all_reviews, hide_review, show_review
from upslope.web.catalogue.views.sample import sample_lesson, sample_still

STILL = "figures/<slug:figure>/<slug:moment>.svg"  # beside the page, which is where a figure looks for it

urlpatterns = [
    path("", front_door, name="home"),
    path("course/", course_page, name="course"),
    path(f"course/{STILL}", sample_still),
    path("course/lesson/", sample_lesson, name="course-lesson"),
    path(f"course/lesson/{STILL}", sample_still, name="course-still"),
    path("course/join/", join_by_link, name="course-join"),
    path("course/reviews/", all_reviews, name="course-reviews"),
    path("course/reviews/<int:rating_id>/hide/", hide_review, name="course-review-hide"),
    path("course/reviews/<int:rating_id>/show/", show_review, name="course-review-show"),
]
