"""Write the JSON Schemas that the package ships: ``python tools/make_schemas.py``."""

from __future__ import annotations

import json
from pathlib import Path

from conflictnews.output.json_schema import article_schema, comparison_schema

FOLDER = Path(__file__).parent.parent / "src" / "conflictnews" / "schema"


def main() -> None:
    """Write both files."""
    for name, schema in (("article", article_schema()), ("comparison", comparison_schema())):
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (FOLDER / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
