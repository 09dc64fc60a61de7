"""To annotators and back: Label Studio, brat, UIMA CAS (INCEpTION, WebAnno) and W3C Web Annotation.

Each format has a function that writes, and one that reads back what people corrected as an Article whose spans are
checked.
"""

from conflictnews.interchange.brat import brat_configuration, from_brat, to_brat
from conflictnews.interchange.label_studio import from_label_studio, label_studio_configuration, to_label_studio
from conflictnews.interchange.uima import from_cas, to_cas
from conflictnews.interchange.web_annotation import from_web_annotations, to_web_annotations

__all__ = [
    "brat_configuration",
    "from_brat",
    "from_cas",
    "from_label_studio",
    "from_web_annotations",
    "label_studio_configuration",
    "to_brat",
    "to_cas",
    "to_label_studio",
    "to_web_annotations",
]
