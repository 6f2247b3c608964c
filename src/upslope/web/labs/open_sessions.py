"""The open lab sessions of this server: kept by this process, or by the one that several of a class share."""

from django.conf import settings

from upslope.web.closing import close_at_the_end
from upslope.web.labs.remote_sessions import RemoteSessions
from upslope.web.labs.sessions import SessionPool


def _kept_here() -> SessionPool:
    kept = SessionPool()
    close_at_the_end(kept.close_all)
    return kept


pool: SessionPool | RemoteSessions = (
    RemoteSessions(settings.LAB_SESSIONS) if settings.LAB_SESSIONS else _kept_here()
)
