"""How the pages are built: ``python -m nox -s docs`` writes them to build/docs."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

import conflictnews

if TYPE_CHECKING:
    from sphinx.application import Sphinx  # the tests import this file where Sphinx is not installed

project = "conflictnews"
copyright = "the conflictnews authors"
version = release = conflictnews.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"conflictnews {version}"
html_copy_source = False

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
autodoc_preserve_defaults = True
python_maximum_signature_line_length = 90

# Names of the standard library, and type variables, have no page here.
nitpick_ignore_regex = [
    ("py:.*", r"(?!conflictnews\.).*"),
    ("py:.*", r"conflictnews\..*\.(_.*|A|A_co|D|Types|AnyExtractor|Row|Quotation|Numbering|Lexicon)"),
]

LONGEST = 40
"""Characters of a default that a signature still shows."""


def with_defaults(_app: Sphinx, _what: str, _name: str, documented: object, *more: object) -> tuple[str | None, object]:
    """A signature with the values of defaults, where attrs' own code for them would be shown."""
    _, signature, returned = more
    fields = {field.alias: field.default for field in getattr(documented, "__attrs_attrs__", ())}

    def shown(found: re.Match[str]) -> str:
        value = fields[found[1]]
        if isinstance(value, Enum):
            return f"{type(value).__name__}.{value.name}"
        plain = repr(value)
        return plain if len(plain) <= LONGEST and plain != "NOTHING" else "..."

    signature = re.sub(r"\bNOTHING\b", "...", str(signature or ""))  # made anew each time
    return re.sub(r"attr_dict\['(\w+)'\]\.default", shown, signature) or None, returned


def setup(app: Sphinx) -> None:
    """Sphinx calls this when it starts."""
    app.connect("autodoc-process-signature", with_defaults)
