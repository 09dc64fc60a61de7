"""Numbers and dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from conflictnews.types.span import Annotation
from conflictnews.types.speech import Attribution
from conflictnews.types.vocabulary import Bound, DateType, FactKind, Role

__all__ = ["DateRef", "NumericFact"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class NumericFact(Annotation):
    """A quantity, what is counted and in which role.

    ``value``, ``low`` and ``high`` are exact decimals: "2,500 troops" is 2500 in all three; "at least 22" has value
    and low 22 and no high; "dozens" is vague with low 24 and no value; "10 to 15" has low 10, high 15 and no value.
    ``unit`` is an ISO 4217 code for money, else a plain unit name. ``noun`` is the thing counted, ``modifier`` what
    stands before it ("14 107-mm rockets": rockets, 107-mm). ``about`` is what the number is said of: what it measures
    ("the DEATH TOLL rose to 40", "60 per cent of its REVENUE"), or who has, does or suffers what is counted ("the BLAST
    killed 12 people"). ``attribution`` is who says so.

    >>> from conflictnews import parse
    >>> fact, = parse("At least 22 people were killed, officials said.").facts
    >>> fact.low, fact.high, fact.noun, fact.role.value, fact.attribution.speaker.name
    (Decimal('22'), None, 'people', 'killed', 'officials')
    """

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound = Bound.EXACT
    kind: FactKind = FactKind.COUNT
    unit: str | None = None
    noun: str | None = None
    modifier: str | None = None
    about: str | None = None
    role: Role = Role.OTHER
    attribution: Attribution | None = None


@attrs.frozen(kw_only=True, weakref_slot=False)
class DateRef(Annotation):
    """A temporal expression with its TIMEX3 type and value (ISO 24617-1), resolved against ``published``.

    ``value`` is None where the anchor is missing. ``earliest`` and ``latest`` are the closed calendar interval, where
    there is one.

    >>> from datetime import date
    >>> from conflictnews import parse
    >>> ref, = parse("Rebels left last month.", published=date(2031, 5, 7)).dates
    >>> ref.text, ref.value, ref.earliest, ref.latest
    ('last month', '2031-04', datetime.date(2031, 4, 1), datetime.date(2031, 4, 30))
    """

    type: DateType
    value: str | None = None
    earliest: date | None = None
    latest: date | None = None
