"""The attributions of one sentence: each cue with its source and its content."""

from __future__ import annotations

from conflictnews.extractors.relations.contents import ADDRESSED as _ADDRESSED
from conflictnews.extractors.relations.contents import content_after, content_start, trimmed
from conflictnews.extractors.relations.cues import Cue, CueWord, cue_words, find_cues
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.noun_phrases import is_time, phrase_end, phrase_start
from conflictnews.extractors.relations.quoted_view import QuotedView, Subject
from conflictnews.extractors.relations.sources import subject_after, subject_before

__all__ = ["THRESHOLD", "sentence_drafts"]

THRESHOLD = -3
"""A cue counts from here on (logarithm of the odds, times 16)."""

_BESIDE_QUOTE = -40
_SURE = 60
_CERTAIN = 80
_SHARED_REACH = 30
_PAUSES = frozenset({",", ".", ";", "?", "!", ")", "—", "–", "-", "--", ":"})
_PARENTHETIC_END = frozenset({",", ".", ";", "?", "!"})
_NO_CUES = frozenset("is are was were has have had does did do 's 're 'm 've".split())
_MAIN_VERBS = frozenset("said says told wrote added asked".split())
_BE = frozenset("is are was were be been being 's 're 'm".split())
_RAISING = frozenset({"seem", "appear"})
_SUBORDINATORS = frozenset("after as since when while although though if because before once until whereas".split())
_OPENERS = frozenset("and but so yet however meanwhile still".split())
_NOT_RESUMED = frozenset("as while but although though who which whose where when citing referring speaking".split())


def sentence_drafts(text: QuotedView, number: int, first: int, last: int, candidates: list[int]) -> list[Draft]:
    """All attributions whose cue stands in a sentence, outermost ones only, by their cue."""
    if not candidates and not text.edges(first, last):
        return _colon(text, number, first, last)
    cues = [cue for cue in find_cues(text, first, last, candidates) if text.inside[cue.head] < 0]
    cues += _open_class(text, first, last, cues)
    drafts: list[Draft] = []
    open_cues: list[Cue] = []
    for cue in cues:
        draft = None if cue.word.noun else _postposed(text, number, first, last, cue, drafts)
        if draft is not None:
            drafts.append(draft)
        else:
            open_cues.append(cue)
    drafts += _according_to(text, number, first, last, drafts)
    stops = {draft.source[0] for draft in drafts if draft.source} | {draft.cue[0] for draft in drafts if draft.cue}
    stops |= _coordinated(text, first, open_cues)
    for cue in open_cues:
        lowest = _BESIDE_QUOTE if _quotes_next(text, cue.head, last) else THRESHOLD
        if cue.score < lowest or any(draft.holds(cue.head) for draft in drafts):
            continue
        draft = _noun_cue(text, number, first, last, cue, stops) if cue.word.noun else _preposed(
            text, number, first, last, cue, drafts, stops
        )
        if draft is not None and not any(other.holds(draft.parts[-1][0]) for other in drafts):
            drafts.append(draft)
    if not drafts:
        drafts += _colon(text, number, first, last)
    return drafts


def _coordinated(text: QuotedView, first: int, cues: list[Cue]) -> set[int]:
    """Conjunctions behind which another attribution begins: ``praised the deal AND said``, ``AND Kyiv denied it``."""
    out = set()
    for cue in cues:
        if cue.word.noun or cue.score < THRESHOLD or text.tags[cue.head] not in "VG":
            continue
        subject = _subject(text, first, cue.head)
        at = (subject.cue_first if subject.first == subject.last else subject.first) - 1
        if at > first and text.tags[at] == "C" and (
            subject.first == subject.last or (cue.word.certainty >= _CERTAIN and _clause_before(text, first, at))
        ):
            out.add(at)
        elif at > first and text.tags[cue.head] == "G" and text.words[at] == "," and subject.first == subject.last:
            out.add(at)
    return out


def _clause_before(text: QuotedView, first: int, at: int) -> bool:
    """Whether what a conjunction ties on to has a verb of its own: "he AND Biden stressed" is one subject."""
    for k in range(at - 1, max(first, at - 12), -1):
        if text.tags[k] in "VM":
            return text.words[k] not in cue_words()
    return False


def _quotes_next(text: QuotedView, head: int, last: int) -> bool:
    """Whether a quotation follows at once: ``chanting, "Hands up"``."""
    after = head + 1
    return after in text.opening or (after + 1 < last and text.words[after] in (",", ":") and after + 1 in text.opening)


def _open_class(text: QuotedView, first: int, last: int, known: list[Cue]) -> list[Cue]:
    """Verbs of no list beside a quotation: ``"Never!" the crowd screamed back.``, ``He typed: "No."``"""
    heads = {cue.head for cue in known}
    out = []
    for k in text.edges(first, last):
        at = -1
        if k in text.closing and k + 2 < last:
            at = k + 2 if text.words[k + 1] in (",", "-", "–", "—") else k + 1
            at = phrase_end(text, at, last)
            while at < last and text.tags[at] == "R":
                at += 1
        elif k in text.opening and k - 2 > first and text.words[k - 1] in (",", ":"):
            at = k - 2
        if first < at < last and text.tags[at] == "V" and at not in heads and text.words[at] not in _NO_CUES:
            out.append(Cue(at, CueWord(text.words[at], False, _SURE), 0))
    return out


def _subject(text: QuotedView, first: int, head: int) -> Subject:
    """The subject before a cue, looked for once."""
    subject = text.subjects.get(head)
    if subject is None:
        subject = text.subjects[head] = subject_before(text, first, head)
    return subject


def _postposed(
    text: QuotedView, number: int, first: int, last: int, cue: Cue, earlier: list[Draft]
) -> Draft | None:
    """``"We will respond," Kirby said.`` and ``The rockets, officials said, hit a base.``: the content stands before."""
    subject = _subject(text, first, cue.head)
    told = phrase_end(text, cue.head + 1, last) - 1 if cue.word.lemma == "tell" else cue.head
    behind = _clear_behind(text, told, last)
    inverted = False
    if subject.first == subject.last:
        after = subject_after(text, cue.head, last)
        if after is None:
            return None
        subject, inverted = after, True
        behind = _clear_behind(text, subject.last - 1, last)
    edge = (subject.cue_first if inverted else subject.first) - 1
    if edge < first:
        return None
    quoted = _behind_quotation(text, first, edge)
    if not quoted and not inverted and text.words[edge] == ",":
        begin = phrase_start(text, first, edge - 1)  # "another friend, Mariam Emara told CNN"
        if first < begin < edge and _behind_quotation(text, first, begin - 1):
            subject, edge, quoted = subject._replace(first=begin), begin - 1, True
    if quoted:
        if cue.score < _BESIDE_QUOTE or (not inverted and _goes_on(text, cue.head, last)):
            return None
        if cue.word.certainty < _CERTAIN and not _pauses(text, edge):
            return None
    elif text.words[edge] not in (",", "—", "–", "--") or cue.word.certainty < _SURE or behind is None:
        return None
    elif not _has_verb(text, first, edge) and not _interrupts(text, behind, last):
        return None
    left = _left_content(text, first, edge, earlier)
    if left is None:
        return None
    parts = [left]
    resumed = _resumed(text, behind if behind is not None else cue.head + 1, last, quoted)
    if resumed is None and quoted:
        resumed = _taken_up(text, left[1], cue.head, last)
    if resumed is not None:
        parts.append(resumed)
    group = (subject.cue_first, cue.head + 1)
    return Draft(number, parts, (subject.first, subject.last), group, "postposed", cue.head, cue.word.certainty)


def _behind_quotation(text: QuotedView, first: int, edge: int) -> bool:
    """Whether a quotation ends at ``edge``, or before the pause that stands there."""
    return text.inside[edge] >= 0 or (text.words[edge] in _PAUSES and edge > first and text.inside[edge - 1] >= 0)


def _interrupts(text: QuotedView, behind: int, last: int) -> bool:
    """``The convoys, officials said, CROSSED the border``: the cue stands between a subject and its verb."""
    return behind + 1 < last and text.words[behind] == "," and text.tags[behind + 1] in "VM"


def _pauses(text: QuotedView, edge: int) -> bool:
    """Whether a comma or a stop parts a quotation from what follows: ``The 'ceasefire' lasted`` has none."""
    if text.inside[edge] < 0:
        return True
    return text.view.text[text.quotations[text.inside[edge]].end - 1] in ".,?!…—–-"


def _goes_on(text: QuotedView, head: int, last: int) -> bool:
    """Whether the content of a cue stands behind it though a quotation stands before: ``"Yes," he said that ...``."""
    at = head + 1
    return at < last and (text.words[at] == "that" or at in text.opening)


def _clear_behind(text: QuotedView, at: int, last: int) -> int | None:
    """The pause that follows token ``at`` but for time, adverbs and prepositional phrases; None where more is said."""
    words, tags = text.words, text.tags
    k = at + 1
    while k < last and k - at < 24:
        if words[k] in _PARENTHETIC_END:
            return k
        if tags[k] in "Rr" or is_time(text, k):
            k += 1
            continue
        if tags[k] == "I" and words[k] not in ("that", "if", "because", "as", "while"):
            end = phrase_end(text, k + 1, last)
            if end > k + 1:
                k = end
                continue
        return None
    return k if k >= last else None


def _has_verb(text: QuotedView, first: int, last: int) -> bool:
    return any(text.tags[k] in "VM" for k in range(first, last))


def _left_content(text: QuotedView, first: int, edge: int, earlier: list[Draft]) -> Range | None:
    """The content that ends before the pause at ``edge``: from the sentence's beginning, behind earlier attributions."""
    begin = first
    for draft in earlier:
        for part in [*draft.parts, draft.source, draft.cue]:
            if part is not None and begin < part[1] <= edge:
                begin = part[1]
    while begin < edge and (text.words[begin] in _OPENERS or text.words[begin] in _PAUSES):
        begin += 1
    if text.words[edge] == "," and text.words[edge - 1] in ("that", "which", "who"):  # "attacks that, analysts say, ..."
        begin = max(begin, min(edge - 1, phrase_start(text, begin, edge - 2)))
    begin, end = trimmed(text, begin, edge + 1)
    return (begin, end) if begin < end else None


def _resumed(text: QuotedView, at: int, last: int, quoted: bool) -> Range | None:
    """What goes on behind the cue: ``..., he said, "...``; ``..., officials said, hit a base``."""
    words = text.words
    if at + 1 >= last or words[at] not in (",", ":", ";", "—"):
        return None
    if at + 1 in text.opening:
        return trimmed(text, at + 1, content_after(text, at + 1, last, set()))
    if quoted or words[at] != "," or text.tags[at + 1] in "GWC" or words[at + 1] in _NOT_RESUMED:
        return None
    begin, end = trimmed(text, at + 1, content_after(text, at + 1, last, set()))
    return (begin, end) if begin < end else None


def _taken_up(text: QuotedView, closed: int, head: int, last: int) -> Range | None:
    """A second half of a sentence: ``"Every time," Tester said, pointing at the map, "they come back."``"""
    if text.words[closed - 2] != "," and (closed >= last or text.words[closed] != ","):
        return None
    for k in range(head + 1, min(last - 1, head + 30)):
        if k in text.opening:
            return text.ranges[text.opening[k]] if text.view.text[text.starts[k + 1]].islower() else None
    return None


def _preposed(
    text: QuotedView, number: int, first: int, last: int, cue: Cue, earlier: list[Draft], stops: set[int]
) -> Draft | None:
    """``Kirby said that ...``, ``officials denied any role``: the content stands behind."""
    words, head, lemma = text.words, cue.head, cue.word.lemma
    if _names_or_modifies(text, head, last):
        return None
    subject = _subject(text, first, head)
    source: Range | None = (subject.first, subject.last) if subject.first < subject.last else None
    at = content_start(text, lemma, head, last)
    about: Range | None = None  # the subject of a passive, which belongs to what is thought of it
    if subject.passive or lemma in _RAISING:
        if source is not None and words[source[0]] == "what":
            return None
        about = None if source is None or _expletive(text, source) or lemma in _ADDRESSED else source
        source, at = _agent(text, head, at, last)
    elif source is None:
        source = _shared_source(text, first, head, subject, earlier)
        if source is None and (text.tags[head] == "G" or head - first <= 1) and at not in text.opening:
            return None
    elif text.words[source[0]] == "there":
        return None
    begin, end = trimmed(text, at, content_after(text, at, _clause_end(text, first, subject, at, last), stops))
    if begin >= end and words[last - 1] == ":":  # "the statement read:" and a quotation in the next paragraph
        begin, end = last, min(last + 1, len(words)) if last in text.opening else last
    parts = [part for part in (about, (begin, end)) if part is not None and part[0] < part[1]]
    if not parts:
        return None
    return Draft(number, parts, source, (subject.cue_first, head + 1), "preposed", head, cue.word.certainty)


def _expletive(text: QuotedView, source: Range) -> bool:
    return source[1] - source[0] == 1 and text.words[source[0]] in ("it", "there")


def _names_or_modifies(text: QuotedView, head: int, last: int) -> bool:
    """``a group CALLING itself``, ``KNOWN as``, ``a strike ORDERED by``, ``groups often BLAMED for``: nobody speaks."""
    if head + 1 >= last:
        return False
    word, after, tag = text.words[head], text.words[head + 1], text.tags[head]
    if after.endswith(("self", "selves")) and word in ("calling", "calls", "called", "call"):
        return True
    if word.startswith("respond") and after == "with":
        return True  # with a strike, not with words
    if word in ("known", "called") and after in ("as", "for") and text.words[head - 1] not in _BE:
        return True
    reduced = tag in "VD" and word.endswith("ed") and text.tags[head - 1] in "NPR" and text.words[head - 1] not in _BE
    return reduced and (after == "by" or (word in ("blamed", "accused") and after in ("for", "of")))


def _clause_end(text: QuotedView, first: int, subject: Subject, at: int, last: int) -> int:
    """Where the clause ends in which a cue stands, if it is a relative or a subordinate one."""
    relative = subject.first < subject.last and text.tags[subject.first] == "W"
    subordinate = not relative and text.words[first] in _SUBORDINATORS and subject.first - first <= 3
    if not relative and not subordinate and not _week_since(text, first, subject.first):
        return last
    for k in range(at + 1, last):
        if text.inside[k] >= 0:
            continue
        if text.words[k] == ",":
            return k
        if relative and text.tags[k] == "V" and text.words[k] in _MAIN_VERBS:
            return k
    return last


def _week_since(text: QuotedView, first: int, at: int) -> bool:
    """``In the week SINCE Washington offered ...``: the subordinator stands before the subject."""
    return at > first and text.words[at - 1] in _SUBORDINATORS and not _has_verb(text, first, at - 1)


def _agent(text: QuotedView, head: int, at: int, last: int) -> tuple[Range | None, int]:
    """The source of a passive, behind "by", and where its content begins then."""
    for k in range(head + 1, min(last, head + 6)):
        if text.words[k] == "by":
            end = phrase_end(text, k + 1, last)
            if end > k + 1:
                return (k + 1, end), max(at, end) if at <= k or at < end else at
        if text.words[k] in (",", "that", "to"):
            break
    return None, at


def _shared_source(
    text: QuotedView, first: int, head: int, subject: Subject, earlier: list[Draft]
) -> Range | None:
    """The source of a verb without a subject: that of the verb before it, else the sentence's first noun phrase."""
    if subject.shared and text.tags[head] != "G":
        for k in range(subject.cue_first - 1, max(first, subject.cue_first - _SHARED_REACH), -1):
            if text.tags[k] in "VM" and text.inside[k] < 0:
                before = subject_before(text, first, k)
                if before.first < before.last:
                    return before.first, before.last
                break
    for draft in reversed(earlier):
        if draft.source is not None and draft.cue is not None and draft.cue[0] < head:
            return draft.source
    if not subject.shared:
        return None
    end = phrase_end(text, first, head)
    return (first, end) if first < end <= head else None


def _noun_cue(text: QuotedView, number: int, first: int, last: int, cue: Cue, stops: set[int]) -> Draft | None:
    """``Trump's claim that ...``, ``his hopes of ...``."""
    words, tags = text.words, text.tags
    at = cue.head + 1
    if at >= last or words[at] not in ("that", "to", "of", "about", "for", "over", "on", "against", "from"):
        return None
    if at + 1 >= last or is_time(text, at + 1):
        return None
    source: Range | None = None
    k = cue.head - 1
    while k > first and tags[k] in "JN":
        k -= 1
    if k >= first and (tags[k] == "S" or words[k] == "her"):
        if words[k] in ("'s", "'"):
            begin = k - 1
            while begin > first and tags[begin - 1] in "NPJT":
                begin -= 1
            source = (begin, k)
        else:
            source = (k, k + 1)
    begin, end = trimmed(text, at, content_after(text, at, last, stops))
    return Draft(number, [(begin, end)], source, (cue.head, cue.head + 1), "noun", cue.head, 0) if begin < end else None


def _according_to(text: QuotedView, number: int, first: int, last: int, earlier: list[Draft]) -> list[Draft]:
    """``According to the Post, the strike ...`` and ``The strike ..., according to the Post.``"""
    words, out = text.words, []
    for at in text.view.index.get("according", ()):
        if not first <= at < last - 2 or words[at + 1] != "to" or text.inside[at] >= 0:
            continue
        end = phrase_end(text, at + 2, last)
        if end == at + 2 or any(draft.holds(at) for draft in earlier):
            continue
        if at - first <= 1:
            pause = next((k for k in range(end, min(last, end + 30)) if words[k] == ","), end)
            content = trimmed(text, pause, content_after(text, pause + 1, last, set()))
        else:
            left = _left_content(text, first, at - 1, earlier)
            if left is None:
                continue
            content = left
        if content[0] < content[1]:
            out.append(Draft(number, [content], (at + 2, end), (at, at + 2), "according to", at, 90))
    return out


def _colon(text: QuotedView, number: int, first: int, last: int) -> list[Draft]:
    """``US: we will respond``, ``SMITH: No.``"""
    words, tags = text.words, text.tags
    for k in range(first + 1, min(last - 1, first + 6)):
        if words[k] == ":":
            begin, end = trimmed(text, k + 1, last)
            named = all(tags[i] in "P." for i in range(first, k)) and tags[first] == "P"
            return [Draft(number, [(begin, end)], (first, k), (k, k + 1), "colon", k, 90)] if named and begin < end else []
    return []
