"""Fields that keep what was typed, whatever it was, and answer in sentences."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from upslope.web.cohorts.dates import NotADate, read_day, read_hour
from upslope.web.form_values import read_whole


class TypedInput(forms.TextInput):
    """A date or time input; a plain one where it holds what such an input would throw away."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["type"] = input_type(self.kind, str(value or ""))
        return context


def input_type(kind: str, text: str) -> str:
    """Return the type of an input for a ``date`` or ``time`` that has to show this text."""
    read = {"date": read_day, "time": read_hour}[kind]
    try:
        if text:
            read(text)
    except NotADate:
        return "text"
    return kind


class DayField(forms.CharField):
    """A day, typed as year-month-day; None where it may be left empty and is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=TypedInput("date"), max_length=40, **kwargs)

    def clean(self, value: Any) -> date | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_day(text)
        except NotADate as wrong:
            raise ValidationError(str(wrong)) from wrong


class WholeField(forms.CharField):
    """A whole number from 0 to ``most``."""

    def __init__(self, *, least: int = 0, most: int, **kwargs: Any) -> None:
        super().__init__(widget=forms.TextInput({"inputmode": "numeric", "class": "few-digits"}), **kwargs)
        self.least, self.most = least, most

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        number = read_whole(text, most_digits=6)
        if number is None or not self.least <= number <= self.most:
            raise ValidationError(f"“{text[:40]}” is not a whole number from {self.least} to {self.most}.")
        return number


class WeightField(forms.CharField):
    """How much something counts: 0 to 100, with or without decimals."""

    MOST = 100

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.TextInput({"inputmode": "decimal", "class": "few-digits"}), required=False, **kwargs
        )

    def clean(self, value: Any) -> float:
        text = super().clean(value)
        whole, _, decimals = text.replace(",", ".").partition(".")
        number = read_whole((whole or "0") + (decimals or ""), most_digits=8) if text else 0
        weight = number / 10 ** len(decimals) if number is not None else -1
        if not 0 <= weight <= self.MOST:
            raise ValidationError(f"“{text[:40]}” is not a number from 0 to {self.MOST}.")
        return weight
