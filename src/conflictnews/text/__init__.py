"""The geometry of a text: tokens, paragraphs, sentences, quotation marks."""

from conflictnews.text.quotations import Quotation
from conflictnews.text.view import TextView

__all__ = ["Quotation", "TextView"]
