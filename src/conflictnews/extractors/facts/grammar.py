"""The grammar of numbers: its stages, and the rules of each in the order in which they are tried.

::

    fact      = [bound] quantity [rate] [bound] [noun]
    quantity  = measure | measure join measure
    measure   = [sign of a currency] numeral [unit | currency | age]
    numeral   = form {growth}
    form      = digits | letters and digits | a sign such as "½" | number words

A numeral begins at a token that has a class (``forms``); what stands behind or before may belong to it (``growth``);
then come its unit (``units``, the first that fits) and kind (``ages``) and the bounds before it (``bounds``). What is
no quantity is left out (``exclusions``, where it has no unit). Two neighbours may be one (``joins``, by the words
between them); a rate or a bound may follow (``behind``); in a list, a number takes from the next one what it lacks
(``from_next``). What is counted, and what happened to it, comes after that.

Order matters within a stage: "2.5bn" must be scaled before "10-15bn" is a range, and a range before "10-15 million" is
scaled; a sign of money wins over a unit ("$5m"). The examples are sentences that read otherwise without the rule:
``tests/test_fact_rules.py`` turns each off.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

from conflictnews.extractors.facts import ages, bounds, exclusions, joins, money, scaling, units
from conflictnews.extractors.facts import digit_forms as digits
from conflictnews.extractors.facts import word_forms as words
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import Stage
from conflictnews.text.window import Window

__all__ = ["GRAMMAR", "Grammar"]

Reader: TypeAlias = Stage[[Window, Quantity], Quantity | None]
Excluder: TypeAlias = Stage[[Window, Quantity], bool]
Joiner: TypeAlias = Stage[[Window, Quantity, Quantity], Quantity | None]


@attrs.frozen
class Grammar:
    """All stages, in the order in which a number goes through them."""

    forms: Stage[[Window, int], Quantity | None]
    growth: Reader
    units: Reader
    ages: Reader
    bounds: Reader
    exclusions: Excluder
    joins: Joiner
    behind: Reader
    from_next: Joiner

    def without(self, name: str) -> Grammar:
        """The same but for the rule of this name."""
        stages = attrs.asdict(self, recurse=False)
        return Grammar(**{field: stage.without(name) for field, stage in stages.items()})


GRAMMAR = Grammar(
    forms=Stage(
        digits.digits,
        digits.fraction_sign,
        digits.letters_before_digits,
        words.vague_word,
        words.half_of_a_scale,
        words.half,
        words.part_of,
        words.couple_of,
        words.spelled_number,
    ),
    growth=Stage(
        digits.leading_point,
        digits.groups_of_three,
        digits.stroke,
        digits.power,
        digits.suffix,
        digits.range_in_one_token,
        scaling.m_before_plural,
        scaling.scale_words,
        words.spelled_decimals,
        scaling.hundred_and,
        scaling.and_a_half,
        scaling.of_a_scale,
        scaling.vague_times,
        scaling.article_before,
        scaling.minus,
    ),
    units=Stage(
        money.sign_glued_before,
        money.sign_before,
        money.sign_glued_behind,
        money.pounds,
        units.calibre,
        units.unit_glued,
        units.unit_tied,
        units.unit_word_behind,
        money.sign_behind,
        units.unit_in_compound,
        units.symbol_behind,
        units.percents_of,
        units.feet_or_inch_mark,
    ),
    ages=Stage(
        units.below_zero,
        ages.age_of,
        ages.years_old,
        ages.age_behind_name,
    ),
    bounds=Stage(
        bounds.bound_before,
    ),
    exclusions=Stage(
        exclusions.idiom,
        exclusions.glued_sign,
        exclusions.tied_mark,
        exclusions.telephone,
        exclusions.year,
        exclusions.label,
        exclusions.list_marker,
        exclusions.address,
        exclusions.behind_name,
        exclusions.ordinal_of_time,
        exclusions.capitalised_ordinal,
        exclusions.ordinal_adverb,
        exclusions.tied_to_adjective,
        exclusions.top_ten,
        exclusions.capitalised_name,
        exclusions.one_as_pronoun,
    ),
    joins=Stage(
        joins.over,
        joins.above_and_below,
        joins.cents,
        joins.cartridge,
        joins.two_units,
        joins.out_of,
        joins.one_in,
        joins.from_to,
        joins.from_up_to,
        joins.one_or_two,
        joins.between,
    ),
    behind=Stage(
        units.rate_behind,
        bounds.bound_behind,
    ),
    from_next=Stage(
        joins.tied_word_of_next,
        joins.unit_of_next,
    ),
)
