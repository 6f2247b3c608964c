"""What is asked of whoever makes an account, beyond e-mail and password."""

from django import forms
from django.http import HttpRequest

from upslope.web.accounts.models import User

LONGEST_NAME = 80


class NameForm(forms.Form):
    """The name somebody goes by. It is what teacher and class see, so it comes first."""

    name = forms.CharField(
        label="Your name",
        max_length=LONGEST_NAME,
        help_text="Your teacher and your class see it. You can change it at any time.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("name", "email", "password1")

    def signup(self, request: HttpRequest, user: User) -> None:
        """Keep the name; allauth calls this with the account it has just made."""
        user.first_name = self.cleaned_data["name"]
        user.last_name = ""
        user.save(update_fields=["first_name", "last_name"])
