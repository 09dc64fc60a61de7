"""Casualties without a numeral: "killed an American contractor" is 1, "no one was hurt" and "no casualties" are 0.

An article or a possessive ("the mayor", "his son") counts one only here, in a sentence that speaks of killing or
injuring, and only where the noun is a person that a word of the table ``fact_roles`` says to be killed or injured.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from conflictnews.extractors.facts.counting import count_noun
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.role_words import BURNED, casualty_words, role_words
from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words
from conflictnews.text.morphology import singular
from conflictnews.text.noun_chunks import Chunk
from conflictnews.text.nouns import is_person, is_plural, nouns
from conflictnews.text.phrases import Phrase, is_second_role
from conflictnews.text.syntax import Syntax

__all__ = ["harmed_sentences", "is_victim", "may_be_victims", "no_harm", "without_apposed", "without_repeats"]

_ONE, _ZERO = Decimal(1), Decimal(0)
_NO_VICTIM = frozenset({"as", "like", "than", "by", "including"})
"""Behind which one is no further victim: "including a child" tells of those already counted."""
_COUNTED_BEFORE = ["one", "of", "them"]
_WHOSE = frozenset({"civilian", "human"})
_SAME = frozenset({",", "(", ":", "-", "–", "—", "named", "identified", "as", "known", "called", "aged"})
_WHERE = frozenset({"of", "in", "from"})
_NOBODY = frozenset({"no", "nobody", "none"})


@cache
def _words_of_harm() -> frozenset[str]:
    return casualty_words() | nouns("harm")


def harmed_sentences(view: TextView) -> set[int]:
    """The numbers of the sentences that speak of killing or injuring."""
    return {view.sentence_number(at) for at in view.positions(_words_of_harm())}


def may_be_victims(syntax: Syntax, taken: Sequence[Quantity], people: Sequence[tuple[int, int]]) -> list[Quantity]:
    """What an article or a negation counts, where it is a person, and who is named: to be kept as a casualty.

    ``people`` are the tokens of persons' names in the sentence.
    """
    covered = {at for q in taken for at in range(q.first, min(q.last, q.first + 20))}
    found: list[Quantity | None] = []
    indefinite, definite = closed_words("indefinite"), closed_words("possessive") | {"the"}
    for at in range(syntax.first, syntax.last - 1):
        if syntax.words[at] in indefinite and at not in covered:
            found.append(_one(syntax, at, "article"))
        elif syntax.words[at] in definite and at not in covered:
            found.append(_one(syntax, at, "definite"))
        elif syntax.words[at] in _NOBODY and at not in covered:
            found.append(_none(syntax, at))
    ranked = {at for q in taken if q.form == "ordinal" for at in range(q.first, q.last)}  # "Second gunman shot dead"
    found += (q for q in _bare(syntax) if (covered - ranked).isdisjoint(range(q.first, q.last)))
    named = (_named(syntax, first, last) for first, last in people if covered.isdisjoint(range(first, last)))
    told = (
        q for q in named if q is not None and syntax.words[q.first - 1] != "of"
    )  # "the killing of" somebody is told of, and not told
    return [*(q for q in found if q is not None), *told]


def is_victim(syntax: Syntax, q: Quantity) -> bool:
    """Whether something that no number counts is a casualty; what was burned may be no person for all its name."""
    if q.form == "name" and q.role == "injured":
        return BURNED.isdisjoint(syntax.words[syntax.first : syntax.last])
    return q.role in ("killed", "injured")


def without_apposed(syntax: Syntax, victims: Sequence[Quantity]) -> list[Quantity]:
    """Victims, in order, without names that only say who another one is: "the mayor, Ahmed Dorn", "a boy named Ali".

    An age behind a name is nobody else: "Ahmed Dorn, 42, was killed".
    """
    kept: list[Quantity] = []
    counted: Quantity | None = None
    for number, q in enumerate(victims):
        behind = next(iter(victims[number + 1 : number + 2]), None)
        if q.kind == "age":
            counted = None
        elif q.form != "name":
            counted = q
        elif _is_other(syntax, counted, q) or (
            behind is not None and behind.noun >= 0 and _is_other(syntax, behind, q)
        ):
            continue
        kept.append(q)
    return kept


def _is_other(syntax: Syntax, counted: Quantity | None, name: Quantity) -> bool:
    """Whether what is counted before or behind a name is who is named."""
    if counted is None or counted.form == "name":
        return False
    first, last = sorted((counted, name), key=lambda q: q.first)
    return _apposes(syntax, first, last)


def _apposes(syntax: Syntax, one: Quantity, other: Quantity) -> bool:
    """Whether two phrases are of the same: they touch, or a comma, a bracket or "named" stands between.

    Of several who are counted each name is: "two brothers, Ahmed and Karim Dorn".
    """
    first, second = Phrase(one.first, one.last, one.noun), Phrase(other.first, other.last, other.last - 1)
    if one.noun >= 0 and is_second_role(syntax, first, second):
        return True  # "activist and lawyer Ann Rell"
    between = range(_behind_place(syntax, one), other.first)
    if not between or all(syntax.words[at] in _SAME for at in between):
        return True
    listed = one.form != "name" and one.value > 1 and syntax.words[between[0]] in (",", ":", "(", "-", "–", "—")
    return listed and all(syntax.tags[at] in "PNC." for at in between)


def _behind_place(syntax: Syntax, q: Quantity) -> int:
    """Behind "of Kaya" where it says which one is meant by a noun: "the mayor of Kaya, Karl Dorn"."""
    at = q.last
    if q.noun < 0 or at + 1 >= syntax.last or syntax.words[at] not in _WHERE:
        return at
    chunk = syntax.chunk(at + 1)
    placed = chunk is not None and chunk.last < syntax.last and syntax.words[chunk.last] == ","
    return chunk.last if placed and chunk is not None and syntax.tags[chunk.head] == "P" else at


def _unnumbered(at: int, last: int, value: Decimal, form: str) -> Quantity:
    return Quantity(at, last, form, value, number=(at, last))


def _named(syntax: Syntax, first: int, last: int) -> Quantity | None:
    """Who is named, with the noun before the name ("a soldier Ram Singh"); None for a body whose officer is named."""
    found = _unnumbered(first, last, _ONE, "name")
    held = syntax.chunk(first)
    if held is not None and held.head >= last:
        if is_person(syntax.words[held.head]):
            return _unnumbered(held.first, held.head + 1, _ONE, "article")._replace(noun=held.head)  # "a Dorn chairman"
        if is_person(syntax.words[last]):
            return None  # "Dorn Council chairman Karim Sarn"
    before = first - 1
    if before < syntax.first or syntax.tags[before] not in "NJ" or not is_person(syntax.words[before]):
        return found
    chunk = syntax.chunk(before)
    if syntax.classes[before] == "r":
        return found  # "shot dead Omar Dorn"
    return found._replace(first=before if chunk is None else chunk.first, noun=before)


def _one(syntax: Syntax, at: int, form: str) -> Quantity | None:
    if syntax.classes[at + 1] == "u":
        return None  # "another 34 people"
    before = list(syntax.words[max(syntax.first, at - 3) : at])
    if (before and before[-1] in _NO_VICTIM and before[-2:] != ["well", "as"]) or before == _COUNTED_BEFORE:
        return None
    if form == "definite" and len(before) > 1 and before[-1] == "of" and is_person(before[-2]):
        return None  # "two members of the guard"
    found = count_noun(syntax, _unnumbered(at, at + 1, _ONE, form), single=True)
    head = syntax.words[found.noun] if found.noun >= 0 else ""
    if not head and syntax.words[at] == "another":
        return found if before[-1:] not in (["one"], ["after"], ["yet"]) else None  # "killed two and wounded another"
    return found if is_person(head) and not (form == "definite" and is_plural(head)) else None


def without_repeats(words: Sequence[str], told: Sequence[Quantity]) -> list[Quantity]:
    """Casualties without those that were counted before: "a guard was killed. The guard was 40"."""
    known, kept = set[tuple[str, str]](), list[Quantity]()
    for q in told:
        victim = (words[q.noun] if q.noun >= 0 else "", q.role)
        if q.form == "name":
            victim = (words[q.number[1] - 1], "name")
        if q.form not in ("definite", "name") or victim not in known:
            kept.append(q)
        known |= {victim, (singular(victim[0]), q.role)}
    return kept


def _bare(syntax: Syntax) -> list[Quantity]:
    """Persons without an article, as headlines tell them: "Policeman shot dead", "Gunmen kill mayor"."""
    chunks = [chunk for chunk in syntax.chunks.items if _is_bare_person(syntax, chunk)]
    if "d" in syntax.classes[syntax.first : syntax.last]:
        chunks = [chunk for chunk in chunks[:1] if chunk.first == syntax.first]
    return [_one_person(chunk) for chunk in chunks]


def _is_bare_person(syntax: Syntax, chunk: Chunk) -> bool:
    head = syntax.words[chunk.head]
    if chunk.core > chunk.first or (syntax.tags[chunk.head] == "P" and chunk.head > chunk.first):
        return False
    return is_person(head) and not is_plural(head) and "u" not in syntax.classes[chunk.first : chunk.head]


def _one_person(chunk: Chunk) -> Quantity:
    found = _unnumbered(chunk.first, chunk.head + 1, _ONE, "article")
    modifier = chunk.first if chunk.head > chunk.first else -1
    return found._replace(noun=chunk.head, modifier=modifier, number=(chunk.first, chunk.first + 1))


def _none(syntax: Syntax, at: int) -> Quantity | None:
    """ "no one", "nobody", "none", "no Americans" before a casualty verb."""
    last = at + 1
    if syntax.words[at] != "no" or syntax.words[last] in ("one", "-one"):
        return _unnumbered(at, last + (syntax.words[at] == "no"), _ZERO, "zero")
    found = count_noun(syntax, _unnumbered(at, last, _ZERO, "zero"), single=False)
    head = syntax.words[found.noun] if found.noun >= 0 else ""
    counts = is_person(head) or (is_plural(head) and not head.endswith("s"))
    return found if head and counts and head not in nouns("harm") else None


def no_harm(syntax: Syntax) -> list[Quantity]:
    """ "no casualties", "no civilian deaths", "no damage or injuries"; only of deaths and injuries the role is told."""
    words, harm, found = syntax.words, nouns("harm"), list[Quantity]()
    for no in range(syntax.first, syntax.last - 1):
        if words[no] != "no":
            continue
        at = no + 1 + (words[no + 1] in _WHOSE)
        if at + 2 < syntax.last and words[at + 1] == "or" and words[at] not in harm and words[at] != "one":
            at += 2
        if at >= syntax.last or words[at] not in harm or (at + 1 < syntax.last and syntax.classes[at + 1] == "n"):
            continue
        modifier = at - 1 if words[at - 1] in _WHOSE else -1
        role = next((role for role, use in role_words().get(words[at], ()) if use == "noun"), "other")
        q = _unnumbered(no, no + 1, _ZERO, "zero")
        found.append(q._replace(last=at + 1, noun=at, modifier=modifier, role=role))
    return found
