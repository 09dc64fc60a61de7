"""The closed vocabularies: each value is its own JSON string."""

from __future__ import annotations

from enum import StrEnum

from conflictnews.types.comparison_vocabulary import PassageKind, Slot, TollState, Verdict
from conflictnews.types.event_vocabulary import ActorCategory, EventStatus, EventType, PlaceEvidence

__all__ = [
    "Act",
    "ActorCategory",
    "AttributionKind",
    "BlockKind",
    "Bound",
    "DateType",
    "EntityKind",
    "EventStatus",
    "EventType",
    "FactKind",
    "PassageKind",
    "PlaceEvidence",
    "QuoteKind",
    "Resolution",
    "Role",
    "Slot",
    "SpeakerKind",
    "TollState",
    "Verdict",
]


class BlockKind(StrEnum):
    r"""What a paragraph is on the page.

    >>> from conflictnews import parse
    >>> [block.kind.value for block in parse("Rain in Gao\n\nBy Mara Voss\n\nThe river rose.").blocks]
    ['title', 'byline', 'body']
    """

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    """A repeated title, "Related Articles", "Leave a Reply", "Source link"."""
    TEASER = "teaser"
    """An unrelated story glued into the text."""


class QuoteKind(StrEnum):
    """How much of an utterance a pair of quotation marks holds.

    >>> from conflictnews import parse
    >>> text = '"We will leave," Mara Voss said. The plan was "a step back", she said.'
    >>> [(quote.text, quote.kind.value) for quote in parse(text).quotes]
    [('We will leave,', 'direct'), ('a step back', 'partial')]
    """

    DIRECT = "direct"
    """At least a clause."""
    PARTIAL = "partial"
    """A fragment built into the writer's own sentence."""
    SCARE = "scare"
    """A term, a title or irony: nobody is quoted."""


class AttributionKind(StrEnum):
    """How much of the content lies in quotation marks: all, some, none (Pareti 2012).

    >>> from conflictnews import parse
    >>> text = '"We will leave," Mara Voss said. The plan was "a step back", she said. She said it would fail.'
    >>> [attribution.kind.value for attribution in parse(text).attributions]
    ['direct', 'mixed', 'indirect']
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What somebody does with what is attributed: speech and writing first, then what they think, want and see.

    The kinds follow those of PARC and PolNeAR (assertion, belief, intention, perception), the first ones told apart by
    the verb classes of Levin (1993) and of the CAMEO codebook (comment, deny, accuse, threaten, demand, promise).

    >>> from conflictnews import parse
    >>> text = "The militia denied it. Officials fear more attacks. The ministry demanded an answer."
    >>> [attribution.act.value for attribution in parse(text).attributions]
    ['deny', 'fear', 'demand']
    """

    SAY = "say"
    """Said, wrote, announced, described: "the mayor SAID the bridge fell"."""
    DENY = "deny"
    """Denied, rejected, dismissed."""
    CLAIM = "claim"
    """Claimed, alleged, insisted: told as a claim."""
    ACCUSE = "accuse"
    """Accused, blamed, condemned."""
    THREATEN = "threaten"
    DEMAND = "demand"
    """Demanded, urged, called for."""
    PROMISE = "promise"
    """Promised, pledged, vowed."""
    ORDER = "order"
    """Ordered, forbade, allowed."""
    ASK = "ask"
    AGREE = "agree"
    """Agreed, admitted, confirmed, welcomed."""
    BELIEVE = "believe"
    """Believes, thinks, considers, doubts."""
    FEAR = "fear"
    EXPECT = "expect"
    """Expects, hopes, wants, plans."""
    KNOW = "know"
    """Knows, learned, realised."""
    DECIDE = "decide"
    """Decided, chose, ruled."""
    PERCEIVE = "perceive"
    """Saw, heard, found."""
    SHOW = "show"
    """What documents and results show, suggest, reveal."""

    @property
    def is_speech(self) -> bool:
        """Whether it is speech or writing, and not what somebody thinks, wants or sees.

        >>> Act.DENY.is_speech, Act.BELIEVE.is_speech
        (True, False)
        """
        return self not in _THOUGHT


_THOUGHT = frozenset({Act.BELIEVE, Act.FEAR, Act.EXPECT, Act.KNOW, Act.DECIDE, Act.PERCEIVE})


class Resolution(StrEnum):
    """How the speaker of an attribution was found.

    >>> from conflictnews import parse
    >>> found = parse('Col. Sam Otto said the road was open. "It is safe," he said.').attributions
    >>> [(one.speaker_name, one.resolved_by.value) for one in found]
    [('Sam Otto', 'explicit'), ('Sam Otto', 'pronoun')]
    """

    EXPLICIT = "explicit"
    """The source names the speaker."""
    PRONOUN = "pronoun"
    """The source is a pronoun or a nominal ("the official") with one antecedent."""
    CONTINUATION = "continuation"
    """The quotation goes on from the one before."""
    ADJACENT = "adjacent"
    """No cue: the speaker of the neighbouring sentence."""
    NONE = "none"
    """Nobody could be named."""


class SpeakerKind(StrEnum):
    """What sort of source speaks.

    >>> from conflictnews import parse
    >>> text = "Mara Voss said it rained. The Kremlin denied it. A report said it was dry."
    >>> [(speaker.name, speaker.kind.value) for speaker in parse(text).speakers]
    [('Mara Voss', 'person'), ('Kremlin', 'place'), ('report', 'document')]
    """

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    PLACE = "place"
    """A place that stands for its government: "Washington", "the Kremlin"."""
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class EntityKind(StrEnum):
    """What a name is the name of.

    >>> from conflictnews import parse
    >>> [(entity.name, entity.kind.value) for entity in parse("JNIM shelled a camp near Djibo, Voss said.").entities]
    [('JNIM', 'group'), ('Djibo', 'place'), ('Voss', 'person')]
    """

    PERSON = "person"
    GROUP = "group"
    """An armed or political group that is no body of a state, or a people: "Lord's Resistance Army", "Syrians"."""
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"
    FACILITY = "facility"
    """Something built: "Bagram Airfield", "Mostar Bridge"."""
    EVENT = "event"
    """Something that happened or happens: "Operation Barkhane", "the Arab Spring"."""
    WEAPON = "weapon"
    NATIONALITY = "nationality"
    """The adjective of a state or people: "Iranian"."""
    OTHER = "other"
    """A name of something else, or of what nothing tells: a newspaper, a law."""


class FactKind(StrEnum):
    """What sort of quantity a number is.

    >>> from conflictnews import parse
    >>> facts = parse("Two men fled. Fuel rose 12 percent to $3. The siege lasted ten days.").facts
    >>> [(fact.text, fact.kind.value) for fact in facts]
    [('Two men', 'count'), ('12 percent', 'percent'), ('$3', 'money'), ('ten days', 'duration')]
    """

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    ORDINAL = "ordinal"
    AGE = "age"
    RATIO = "ratio"
    SCORE = "score"


class Bound(StrEnum):
    """How the stated number bounds the true one.

    >>> from conflictnews import parse
    >>> text = "At least 22 people died, about 40 were hurt and dozens fled. Two or three were held."
    >>> [(fact.text, fact.bound.value) for fact in parse(text).facts]
    [('At least 22 people', 'min'), ('about 40', 'approx'), ('dozens', 'vague'), ('Two or three', 'range')]
    """

    EXACT = "exact"
    APPROX = "approx"
    MIN = "min"
    MAX = "max"
    RANGE = "range"
    VAGUE = "vague"


class Role(StrEnum):
    """What happened to what is counted.

    >>> from conflictnews import parse
    >>> [(fact.text, fact.role.value) for fact in parse("Ten rebels died, six were hurt and 300 people fled.").facts]
    [('Ten rebels', 'killed'), ('six', 'injured'), ('300 people', 'displaced')]
    """

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    DEPLOYED = "deployed"
    LAUNCHED = "launched"
    INTERCEPTED = "intercepted"
    ATTACKS = "attacks"
    STRIKES = "strikes"
    OTHER = "other"


class DateType(StrEnum):
    """The four types of TIMEX3 (ISO-TimeML, ISO 24617-1).

    >>> from conflictnews import parse
    >>> [(one.text, one.type.value) for one in parse("The siege, which began in May 2012, lasted ten days.").dates]
    [('May 2012', 'DATE'), ('ten days', 'DURATION')]
    """

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"
