"""What practice tells whoever stands above it and listens."""

from django.dispatch import Signal

sitting_changed = Signal()
"""An answer was marked, or a solution shown.

Sent with the ``sitting`` and ``is_first``: whether nothing of that kind had happened there before. It is sent
inside the transaction that stores it, so that what listeners write is kept or lost together with it.
"""
