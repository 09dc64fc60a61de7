"""Calendar arithmetic that stays within the calendar: years 1 to 9999, None beyond."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

__all__ = ["day_of", "easter", "nth_weekday", "shift_days", "shift_months", "step", "week_value"]

_LAST_ORDINAL = date.max.toordinal()


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day.

    >>> day_of(2021, 2, 30) is None
    True
    """
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shift_days(day: date, number: int) -> date | None:
    """So many days on."""
    if not 1 <= day.toordinal() + number <= _LAST_ORDINAL:
        return None
    return day + timedelta(days=number)


def shift_months(day: date, number: int) -> date | None:
    """So many months on; the last day of the month where the month is shorter."""
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - a tenth of the package's import time

    if not 12 <= day.year * 12 + day.month - 1 + number <= 9999 * 12 + 11:
        return None
    return day + relativedelta(months=number)


def nth_weekday(year: int, month: int, number: int, weekday: int) -> date | None:
    """The first, second, ... (-1: the last) such weekday (Monday 1) of a month.

    >>> nth_weekday(1999, 11, 4, 4)
    datetime.date(1999, 11, 25)
    """
    if not 1 <= year <= 9999:
        return None
    length = monthrange(year, month)[1]
    if number < 0:
        last = date(year, month, length)
        return date(year, month, length - (last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return day_of(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date | None:
    """Western Easter Sunday; the rule holds from 1583 to 4099."""
    from dateutil.easter import easter as sunday  # noqa: PLC0415

    return sunday(year) if 1583 <= year <= 4099 else None


def week_value(day: date) -> str:
    """The ISO week of a day as a TIMEX3 value.

    >>> week_value(date(2021, 2, 26))
    '2021-W08'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def step(unit: str, anchor: date, number: int) -> str | None:
    """The period of a unit (a code of the lexicon: 1Y, 3M, 1W ...) so many periods on from the one of ``anchor``.

    >>> step("1W", date(2021, 2, 26), -1), step("3M", date(2021, 2, 26), -1)
    ('2021-W07', '2020-Q4')
    """
    if unit in _YEARS:
        return _years(unit, anchor.year, number)
    if unit in ("1M", "3M"):
        day = shift_months(anchor, number * int(unit[0]))
        if day is None:
            return None
        return f"{day.year:04d}-{day.month:02d}" if unit == "1M" else f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "1D":
        day = shift_days(anchor, number)
        return day.isoformat() if day else None
    if unit in _WEEKS:
        day = shift_days(anchor, number * _WEEKS[unit])
        if day is None:
            return None
        return week_value(day) + ("-WE" if unit == "2D" else "")
    return None


_YEARS = {"1Y": 1, "10Y": 10, "100Y": 100}
_WEEKS = {"1W": 7, "2W": 14, "2D": 7}


def _years(unit: str, year: int, number: int) -> str | None:
    width = _YEARS[unit]
    moved = (year // width + number) * width
    if not 1 <= moved + width - 1 <= 9999:
        return None
    return f"{moved:04d}"[: 5 - len(str(width))] + "X" * (len(str(width)) - 1)
