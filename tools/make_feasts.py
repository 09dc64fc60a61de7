"""Write the days of feasts that other calendars set: ``lexicons/date_feasts.tsv``.

    python tools/make_feasts.py

Islamic feasts by the Umm al-Qura calendar (hijridate), Jewish and Persian ones by the arithmetic calendars of
convertdate, Orthodox Easter by dateutil. Where a feast waits for the moon to be sighted, a country may keep it a day
before or after.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from convertdate import hebrew, persian
from dateutil.easter import EASTER_ORTHODOX, easter
from hijridate import Hijri

YEARS = range(1950, 2061)
OUT = Path("src/conflictnews/lexicons/date_feasts.tsv")
HEAD = """\
# The days of feasts that other calendars set: the feast as date_holidays names it, its first and last day. Made by
# tools/make_feasts.py. SOURCE: Umm al-Qura (Islamic feasts), the arithmetic Hebrew and Persian calendars, the Julian
# computus (Orthodox Easter). Where a feast waits for the moon to be sighted, countries may keep it a day apart.
feast\tfirst\tlast
"""
# Month and day of the Islamic year, and how many days the feast lasts; Ramadan lasts its month.
ISLAMIC = {
    "islamic-new-year": (1, 1, 1), "ashura": (1, 10, 1), "arbaeen": (2, 20, 1), "mawlid": (3, 12, 1),
    "eid-al-fitr": (10, 1, 1), "arafah": (12, 9, 1), "eid-al-adha": (12, 10, 1),
}  # fmt: skip
# Nisan is month 1; Adar is the month before it, in leap years the second Adar.
JEWISH = {
    "passover": (1, 15, 8), "shavuot": (3, 6, 2), "tisha-b-av": (5, 9, 1), "rosh-hashanah": (7, 1, 2),
    "yom-kippur": (7, 10, 1), "sukkot": (7, 15, 7), "hanukkah": (9, 25, 8),
}  # fmt: skip


def islamic() -> Iterator[tuple[str, date, date]]:
    """Every Islamic feast of the years."""
    for year in range(1368, 1485):
        start = Hijri(year, 9, 1)
        first = start.to_gregorian()
        yield "ramadan", first, first + timedelta(days=start.month_length() - 1)
        for feast, (month, day, length) in ISLAMIC.items():
            first = Hijri(year, month, day).to_gregorian()
            yield feast, first, first + timedelta(days=length - 1)


def jewish() -> Iterator[tuple[str, date, date]]:
    """Every Jewish feast of the years."""
    for year in range(5709, 5823):
        for feast, (month, day, length) in JEWISH.items():
            first = date(*hebrew.to_gregorian(year, month, day))
            yield feast, first, first + timedelta(days=length - 1)
        adar = 13 if hebrew.leap(year) else 12
        purim = date(*hebrew.to_gregorian(year, adar, 14))
        yield "purim", purim, purim


def others() -> Iterator[tuple[str, date, date]]:
    """Nowruz and Orthodox Easter."""
    for year in YEARS:
        nowruz = date(*persian.to_gregorian(year - 621, 1, 1))
        yield "nowruz", nowruz, nowruz
        sunday = easter(year, EASTER_ORTHODOX)
        yield "orthodox-easter", sunday, sunday


def table() -> str:
    """The whole table."""
    rows = sorted(row for part in (islamic(), jewish(), others()) for row in part if row[1].year in YEARS)
    return HEAD + "".join(f"{feast}\t{first}\t{last}\n" for feast, first, last in rows)


if __name__ == "__main__":
    OUT.write_text(table(), "utf-8")
