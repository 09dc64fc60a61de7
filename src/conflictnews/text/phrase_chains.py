"""Chains of noun phrases: what ends before a verb, read back from it; of "men of the group in the city" the men."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.text.apposed_ages import before_age
from conflictnews.text.noun_chunks import Chunk
from conflictnews.text.nouns import is_person, nouns
from conflictnews.text.phrases import INITIALS, MOST, REACH, Phrase, chunk_before, of_one, phrase_at
from conflictnews.text.place_chains import before_region, end_of_first_name, is_place_behind
from conflictnews.text.splices import is_spliced
from conflictnews.text.syntax import Syntax

__all__ = ["LINKS", "TIMING", "before_initials", "chain_before", "phrases_before"]

LINKS = frozenset(
    "of in from at with near on for inside outside to against by between aboard across throughout under around within "
    "along beyond alias aka".split()
)
"""Prepositions by which a phrase belongs to the one before it."""
TIMING = frozenset("on in last early late this the".split())
"""Words that only tell when, beside a word of time."""
_JOINING = frozenset({"and", "or", "&"})
_RELATIVE = 12
"""Words of a relative clause before a preposition in it."""
_ADDING = frozenset({("along", "with"), ("together", "with"), ("such", "as")})
_ADDS = frozenset({"with", "as", "including"})
"""The last words of those, and one that brings examples alone."""


def phrases_before(syntax: Syntax, at: int, links: frozenset[str] = LINKS) -> list[Phrase]:
    """The noun phrases of the chain that ends before ``at``: "members of the group in the city" gives the members.

    Several where "and" joins them. ``links`` are the prepositions that the chain may pass.
    """
    return chain_before(syntax, at, links)[0]


def chain_before(syntax: Syntax, at: int, links: frozenset[str] = LINKS) -> tuple[list[Phrase], int]:
    """The noun phrases of the chain that ends before ``at``, and where it begins; ``at`` where there is none."""
    out: list[Phrase] = []
    begin = at
    stop = max(syntax.first, at - REACH)
    end: int | None = at
    while end is not None and end > stop and len(out) < MOST:
        chunk = chunk_before(syntax, end)
        if chunk is None:
            break
        begin = _before_number(syntax, chunk.first)
        out.append(_with_complement(syntax, chunk, end, at))
        end = _chain_end(syntax, begin - 1, stop, out, links)
    out.reverse()
    return of_one(syntax, _of_all(syntax, out)), begin


def _chain_end(syntax: Syntax, before: int, stop: int, out: list[Phrase], links: frozenset[str]) -> int | None:
    """Where the chain goes on before the phrase read last, whose chunk begins behind ``before``; None where it ends.

    Takes that phrase out where it only belongs to the one before.
    """
    classes, words = syntax.classes, syntax.words
    if before <= stop:
        return None
    if words[before] in _ADDS and (added := _before_addition(syntax, before)) is not None:
        out[:] = [one for one in out if syntax.tags[one.head] == "P"]  # "residents including herders", "... the DF"
        return added
    before = _first_of_link(words, before)
    if words[before - 1] in ")]" and words[before] in links:
        named = max(before_initials(syntax, before), stop + 1)
        if named < before:
            out.pop()  # "members of the Dorn Front (DF) in Kaya"
            return named
    word = words[before]
    if classes[before] == "p" and word in links and (timed := _before_time(syntax, before, stop)) is not None:
        out.pop()  # "airstrikes this week in the province"
        return timed
    if word in links and (linked := _past_links(syntax, before, stop, out)) is not None:
        return linked
    if word in _JOINING:
        return _past_conjunction(syntax, before, stop, out, links)
    if word == ",":
        return _past_comma(syntax, before, stop, out)
    if classes[before] in ("pt" if "to" in links else "p"):  # "fighters loyal to the general"
        governor = _reduced(syntax, before, stop) or _in_relative(syntax, before, stop)
        if governor is not None:
            out.pop()
            return governor
    if classes[before] in "veg" and (described := _before_clause(syntax, before, stop)) is not None:
        out.pop()
        return described
    return None


def _is_repeated(syntax: Syntax, preposition: int, stop: int) -> bool:
    """Whether the phrase before "and" stands behind the same preposition."""
    before = chunk_before(syntax, preposition - 1)
    return before is not None and before.first > stop and syntax.words[before.first - 1] == syntax.words[preposition]


def _past_links(syntax: Syntax, at: int, stop: int, out: list[Phrase]) -> int | None:
    """Where the chain goes on before a preposition at ``at``, or before "and" and the same one again; else None."""
    if syntax.classes[at] in "pt" and syntax.classes[at - 1] == "n":
        return _past_link(syntax, at, out)
    if syntax.words[at - 1] in _JOINING and _is_repeated(syntax, at, stop):
        out.pop()  # "refugees from Sudan and FROM KENYA"
        return at - 1
    return None


def _before_number(syntax: Syntax, first: int) -> int:
    """Where what is counted begins, with the number before its "of": "a farmer and TWO OF HIS SONS"."""
    of = first - 1
    counted = of > syntax.first and syntax.words[of] == "of" and syntax.classes[of - 1] == "u"
    number = syntax.chunk(of - 1) if counted else None
    return first if number is None else number.first


def _past_conjunction(syntax: Syntax, at: int, stop: int, out: list[Phrase], links: frozenset[str]) -> int | None:
    """Where the phrase ends that "and" or "or" joins to the one read last, which goes where it is a place."""
    if (aged := before_age(syntax, at)) < at:
        return aged if _is_conjunct(syntax, aged, stop) else None  # "KARL DORN, 40, and Anna Kaya"
    before, named = syntax.words[at - 1], max(before_initials(syntax, at), stop + 1)
    if (first := end_of_first_name(syntax, at, stop)) is not None:
        out.pop()  # "people from Dorn, Sarn and KAYA protested"
        return first
    if _is_conjunct(syntax, named, stop) and not _is_alias(syntax, at):
        return named
    if (noun := _before_place(syntax, at, named, stop)) is not None:
        return noun  # "a teacher from Dorn and a STUDENT from Sarn"
    if syntax.classes[at - 1] == "n" and _is_second_name(syntax, at, stop, links):
        out.pop()  # "people from Dorn and SARN protested"
        return at
    if (governor := _before_two(syntax, at, stop)) is not None:
        out.pop()  # "soldiers loyal to the president and his DEPUTY"
        return governor
    return at - 1 if before == "," and at - 1 > stop and _lists(syntax, at - 1, stop) else None


def _before_two(syntax: Syntax, conjunction: int, stop: int) -> int | None:
    """Where the noun ends to which an adjective belongs that two phrases follow: "SOLDIERS loyal to A and B"."""
    first = chunk_before(syntax, conjunction)
    if first is None or first.first - 2 <= stop or syntax.words[first.first - 1] != "to":
        return None
    loyal = syntax.classes[first.first - 2] == "a" and syntax.classes[first.first - 3] == "n"
    return first.first - 2 if loyal else None


def _past_comma(syntax: Syntax, comma: int, stop: int, out: list[Phrase]) -> int | None:
    """Where the phrase ends before a comma of a list, or behind which only its region stands."""
    if len(out) > 1 and syntax.classes[comma - 1] == "n":
        return None if is_spliced(syntax, comma, stop, out[0].last) else comma
    if len(out) > 1 and stop < (aged := before_age(syntax, comma + 1)) < comma:
        return aged if _is_conjunct(syntax, aged, stop) else None
    if (town := before_region(syntax, comma, stop)) is not None:
        out.pop()  # "police in Dorn, OREGON arrested"
    return town


def _past_link(syntax: Syntax, at: int, out: list[Phrase]) -> int | None:
    """Behind the noun that a preposition at ``at`` says more of, without the phrase that it brings."""
    word = syntax.words[at]
    if word == "under" and syntax.tags[at + 1] == "N" and out[-1].last == at + 2:
        return None  # "the embassy under siege": what is said of it, and not which one
    out.pop()
    if word == "between":
        out.clear()  # "an exchange of fire between soldiers and rebels"
    return at


def before_initials(syntax: Syntax, end: int) -> int:
    """Where the name ends behind which initials stand in brackets before a token; that token where none do.

    >>> before_initials(Syntax("the Front ( DF ) fled".split(), "TP.P.V"), 5)
    2
    """
    initials = syntax.words[end - 1] in ")]" and list(syntax.classes[end - 3 : end]) == INITIALS
    return end - len(INITIALS) if initials else end


def _before_addition(syntax: Syntax, at: int) -> int | None:
    """Where the noun ends behind which a word at ``at`` brings examples, or others beside: "residents INCLUDING"."""
    first = at - (tuple(syntax.words[at - 1 : at + 1]) in _ADDING)
    brings = first < at or syntax.words[at] == "including"
    return first if brings and syntax.classes[first - 1] == "n" else None


def _first_of_link(words: Sequence[str], at: int) -> int:
    """Where the words begin that end at a token and join two phrases: "and/or", "from among", "in and around"."""
    if words[at - 1] == "/" and words[at] == "or":
        return at - 2
    if words[at - 2 : at + 1] == ["from", "all", "over"]:
        return at - 2
    if words[at] in LINKS and words[at - 1] in _JOINING and words[at - 2] in LINKS:
        return at - 2
    return at - (words[at - 1 : at + 1] == ["from", "among"])


def _before_time(syntax: Syntax, at: int, stop: int) -> int | None:
    """Where the noun ends behind which only words of time stand before ``at``: "a strike late on Friday by"."""
    classes, words, k = syntax.classes, syntax.words, at - 1
    if classes[k] != "y":
        return None
    while k > stop and (classes[k] in "yr" or words[k] in TIMING):
        k -= 1
    return k + 1 if classes[k] == "n" else None


def _of_all(syntax: Syntax, phrases: list[Phrase]) -> list[Phrase]:
    """ "the ministers of Armenia and Azerbaijan" are one phrase: several, and names behind "of" and "and"."""
    if len(phrases) < 2:
        return phrases
    first, second = phrases[:2]
    of, tags = first.head + 1, syntax.tags
    shared = (
        syntax.words[first.head].endswith("s")
        and of + 1 < first.last
        and syntax.words[of] == "of"
        and second.first == second.head
        and syntax.words[second.first - 1] == "and"
        and tags[first.last - 1] == tags[second.head] == "P"
    )
    return [Phrase(first.first, second.last, first.head), *phrases[2:]] if shared else phrases


def _lists(syntax: Syntax, comma: int, stop: int) -> bool:
    """Whether the phrase before ", and" stands behind a comma itself: "the house, several shops, and schools"."""
    chunk = chunk_before(syntax, comma)
    return chunk is not None and chunk.first > stop and syntax.words[chunk.first - 1] == ","


def _is_second_name(syntax: Syntax, conjunction: int, stop: int, links: frozenset[str]) -> bool:
    """Whether "and" joins two names behind a preposition that says which ones are meant."""
    chunk = chunk_before(syntax, conjunction)
    if chunk is None or chunk.first - 2 < stop or syntax.classes[chunk.first - 2] != "n":
        return False
    names = syntax.tags[chunk.head] == "P" and is_place_behind(syntax, conjunction)
    return names and syntax.classes[chunk.first - 1] == "p" and syntax.words[chunk.first - 1] in links


def _before_place(syntax: Syntax, conjunction: int, end: int, stop: int) -> int | None:
    """Where the noun ends before where it is from, if "and" brings another with its determiner; None where none does.

    ``end`` is where the phrase before ends, without initials.
    """
    place = chunk_before(syntax, end)
    if place is None or place.first - 2 < stop:
        return None
    noun = place.first - 1
    if syntax.classes[conjunction + 1] not in "du" or syntax.classes[noun - 1] != "n":
        return None
    thing = chunk_before(syntax, noun)
    if thing is not None and thing.first > stop and syntax.classes[thing.first - 1] in "gv":
        return None  # "killed in a raid targeting a rebel in Dorn and ten people were hurt"
    placed = syntax.words[noun] in ("from", "in") and syntax.tags[place.first] == "P"
    other = syntax.chunk(conjunction + 1)
    people = other is not None and is_person(syntax.words[other.head]) and is_person(syntax.words[noun - 1])
    return noun if placed or (syntax.words[noun] == "from" and people) else None


def _is_conjunct(syntax: Syntax, conjunction: int, stop: int) -> bool:
    """Whether the phrase before "and" is part of the subject too, not the object of a verb or a preposition."""
    chunk = chunk_before(syntax, conjunction)
    if chunk is None:
        return False
    before = chunk.first - 1
    return before < stop or syntax.classes[before] in '.,"wc' or syntax.words[before] in ("of", "between", "including")


def _is_alias(syntax: Syntax, conjunction: int) -> bool:
    """Whether "or" brings another name for the same: "Ansar, OR the Helpers", "known as Ansar OR the Helpers"."""
    words, chunk = syntax.words, chunk_before(syntax, conjunction)
    known_as = chunk is not None and words[chunk.first - 1] == "as"
    return words[conjunction] == "or" and (known_as or words[conjunction - 1] == ",")


def _reduced(syntax: Syntax, preposition: int, stop: int) -> int | None:
    """ "groups blamed for the attacks", "men armed with rifles": where the noun ends that the participle belongs to."""
    classes = syntax.classes
    i = preposition - 1
    if classes[i] == "g" and classes[i - 1] == "n":
        return i  # "men travelling in two vehicles"
    if classes[i] not in "eavg":
        return None
    if (relative := _relative(syntax, i, stop)) is not None:
        return relative
    if classes[i] in "vg":
        return None
    while i > stop and classes[i - 1] == "r":
        i -= 1
    if i > stop + 1 and classes[i] == "e" and syntax.words[i - 1] == ",":
        i -= 1  # "the rebels, armed with rifles stormed the post"
    return i if i > stop and classes[i - 1] == "n" else None


def _before_clause(syntax: Syntax, verb: int, stop: int) -> int | None:
    """Where the noun ends that a clause describes: "GUNMEN who left the town", "the GENERAL while praising them"."""
    classes, begin = syntax.classes, verb - 1
    meanwhile = begin - 1 > stop and syntax.words[begin] == "while" and classes[begin - 1] == "n"
    return begin if classes[verb] == "g" and meanwhile else _relative(syntax, verb, stop)


def _in_relative(syntax: Syntax, preposition: int, stop: int) -> int | None:
    """Where the noun ends in whose relative clause a preposition stands: "Dorn WHO disclosed this during a visit"."""
    for at in range(preposition - 1, max(stop, preposition - _RELATIVE), -1):
        if syntax.words[at] == "who":
            return at if syntax.classes[at - 1] == "n" and syntax.classes[at + 1] in "vxr" else None
        if syntax.classes[at] in ".,wc":
            return None
    return None


def _relative(syntax: Syntax, verb: int, stop: int) -> int | None:
    """Where the noun ends that the relative clause of a verb belongs to: "the men who were seen"."""
    at = verb
    while at > stop and syntax.classes[at] in "evxrg":
        at -= 1
    relative = syntax.words[at] in ("who", "that", "which") and at > stop and syntax.classes[at - 1] == "n"
    return at if relative else None


def _with_complement(syntax: Syntax, chunk: Chunk, end: int, at: int) -> Phrase:
    """The phrase of a chunk with the "of" phrase behind it; of a measure ("a group of") only what is measured."""
    head = chunk.head if chunk.last == end else end - 1
    if end < at and syntax.words[end] == "of":
        inner = phrase_at(syntax, end + 1)
        if inner is not None and inner.last <= at:
            measured = syntax.words[head] in nouns("measure")
            return inner if measured else Phrase(chunk.core, inner.last, head)
    return Phrase(chunk.core, end, head)
