from django.urls import path

from upslope.web.community.views import item, others_post, own_post, room, thread
from upslope.web.community.views.stop_mail import stop_mail

HERE = "classes/<int:cohort_id>/discussion/"
ITEM = f"{HERE}items/<slug:module>/<slug:item>/"
THREAD = f"{HERE}threads/<int:thread_id>/"
POST = f"{HERE}posts/<int:post_id>/"

urlpatterns = [
    path(HERE, room.room, name="discussion-room"),
    path(f"{HERE}switch/", room.switch, name="discussion-switch"),
    path(f"{HERE}mails/", room.mails, name="discussion-mails"),
    path(f"{HERE}reports/", room.reports, name="discussion-reports"),
    path(f"{HERE}preview/", item.preview, name="discussion-preview"),
    path(ITEM, item.item_threads, name="discussion-item"),
    path(f"{ITEM}new/", item.new_thread, name="discussion-new"),
    path(THREAD, thread.thread, name="discussion-thread"),
    path(f"{THREAD}reply/", thread.reply, name="discussion-reply"),
    path(f"{THREAD}follow/", thread.follow, name="discussion-follow"),
    path(f"{THREAD}pin/", others_post.pin, name="discussion-pin"),
    path(f"{THREAD}lock/", others_post.lock, name="discussion-lock"),
    path(f"{POST}edit/", own_post.edit, name="discussion-edit"),
    path(f"{POST}delete/", own_post.delete, name="discussion-delete"),
    path(f"{POST}bring-back/", own_post.bring_back, name="discussion-bring-back"),
    path(f"{POST}report/", others_post.report, name="discussion-report"),
    path(f"{POST}hide/", others_post.hide, name="discussion-hide"),
    path(f"{POST}restore/", others_post.restore, name="discussion-restore"),
    path(f"{POST}settle/", others_post.settle, name="discussion-settle"),
    path(f"{POST}spoiler/", others_post.spoiler, name="discussion-spoiler"),
    path(f"{POST}history/", others_post.history, name="discussion-history"),
    path(f"{POST}answer/", others_post.answer, name="discussion-answer"),
    path("discussion/no-mail/<str:token>/", stop_mail, name="discussion-stop-mail"),
]
