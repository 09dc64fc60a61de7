"""Dating: the day of each event, by the dates of its sentence."""

from __future__ import annotations

from itertools import pairwise

from conflictnews.extractors.events.draft import Draft, by_sentence, distance
from conflictnews.extractors.events.heading_dates import give_heading_dates
from conflictnews.extractors.events.sentence import Reading
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.extractors.story import HEADS, Covered
from conflictnews.text import TextView
from conflictnews.text.nouns import is_person, nouns
from conflictnews.text.reduced_relatives import described_before_comma
from conflictnews.types import Block, DateRef, DateType, EventType, Layers

__all__ = ["give_dates"]

_RANKS = frozenset("deadliest bloodiest worst biggest largest heaviest highest lowest first most fewest".split())
_LEAD = 2
"""Words that may stand before a date with which a sentence begins: "on", "late on"."""
_PAUSE = 2
"""Characters between a date and the source that it stands before."""
_CLAUSE = 16
_RELATIVES = frozenset({"who", "which", "whose"})
_ENDING = _RELATIVES | {","}
_CHARGING = frozenset({"for", "of", "over"})
_OCCASIONS = frozenset("in during after before following at by amid since from with".split())
_HELD = frozenset({"held", "scheduled", "slated", "planned", "due", "set"})
_WITHIN = frozenset({"in", "during", "on", "at"})
_SAME_TIME = frozenset({"during", "amid", "in", "at"})
_LONGEST = 5
_APART = frozenset("after before when while as since until because that then later subsequently ; had has have".split())
"""Words between two verbs of a sentence behind which another time may be told."""
_TURNING = frozenset("after when before while as since until because who which where whose".split())
"""Words right behind a date with which another clause begins."""
_VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def give_dates(view: TextView, done: Layers, drafts: list[Draft]) -> None:
    """Give each draft the date that stands with it, if any does; the day of filing is no event's."""
    filed = Covered(block.span for block in done.get("blocks", Block) if block.kind in HEADS)
    dates = [
        date
        for date in done.get("dates", DateRef)
        if date.type in (DateType.DATE, DateType.TIME) and date.value not in _VAGUE and not _is_clock(date)
        if date.span.start not in filed
    ]
    if dates:
        _dates(view, dates, drafts)
        give_heading_dates(view, dates, drafts)


def _dates(view: TextView, dates: list[DateRef], drafts: list[Draft]) -> None:
    """A date belongs to the nearest event of its sentence; a year that says which ("the 2015 deal") to none.

    What is told "on Monday" need not have happened then.
    """
    sentences = by_sentence(drafts)
    pairs: list[tuple[int, int, Draft, DateRef]] = []
    leading: dict[int, list[Draft]] = {}
    for number, date in enumerate(dates):
        at = min(view.token_at(date.span.start), len(view) - 1)
        first = view.sentence_of(at)[0]
        told = sentences.get(first, [])
        if view.words[at - 1] == "by" and at - 1 > first:
            continue  # "demanding their wages by June 10"
        aside = _aside(told[0].reading, at) if told else range(0)
        near = [draft for draft in told[:32] if _may_have(draft, date, at) and _beside(draft, aside)]
        if near and (modified := _modified(near[0], view.tokens_in(date.span))):
            near = [draft for draft in near if draft.match.first in modified]
        if near and not _only_compares(view, date, at):
            leads = at - first <= _LEAD
            near = _without_occasions(near, view.tokens_in(date.span))
            draft = min(
                near, key=lambda one: (_is_apart(one, date, leads), not _follows(one, date), distance(one, date.span))
            )
            pairs.append((distance(draft, date.span), number, draft, date))
            if leads:
                leading[number] = told
    pairs.sort(key=lambda pair: pair[:2])
    for _, _, draft, date in pairs:
        if draft.date is None:
            draft.date = date
    for _, number, _, date in pairs:
        _date_all(date, leading.get(number, []))
    for told in sentences.values():
        _share(told[:32])


def _may_have(draft: Draft, date: DateRef, at: int) -> bool:
    """Whether a date may be that of an event, and not of what is said, remembered, claimed or done beside it."""
    if _tells_of_the_saying(draft, date) or _is_remembered(draft):
        return False
    return not (_is_of_claim(draft, date) or _is_mentioned(draft, at) or _is_of_a_vote(draft, at))


def _is_of_a_vote(draft: Draft, at: int) -> bool:
    """Whether a date says which election is meant: "protested the vote HELD ON April 28", "for elections IN April"."""
    words, reading = draft.reading.view.words, draft.reading
    noun = at - 2 if words[at - 1] in _WITHIN else at - 1
    noun -= words[noun] in _HELD
    if noun <= reading.first or words[noun] not in context_words("vote"):
        return False
    chunk = reading.syntax.chunk(noun)
    before = noun - 1 if chunk is None else chunk.first - 1
    return before > reading.first and words[before] not in _SAME_TIME


def _is_remembered(draft: Draft) -> bool:
    """Whether only its anniversary is told of: "Monday is the tenth ANNIVERSARY of the killing of"."""
    reading, first = draft.reading, draft.match.first
    return "anniversary" in reading.view.words[max(reading.first, first - _LONGEST) : first]


def _is_of_claim(draft: Draft, date: DateRef) -> bool:
    """Whether a date is that of a claim: "claimed TODAY the killing", "claimed the attack in a letter ON FRIDAY"."""
    if draft.claimed_by is None or draft.match.trigger.pos != "n":
        return False
    reading = draft.reading
    tokens = reading.view.tokens_in(date.span)
    if tokens.stop <= draft.match.first:
        between = reading.classes[tokens.stop : draft.match.first]  # not "for the February 15 attack"
        return tokens.start - reading.first > _LEAD and any(label in "pd" for label in between)
    return not nouns("document").isdisjoint(reading.view.words[draft.match.last : tokens.start])


def _is_mentioned(draft: Draft, at: int) -> bool:
    """Whether an event stands within a subject, and a date behind its verb: "the trial over the MURDER opens today"."""
    if draft.match.trigger.pos != "n":
        return False
    reading = draft.reading
    chunk = reading.syntax.chunk(draft.match.first)
    before = draft.match.first - 1 if chunk is None else chunk.first - 1
    words = reading.view.words
    if before <= reading.first or reading.classes[before] != "p":
        return False
    if words[before] in _OCCASIONS and not (words[before] == "in" and is_person(words[before - 1])):
        return False
    if reading.classes[before - 1] not in "nea":
        return False
    between = range(draft.match.last, min(at, reading.last))
    verb = next((k for k in between if reading.classes[k] in "vx"), -1)
    return (
        verb >= 0 and "," not in reading.view.words[draft.match.last : verb] and not _is_clause(reading, before, verb)
    )


def _is_clause(reading: Reading, first: int, verb: int) -> bool:
    """Whether a verb stands in a clause that describes what is before, or another verb governs the event."""
    return any(label == "w" for label in reading.classes[first:verb]) or any(
        label in "vx" for label in reading.classes[reading.first : first]
    )


def _modified(draft: Draft, tokens: range) -> range:
    """The words of a noun phrase behind a date that only tells which one is meant: "against the March 10 ELECTION".

    What happens "in the March 10 election" happens then.
    """
    reading = draft.reading
    classes, before = reading.classes, tokens.start - 1
    if before <= reading.first or classes[before] != "d" or reading.view.words[before - 1] in _WITHIN:
        return range(0)
    last = tokens.stop
    while last < min(reading.last, tokens.stop + _LONGEST) and (
        classes[last] in "nag" or reading.view.words[last] == "of"
    ):
        last += 1
    return range(tokens.stop, last) if "n" in classes[tokens.stop : last] else range(0)


def _follows(draft: Draft, date: DateRef) -> bool:
    """Whether a date stands right behind a verb, with its object behind: "condemned on Friday the bombing"."""
    tokens, view = draft.reading.view.tokens_in(date.span), draft.reading.view
    if (
        draft.match.trigger.pos != "v"
        or tokens.start < draft.match.last
        or view.words[tokens.stop : tokens.stop + 1] == ["'s"]
    ):
        return False
    return list(view.words[draft.match.last : tokens.start]) in ([], ["on"])


def _is_apart(draft: Draft, date: DateRef, leads: bool) -> bool:
    """Whether a date with which a sentence begins is not of what only describes, another not of what "and" brings.

    "On Monday men freed by rebels fled", "burned a village in 2019 and killed two men".
    """
    if leads:
        return draft.roles.reduced
    view, reading = draft.reading.view, draft.reading
    at = view.tokens_in(date.span).stop
    if at < draft.match.first and view.words[at] in _TURNING:
        return True  # "protested on Monday AFTER police killed a student"
    if at < reading.last and view.words[at] == ",":
        at += 1
    behind = reading.classes[at : min(draft.match.first, at + _LONGEST + 1)]
    joined = at < draft.match.first and view.words[at] == "and" and draft.match.first - at <= _LONGEST
    return joined and not any(label in "vxw," for label in behind)


def _without_occasions(near: list[Draft], date: range) -> list[Draft]:
    """Those without what is only the occasion of a deed before the date: "killed two men on Monday DURING A RAID"."""
    if not any(draft.match.trigger.pos == "v" and draft.match.first < date.start for draft in near):
        return near
    return [draft for draft in near if not _is_occasion(draft, date.stop)]


def _is_occasion(draft: Draft, at: int) -> bool:
    """Whether a preposition at a token, right behind a date, brings an event as the occasion of what is before."""
    reading = draft.reading
    if draft.match.trigger.pos != "n" or not at < draft.match.first or reading.classes[at] != "p":
        return False
    return not any(label in "vxw," for label in reading.classes[at + 1 : draft.match.first])


def _date_all(date: DateRef, told: list[Draft]) -> None:
    """A date with which a sentence begins is that of all that it tells: "On Monday, rebels burned shops and fled"."""
    for before, draft in zip((None, *told[:31]), told[:32], strict=False):
        told_of = draft.roles.reduced or _is_charge(draft, before)
        if draft.date is None and draft.match.trigger.pos == "v" and not told_of:
            draft.date = date


def _is_charge(draft: Draft, before: Draft | None) -> bool:
    """Whether a deed is only what somebody is held for: "was sentenced on Monday FOR BURNING homes"."""
    reading, first = draft.reading, draft.match.first
    if before is None or before.code not in ("arrest", "conviction") or reading.classes[first] != "g":
        return False
    return reading.view.words[first - 1] in _CHARGING


def _share(told: list[Draft]) -> None:
    """A date behind one of the deeds that "and" joins is that of all: "burned a shop and shot a man on Monday"."""
    for first, second in zip(reversed(told[:-1]), reversed(told), strict=False):
        if first.date is None and second.date is not None and _are_joined(first, second, second.date):
            first.date = second.date
    for first, second in pairwise(told):
        if second.date is None and first.date is not None and _is_at_once(first, second, first.date):
            second.date = first.date
        elif first.date is None and second.date is not None and _is_done_to(first, second, second.date):
            first.date = second.date


def _is_at_once(first: Draft, second: Draft, date: DateRef) -> bool:
    """Whether the date of an event is that of the next: of a deed that "and" joins, of the occasion behind it."""
    return _are_joined(first, second, date) or _is_during(first, second, date)


def _are_joined(first: Draft, second: Draft, date: DateRef) -> bool:
    """Whether two verbs of one status are joined, with nothing between them that tells of another time."""
    if second.match.trigger.pos != "v" or first.status is not second.status or second.code == "release":
        return False  # who was taken was not set free on that day
    if first.match.trigger.pos != "v" and date is second.date:
        return False
    if first.roles.reduced or second.roles.reduced or date.span.start < first.mentions[0].end:
        return False
    reading = first.reading
    between = range(first.match.last, second.match.first)
    words = reading.view.words[between.start : between.stop]
    clauses = any(reading.classes[k] in "wt" for k in between) or not _APART.isdisjoint(words)
    return "and" in words and not clauses


def _is_during(first: Draft, second: Draft, date: DateRef) -> bool:
    """Whether an event is told as the occasion of the one before, behind its date: "on Monday DURING A PROTEST"."""
    at = first.reading.view.tokens_in(date.span).stop
    reading = first.reading
    if first.row.type is EventType.ARREST and reading.view.words[at] == "in":
        return False  # "was arrested on Monday in the killing of a judge"
    if reading.view.words[at] not in _SAME_TIME or not _is_occasion(second, at):
        return False
    return "p" not in reading.classes[at + 1 : second.match.first]  # not "in retaliation for a raid"


def _is_done_to(first: Draft, second: Draft, date: DateRef) -> bool:
    """Whether what is done to an event on the spot has its date: "police dispersed A PROTEST on Monday"."""
    if first.match.trigger.pos != "v" or second.match.trigger.pos != "n" or not (first.row.placed and first.row.acled):
        return False
    if date.span.start <= second.mentions[0].start:
        return False
    reading = first.reading
    between = reading.classes[first.match.last : second.match.first]
    chunk = reading.syntax.chunk(second.match.first)
    before = second.match.first - 1 if chunk is None else chunk.first - 1
    if reading.view.words[before] in _SAME_TIME:
        return not set("vxw.") & set(between)  # "shot two men DURING A PROTEST in Dorn on Monday"
    return len(between) <= _LONGEST and set(between) <= set("dan")


def _only_compares(view: TextView, date: DateRef, at: int) -> bool:
    """Whether a year tells of something else: "the 2015 deal", "the deadliest since 2017"."""
    before = view.words[max(at - 4, 0) : at]
    first = view.sentence_of(at)[0]
    if before[-1:] == ["since"] and not _RANKS.isdisjoint(view.words[max(at - _CLAUSE, first) : at]):
        return True
    return date.text.isdigit() and bool(before) and before[-1] not in ("in", "since", "during", "by")


def _tells_of_the_saying(draft: Draft, date: DateRef) -> bool:
    """Whether a date stands beside the cue of the attribution that tells of an event, outside of what is told."""
    attribution = draft.attribution
    if attribution is None:
        return False
    gap = attribution.span.start - date.span.end
    if 0 < gap <= _PAUSE and _had(draft):
        return True  # "on Tuesday a station reported that rebels had killed"
    if not attribution.span.contains(date.span):
        return False
    return not any(part.contains(date.span) for part in attribution.content)


def _had(draft: Draft) -> bool:
    """Whether it is told as past already: "had killed", "had been killed"."""
    verb = draft.match.first
    return draft.match.trigger.pos == "v" and "had" in draft.reading.view.words[max(0, verb - 3) : verb]


def _aside(reading: Reading, at: int) -> range:
    """The clause that holds a token, up to its comma: of "who" ("who retired in 1999,") or of a participle behind one.

    So it is with ", kidnapped on Monday,".
    """
    first, last = reading.first, reading.last
    words = reading.view.words
    begin = next((k for k in range(at - 1, max(first, at - _CLAUSE), -1) if words[k] in _ENDING), first)
    end = next((k for k in range(at, min(last, at + _CLAUSE)) if words[k] == ","), last)
    if words[begin] == ",":
        inserted = (
            end < last
            and reading.classes[begin + 1] == "e"
            and described_before_comma(reading.syntax, begin + 1, begin)
        )
        return range(begin, end) if inserted else range(0)
    return range(begin, end) if words[begin] in _RELATIVES and (end < last or words[begin - 1] == ",") else range(0)


def _beside(draft: Draft, clause: range) -> bool:
    """Whether an event is told in a clause, if there is any."""
    return not clause or draft.match.first in clause


def _is_clock(date: DateRef) -> bool:
    """Whether only the hour is told: "at 1am", "13:30"."""
    unresolved = date.type is DateType.TIME and date.value is None
    return unresolved and date.text[:1].isdigit() and date.text[-1:].lower() in "m0123456789."
