"""Days and hours of a class: as they are typed, and as they are said. All in the class's own time zone."""

import re
from calendar import month_name, monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

END_OF_DAY = time(23, 59)
REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_HOUR = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?")


class NotADate(ValueError):
    """What was typed is no day or hour; its text is a sentence for whoever typed it."""


def read_day(text: str) -> date:
    """Return the day that was typed as year-month-day. Raises NotADate."""
    typed = text.strip()
    found = _DAY.fullmatch(typed)
    if not found:
        raise NotADate(
            f"“{typed[:40]}” is not a date as it is written here: year-month-day, like 2026-12-04."
        )
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= month <= 12:
        raise NotADate(f"“{typed}” has no month: {month} is not from 1 to 12.")
    if not 1970 <= year <= 2200:
        raise NotADate(f"“{typed}” lies too far away: give a year from 1970 to 2200.")
    longest = monthrange(year, month)[1]
    if not 1 <= day <= longest:
        raise NotADate(f"There is no {day} {month_name[month]} {year}: that month has {longest} days.")
    return date(year, month, day)


def read_hour(text: str) -> time:
    """Return the time of day that was typed as hours:minutes. Raises NotADate."""
    typed = text.strip()
    found = _HOUR.fullmatch(typed)
    if not found:
        raise NotADate(
            f"“{typed[:40]}” is not a time of day as it is written here: hours:minutes, like 18:00."
        )
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:
        raise NotADate(f"There is no {typed} on a clock: hours go to 23, minutes to 59.")
    return time(hour, minute)


def moment_in(zone: ZoneInfo, day: date, hour: time) -> datetime:
    """Return the moment when clocks there show this. Raises NotADate for an hour that clocks jump over."""
    moment = datetime.combine(day, hour, zone)
    if moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise NotADate(
            f"There is no {hour:%H:%M} on {said_day(day)} in {zone.key}: the clocks are put forward then."
        )
    return moment


def said_day(day: date) -> str:
    """Return a day in words, such as “Friday 4 December 2026”."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def said(moment: datetime, zone: ZoneInfo, now: datetime) -> str:
    """Return a moment in words, such as “Friday 4 December, 18:00”, with the year where it is another one."""
    there = moment.astimezone(zone)
    year = "" if there.year == now.astimezone(zone).year else f" {there.year}"
    return f"{there:%A} {there.day} {there:%B}{year}, {there:%H:%M}"


def time_left(due: datetime, now: datetime) -> str:
    """Return how long it is until then, such as “2 days left”; how long ago it was, if it has passed."""
    away = abs(due - now)
    days, hours, minutes = away.days, away.seconds // 3600, away.seconds // 60
    amount = _amount(days, "day") if days else _amount(hours, "hour") if hours else _amount(minutes, "minute")
    return f"{amount} left" if due >= now else f"{amount} ago"


def _amount(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


@cache
def zone_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the time zones by region, each with its name and how it is shown."""
    known = sorted(available_timezones())
    regions = [
        (region, [(name, _city(name)) for name in known if name.startswith(f"{region}/")])
        for region in REGIONS
    ]
    return [("Everywhere", [("UTC", "UTC (universal time)")]), *regions]


def is_zone(name: str) -> bool:
    return any(name == known for _, zones in zone_choices() for known, _ in zones)


def _city(name: str) -> str:
    return name.partition("/")[2].replace("_", " ").replace("/", ", ")


def same_clock(moment: datetime, before: ZoneInfo, after: ZoneInfo) -> datetime:
    """Return the moment when clocks of another zone show what they showed here."""
    return moment.astimezone(before).replace(tzinfo=after)


def weekly(day: date, count: int, days_apart: int) -> list[date]:
    """Return so many days, each so many after the one before."""
    return [day + timedelta(days=days_apart * number) for number in range(count)]
