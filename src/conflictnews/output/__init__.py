"""What leaves the library: dicts and JSON, flat rows, GeoJSON, a page, brat standoff and W3C Web Annotations."""

from conflictnews.output.documents import from_dict, from_json, to_dict, to_json
from conflictnews.output.geojson import to_geojson
from conflictnews.output.html import to_html
from conflictnews.output.rows import to_rows

__all__ = ["from_dict", "from_json", "to_dict", "to_geojson", "to_html", "to_json", "to_rows"]
