"""The platforms that an operator has registered."""

from lti_tool.models import Key, LtiRegistration


def register(name: str, issuer: str, client_id: str, **addresses: str) -> None:
    """Let a platform send people, or change what is known of it. The first one gets the site its keys."""
    if not Key.objects.active().exists():
        Key.objects.generate()
    LtiRegistration.objects.update_or_create(
        issuer=issuer, client_id=client_id, defaults={"name": name, "is_active": True, **addresses}
    )


def described() -> list[str]:
    """Return a line for each platform."""
    return [
        f"{one.name}: {one.issuer}, client {one.client_id}"
        + ("" if one.is_active else ", sends nobody any more")
        for one in LtiRegistration.objects.order_by("name")
    ]


def remove(name: str) -> bool:
    """Let a platform send nobody any more; return whether there is one. What its people did stays theirs."""
    return bool(LtiRegistration.objects.filter(name=name, is_active=True).update(is_active=False))
