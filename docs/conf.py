"""How the pages are built: ``python -m nox -s docs`` writes them to build/docs."""

from __future__ import annotations

import conflictnews

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
