"""What leaves the library: JSON, rows, CSV and SQLite, GeoJSON and a page."""

from conflictnews.output.csv_text import to_csv
from conflictnews.output.documents import from_dict, from_json, to_dict, to_json
from conflictnews.output.geojson import to_geojson
from conflictnews.output.html import to_html
from conflictnews.output.rows import to_rows
from conflictnews.output.sqlite_file import to_sqlite
from conflictnews.output.tables import Column, ColumnType, columns
from conflictnews.output.tables.comparison import comparison_columns

__all__ = [
    "Column",
    "ColumnType",
    "columns",
    "comparison_columns",
    "from_dict",
    "from_json",
    "to_csv",
    "to_dict",
    "to_geojson",
    "to_html",
    "to_json",
    "to_rows",
    "to_sqlite",
]
