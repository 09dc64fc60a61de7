"""Write the outlines of countries that the package draws maps with: ``python tools/make_outlines.py SHAPEFILE``.

SHAPEFILE is Natural Earth's ``naturalearth_lowres.shp`` (1:110m, public domain), as geopandas 0.14.4 shipped it; it
needs pyshp.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import shapefile

OUT = Path(__file__).parent.parent / "src" / "conflictnews" / "lexicons" / "outlines.tsv"
CODES = {"France": "FRA", "Norway": "NOR", "Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
HEAD = """\
# Outlines of countries, to draw maps with. Written by tools/make_outlines.py; don't edit.
# SOURCE: Natural Earth, 1:110m cultural vectors (naturalearthdata.com), public domain.
#
# country   ISO 3166-1 alpha-3
# rings     closed lines of "longitude latitude" in tenths of degrees, points parted by ",", lines by ";"
country\trings
"""


def main() -> None:
    """Write the table."""
    rows: dict[str, list[str]] = {}
    for item in shapefile.Reader(sys.argv[1]).iterShapeRecords():
        code = CODES.get(item.record["name"], item.record["iso_a3"])
        if len(code) != 3 or not code.isalpha():
            print("left out:", item.record["name"])
            continue
        starts = [*item.shape.parts, len(item.shape.points)]
        for first, last in pairwise(starts):
            points = [f"{round(x * 10)} {round(y * 10)}" for x, y in item.shape.points[first:last]]
            kept = [point for before, point in zip(["", *points], points, strict=False) if point != before]
            if len(kept) > 3:
                rows.setdefault(code, []).append(",".join(kept))
    body = "".join(f"{code}\t{';'.join(rings)}\n" for code, rings in sorted(rows.items()))
    OUT.write_text(HEAD + body, encoding="utf-8")
    print(OUT, len(rows), OUT.stat().st_size)


if __name__ == "__main__":
    main()
