"""A mark that changes here is told where it is wanted."""

from typing import Any

from django.conf import settings
from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from lti_tool.models import LtiDeployment, LtiUser

from upslope.web.accounts.models import User
from upslope.web.gradebook.models import Override
from upslope.web.lessons.models import ScoreRise
from upslope.web.lti.marks import mark_changed


@receiver([post_save], sender=ScoreRise)
@receiver([post_save], sender=Override)
def _tell(instance: ScoreRise | Override, created: bool, **_signal: Any) -> None:
    if created and settings.TOGETHER:
        mark_changed(instance.user_id, instance.item_id)


@receiver([pre_delete], sender=User)
def _forget(instance: User, **_signal: Any) -> None:
    """Whoever deletes their account leaves neither name nor address of the platform's behind."""
    LtiUser.objects.filter(auth_user=instance).delete()


@receiver([pre_save], sender=LtiDeployment)
def _trust(instance: LtiDeployment, **_signal: Any) -> None:
    """Whoever registers a platform trusts it, wherever in it the course is placed."""
    if instance._state.adding:
        instance.is_active = True
