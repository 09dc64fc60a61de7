"""The closed vocabularies: each value is its own JSON string."""

from __future__ import annotations

from enum import StrEnum

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
    """What a paragraph is on the page."""

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


class PlaceEvidence(StrEnum):
    """Where a text tells the place of an event."""

    CLAUSE = "clause"
    """In its own clause: "troops shelled the camp near Homs"."""
    SENTENCE = "sentence"
    """Elsewhere in the sentence."""
    TARGET = "target"
    """By what was struck: "shelled Homs"."""
    EARLIER = "earlier"
    """In an earlier sentence on the same incident."""
    DATELINE = "dateline"


class QuoteKind(StrEnum):
    """How much of an utterance a pair of quotation marks holds."""

    DIRECT = "direct"
    """At least a clause."""
    PARTIAL = "partial"
    """A fragment built into the writer's own sentence."""
    SCARE = "scare"
    """A term, a title or irony: nobody is quoted."""


class ActorCategory(StrEnum):
    """What sort of actor takes part in an event: the inter codes of the ACLED codebook."""

    STATE_FORCES = "state-forces"
    REBEL_GROUP = "rebel-group"
    POLITICAL_MILITIA = "political-militia"
    IDENTITY_MILITIA = "identity-militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL_FORCES = "external-forces"
    """Forces of a state other than that where the event took place."""


class AttributionKind(StrEnum):
    """How much of the content lies in quotation marks: all, some, none (Pareti 2012)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What somebody does with what is attributed: speech and writing first, then what they think, want and see.

    The kinds follow those of PARC and PolNeAR (assertion, belief, intention, perception), the first ones told apart by
    the verb classes of Levin (1993) and of the CAMEO codebook (comment, deny, accuse, threaten, demand, promise).
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
    """How the speaker of an attribution was found."""

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
    """What sort of source speaks."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    PLACE = "place"
    """A place that stands for its government: "Washington", "the Kremlin"."""
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class EntityKind(StrEnum):
    """What a name is the name of."""

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
    """What sort of quantity a number is."""

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
    """How the stated number bounds the true one."""

    EXACT = "exact"
    APPROX = "approx"
    MIN = "min"
    MAX = "max"
    RANGE = "range"
    VAGUE = "vague"


class Role(StrEnum):
    """What happened to what is counted."""

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
    """The four types of TIMEX3 (ISO-TimeML, ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class EventType(StrEnum):
    """What happened. One table maps each type to PLOVER, CAMEO and ACLED codes."""

    AIRSTRIKE = "airstrike"
    ROCKET_ATTACK = "rocket-attack"
    SHELLING = "shelling"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide-bombing"
    SHOOTING = "shooting"
    CLASH = "clash"
    KILLING = "killing"
    KIDNAPPING = "kidnapping"
    HOSTAGE_TAKING = "hostage-taking"
    ARREST = "arrest"
    ARSON = "arson"
    LOOTING = "looting"
    SIEGE = "siege"
    PROTEST = "protest"
    RIOT = "riot"
    DEPLOYMENT = "deployment"
    THREAT = "threat"
    SANCTION = "sanction"
    NEGOTIATION = "negotiation"
    AGREEMENT = "agreement"
    CLAIM = "claim"
    DENIAL = "denial"
    CONDEMNATION = "condemnation"
    AID = "aid"
    OTHER = "other"


class EventStatus(StrEnum):
    """Whether an event took place."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class PassageKind(StrEnum):
    """How two passages of different articles resemble each other."""

    COPY = "copy"
    """The same sentence, perhaps spun."""
    RETELLING = "retelling"


class Verdict(StrEnum):
    """Whether what articles say on one matter can both be right."""

    CONTRADICTION = "contradiction"
    """It cannot."""
    UPDATE = "update"
    """The later one brings the earlier up to date: a toll that rose."""
    PART = "part"
    """One counts a part of what the other counts."""
    COMPATIBLE = "compatible"
    NOT_COMPARABLE = "not-comparable"


class Slot(StrEnum):
    """The matter on which articles disagree."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    QUANTITY = "quantity"
    """Any other figure."""
    DAY = "day"
    PLACE = "place"
    PERPETRATOR = "perpetrator"
    CLAIM = "claim"
    """Who claimed or denied it."""
    WEAPON = "weapon"
    FATE = "fate"
    """What became of somebody: released, still held."""
    WORDS = "words"
    """The words of a quotation."""
    SPEAKER = "speaker"
    """Whose words a quotation is."""


class TollState(StrEnum):
    """What a figure of casualties is among those of its incident."""

    CURRENT = "current"
    UPDATE = "update"
    """Later and larger than what the same source, or the same line of reports, said before."""
    STALE = "stale"
    """An earlier figure, repeated though a larger one was known."""
    PART = "part"
    """Of some of the people only: the children among the dead."""
