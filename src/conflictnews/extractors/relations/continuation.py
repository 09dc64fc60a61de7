"""Quotations without a cue of their own: they go on from an attribution before, or belong to one in their sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable

import attrs

from conflictnews.extractors.relations.announcements import announcement
from conflictnews.extractors.relations.cues import certainty_of_verb
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.text.closed_words import time_words
from conflictnews.text.phrase_chains import LINKS, phrases_before
from conflictnews.text.phrases import phrase_at

__all__ = ["attach_quotations"]

_FEW_WORDS = 3
_SAYING = 75
_REPORTING = 45
_ANNOUNCEMENT = 20
_FEWEST, _SHORT = 3, 9
_CREDIT = 9
_WORDS_OF = ["in", "the", "words", "of"]
_OF = LINKS - {"by"}
"""Links inside a source that is announced; "the report by Rana Haddad:" is hers."""
_DASHES = frozenset("—–-―") | {"--"}
_MARKS = frozenset("\"“”‘’'«»,;:()") | {"``", "''"}


def attach_quotations(text: QuotedView, drafts: list[Draft]) -> None:
    """Give each quotation that no content covers to the attribution that it continues.

    A quotation that a content touches belongs to it as a whole, also past the end of the sentence. One that stands
    before a dash and a name, or behind a name and a colon, is theirs. One that opens its sentence goes on from the last
    quotation of its paragraph or of the paragraph before, else from the last verb of saying there.
    """
    within = (_stated_within(text, drafts, number) for number in range(len(text.ranges)))
    drafts += [draft for draft in within if draft is not None]
    covered = _extend(text, drafts)
    paragraphs = [start for start, _ in text.view.paragraphs]

    def paragraph_of(at: int) -> int:
        return bisect_right(paragraphs, text.starts[at]) - 1

    by_place = sorted(drafts, key=_end)
    for number, (first, last) in enumerate(text.ranges):
        if number in covered or _is_credit(text, last):
            continue
        sentence = text.view.sentence_number(first)
        found = _announced(text, sentence, first) or _signed(text, sentence, number)
        found = found or _spoke_before(text, sentence - 1, (first, last))
        if found is not None:
            drafts.append(found)
            insort(by_place, found, key=_end)
            continue
        begins, ends = text.view.sentences[sentence]
        if begins == first:
            few = _words(text, first, last) < _FEW_WORDS and last < ends - 1
            draft = None if few else _continued(text, by_place, first, paragraph_of)
        else:
            draft = _last_before(by_place, first)
            if draft is None or draft.sentence != sentence or _words(text, first, last) < _FEW_WORDS:
                continue
        if draft is None:
            continue
        if begins == first and not _quotes(text, draft):
            told = attrs.evolve(draft, parts=[(first, last)])  # of its own, by who spoke in the sentence before
            drafts.append(told)
            insort(by_place, told, key=_end)
            continue
        _take_out(by_place, draft)
        draft.parts.append((first, last))
        insort(by_place, draft, key=_end)


def _end(draft: Draft) -> int:
    return draft.parts[-1][1]


def _take_out(by_place: list[Draft], draft: Draft) -> None:
    """Remove a draft from the list that its end keeps in order."""
    at = bisect_left(by_place, _end(draft), key=_end)
    while by_place[at] is not draft:
        at += 1
    del by_place[at]


def _continued(text: QuotedView, by_place: list[Draft], first: int, paragraph_of: Callable[[int], int]) -> Draft | None:
    """The attribution that a quotation goes on from."""
    fallback = None
    paragraph, sentence = paragraph_of(first), text.view.sentence_number(first)
    for at in range(bisect_right(by_place, first, key=_end) - 1, -1, -1):
        draft = by_place[at]
        if paragraph - paragraph_of(max(_end(draft) - 1, draft.head)) > 1:
            break
        if draft.head >= first:
            continue
        if _quotes(text, draft):
            return draft
        spoke = draft.source is not None and draft.certainty >= _SAYING and draft.pattern == "cascade"
        if spoke and draft.sentence == sentence - 1:
            return draft  # '... Berg said the war has emptied the valley. "Nobody is left."'
        if fallback is None and draft.certainty >= _SAYING:
            fallback = draft
    return fallback


def _spoke_before(text: QuotedView, sentence: int, quotation: Range) -> Draft | None:
    """``Witness Nadia Berg disagreed.`` before a quotation: a short sentence that says who speaks, and not what."""
    if sentence < 0 or text.view.sentences[sentence][1] != quotation[0]:
        return None
    begin, end = text.view.sentences[sentence]
    if not _FEWEST <= end - begin <= _SHORT or any(text.inside[k] >= 0 for k in range(begin, end)):
        return None
    verb = end - 1 - (text.words[end - 1] == ".")
    source = phrases_before(text.view.syntax(begin), verb, _OF)
    if text.tags[verb] not in "VDN" or not _may_say(text.words[verb]) or len(source) != 1:
        return None
    if source[0].first > begin + 1 or not any(text.tags[k] == "P" for k in range(source[0].first, verb)):
        return None
    return Draft(sentence, [quotation], (begin, verb), (verb, verb + 1), "announced", verb, 90)


def _quotes(text: QuotedView, draft: Draft) -> bool:
    """Whether a content begins or ends inside quotation marks."""
    return any(text.inside[k] >= 0 for part in draft.parts for k in (part[0], part[1] - 1))


def _announced(text: QuotedView, sentence: int, first: int) -> Draft | None:
    """``Pew Research: "All the samples ..."``: a name and a colon before the marks are source and cue."""
    begin = text.view.sentences[sentence][0]
    if begin == first and sentence > 0 and text.words[first - 1] == ":":
        return _announced_above(text, sentence - 1, first)
    if first - 2 >= begin and text.words[first - 1] == ",":
        return _in_words_of(text, sentence, first)
    if first - 2 < begin or text.words[first - 1] != ":":
        return None
    if (told := announcement(text, range(begin, first))) is not None:
        source, verb = told
        return Draft(sentence, [text.ranges[text.opening[first]]], source, (verb, verb + 1), "announced", verb, 90)
    named = phrases_before(text.view.syntax(begin), first - 1, _OF)
    start = named[0].first if named else first
    if not any(text.tags[k] == "P" for k in range(start, first - 1)):
        return None
    quotation = text.ranges[text.opening[first]]
    return Draft(sentence, [quotation], (start, first - 1), (first - 1, first), "colon", first - 1, 90)


def _stated_within(text: QuotedView, drafts: list[Draft], number: int) -> Draft | None:
    """``It quoted critics, with Nadia Berg stating: "..."``: hers, and no longer part of the statement around it."""
    first, last = text.ranges[number]
    verb = first - 2
    if verb < 2 or text.words[first - 1] != ":" or text.words[verb][-3:] != "ing" or not _may_say(text.words[verb]):
        return None
    if any(draft.cue == (verb, verb + 1) for draft in drafts):
        return None
    sentence = text.view.sentence_number(verb)
    named = phrases_before(text.view.syntax(verb), verb, _OF)
    start = named[0].first if named else verb
    if start <= text.view.sentences[sentence][0] or text.words[start - 1] != "with":
        return None
    end = start - 1 - (text.words[start - 2] == ",")
    for draft in drafts:
        draft.parts = [(part[0], end) if part[0] < end < part[1] else part for part in draft.parts]
    return Draft(sentence, [(first, last)], (start, verb), (verb, verb + 1), "announced", verb, 90)


def _in_words_of(text: QuotedView, sentence: int, first: int) -> Draft | None:
    """``In the words of the prosecutor, Karl Brandt, "nobody ..."``."""
    begin = max(text.view.sentences[sentence][0], first - _ANNOUNCEMENT)
    of = next((k for k in range(begin + 3, first - 1) if text.words[k - 3 : k + 1] == _WORDS_OF), -1)
    if of < 0:
        return None
    quotation = text.ranges[text.opening[first]]
    return Draft(sentence, [quotation], (of + 1, first - 1), (of - 3, of + 1), "announced", of, 90)


def _announced_above(text: QuotedView, sentence: int, first: int) -> Draft | None:
    """``On Monday, the Times reports:`` ends the paragraph before; without a verb its first phrase is the source."""
    begin, end = text.view.sentences[sentence]
    quotation = text.ranges[text.opening[first]]
    announced = announcement(text, range(begin, end))
    if announced is not None:
        named, verb = announced
        return Draft(sentence, [quotation], named, (verb, verb + 1), "statement", verb, 90)
    syntax = text.view.syntax(begin)
    source = phrase_at(syntax, begin) or syntax.chunk(begin)  # "He said:"
    if source is None or end - begin > _ANNOUNCEMENT or text.inside[begin] >= 0:
        return None
    last = source.last
    cue = (end - 1, end)
    if last < end - 1 and text.tags[last] in "VD":  # "Rana Haddad CONTINUED:"
        cue = (last, last + 1)
    elif last - begin > 1 and _may_say(text.words[last - 1]):  # "the Times REPORTS", which reads like a noun
        last, cue = last - 1, (last - 1, last)
    return Draft(sentence, [quotation], (begin, last), cue, "colon", cue[0], 90)


def _may_say(word: str) -> bool:
    """Whether a word is a form of a verb of saying."""
    return certainty_of_verb(word) >= _REPORTING


def _is_credit(text: QuotedView, last: int) -> bool:
    """Whether a title stands in the marks: ``"Document found on street" — Morgen Post, August 15, 2008``."""
    if last + 1 >= len(text.words) or text.words[last] not in _DASHES:
        return False
    near = range(last + 2, min(len(text.words) - 1, last + _CREDIT))
    comma = next((k for k in near if text.words[k] == ","), -1)
    return comma > 0 and text.words[comma + 1] in time_words()


def _signed(text: QuotedView, sentence: int, number: int) -> Draft | None:
    """``"He scares me." ― Krystal Correa``: a dash and a name behind the marks."""
    first, last = text.ranges[number]
    if last + 1 >= len(text.words) or text.words[last] not in _DASHES:
        return None
    end = last + 1
    while end < len(text.words) and end < last + 6 and text.tags[end] in "P." and text.words[end] not in _MARKS:
        end += 1
    while end > last + 1 and text.words[end - 1] == ".":
        end -= 1
    if end == last + 1 or text.tags[last + 1] != "P":
        return None
    return Draft(sentence, [(first, last)], (last + 1, end), (last, last + 1), "signature", last, 90)


def _extend(text: QuotedView, drafts: list[Draft]) -> set[int]:
    """Take quotations whole that a content touches; the numbers of those that are covered."""
    covered: set[int] = set()
    for draft in drafts:
        for place, part in enumerate(draft.parts):
            numbers = [text.inside[edge] for edge in (part[0], part[1] - 1) if text.inside[edge] >= 0]
            touched = [text.ranges[number] for number in numbers if not _holds_who_says(draft, text.ranges[number])]
            first = min([part[0], *(begin for begin, _ in touched)])
            last = max([part[1], *(end for _, end in touched)])
            draft.parts[place] = (first, last)
            covered.update(numbers, (text.inside[k] for k in text.edges(first, last)))
    return covered


def _holds_who_says(draft: Draft, quotation: Range) -> bool:
    """Whether source or cue stand in the quotation too: ``"WALLACE: Will she be there?"``, a transcript in marks."""
    return any(own[0] < quotation[1] and quotation[0] < own[1] for own in (draft.source, draft.cue) if own is not None)


def _words(text: QuotedView, first: int, last: int) -> int:
    return sum(text.words[k][0].isalnum() for k in range(first, min(last, first + 12)))


def _last_before(by_place: list[Draft], first: int) -> Draft | None:
    """The attribution that ends last before a token."""
    for at in range(bisect_right(by_place, first, key=_end) - 1, -1, -1):
        if by_place[at].head < first:
            return by_place[at]
    return None
