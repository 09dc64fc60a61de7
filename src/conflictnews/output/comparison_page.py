"""What the page's template is given of a comparison: one story after another, the contradictions before all else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from conflictnews.output.marks import flat
from conflictnews.output.toll_chart import colours_of, toll_chart
from conflictnews.types import Article, Role, Span, TollState, Verdict
from conflictnews.types.comparison import (
    Comparison,
    Copying,
    Disagreement,
    DisagreementItem,
    Incident,
    QuoteMember,
    SharedQuote,
    Story,
    Toll,
)

__all__ = ["comparison_view"]

T = TypeVar("T")
View = dict[str, Any]
_SPEAKERS = 12
_OUTLETS = 16
"""Rows and columns of the table of speakers, and of that of copies."""
_LONGEST = 220
_ROLES = (Role.KILLED, Role.INJURED, Role.MISSING, Role.DISPLACED)


def comparison_view(comparison: Comparison, articles: Sequence[Article]) -> View:
    """A comparison for the template. The words are shown where the articles are given, else their offsets are."""
    return _Page(comparison, articles).view()


class _Page:
    def __init__(self, comparison: Comparison, articles: Sequence[Article]) -> None:
        self._comparison = comparison
        self._articles = articles
        self._home = {article: number for number, story in enumerate(comparison.stories) for article in story.articles}
        self._incidents = _by_story(comparison.incidents, lambda one: one.story)
        self._disagreements = _by_story(comparison.disagreements, self._story_of)
        self._quotes = _by_story(comparison.shared_quotes, self._home_of)
        self._passages = _by_story(comparison.copied_passages, self._home_of)
        self._copying = _by_story(comparison.copying, lambda pair: self._home.get(pair.article))
        self._speaker_names = {
            (mention.article, mention.span): actor.name for actor in comparison.actors for mention in actor.mentions
        }

    def view(self) -> View:
        comparison = self._comparison
        stories = [self._story(number, story) for number, story in enumerate(comparison.stories)]
        alone = [article for article in range(len(comparison.articles)) if article not in self._home]
        return {
            "articles": [self._name(article) for article in range(len(comparison.articles))],
            "stories": stories,
            "alone": [self._name(article) for article in alone],
            "actors": [
                {
                    "name": flat(actor.name),
                    "aliases": ", ".join(map(flat, actor.aliases)),
                    "members": self._names(actor.mentions),
                }
                for actor in comparison.actors
                if actor.aliases
            ],
        }

    def _name(self, article: int) -> View:
        given = self._comparison.articles[article] if article < len(self._comparison.articles) else None
        title = flat(given.title or given.id or "") if given else ""
        outlet = flat(given.source or given.id or "") if given else ""
        return {
            "number": article + 1,
            "title": title,
            "outlet": outlet or f"article {article + 1}",
            "day": str(given.published) if given and given.published else "",
            "href": f"a{article}" if self._articles else "",
        }

    def _names(self, members: Iterable[Any]) -> list[View]:
        return [self._name(article) for article in dict.fromkeys(member.article for member in members)]

    def _words(self, article: int, span: Span) -> str:
        if not self._articles:
            return f"characters {span.start} to {span.end}"
        words = flat(span.of(self._articles[article].text))
        return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"

    def _anchor(self, article: int, layer: str, position: int | None) -> str:
        if not self._articles:
            return ""
        return f"a{article}" if position is None else f"a{article}-{layer}-{position}"

    def _story(self, number: int, story: Story) -> View:
        comparison = self._comparison
        incidents = self._incidents.get(number, [])
        main = comparison.incidents[story.incident] if story.incident is not None else None
        own = self._disagreements.get(number, [])
        against = [item for item in own if item.verdict is Verdict.CONTRADICTION]
        return {
            "id": f"s{number}",
            "number": number + 1,
            "title": self._title(story, main),
            "summary": self._summary(story, main, len(against)),
            "articles": [self._name(article) for article in story.articles],
            "tolls": [
                self._toll(incident, number, at) for at, incident in enumerate(self._with_tolls(main, incidents))
            ],
            "contradictions": [self._disagreement(item) for item in against],
            "others": [self._disagreement(item) for item in own if item.verdict is not Verdict.CONTRADICTION],
            "speakers": self._speakers(story),
            "quotes": [self._quote(shared) for shared in self._quotes.get(number, [])],
            "copies": self._copies(story, self._copying.get(number, [])),
            "timeline": [self._incident(incident) for incident in sorted(incidents, key=_when)],
            "passages": [
                {
                    "kind": str(passage.kind),
                    "similarity": f"{passage.similarity:.0%}",
                    "members": [
                        {**self._name(one.article), "words": self._words(one.article, one.span)}
                        for one in passage.members
                    ],
                }
                for passage in self._passages.get(number, [])
            ],
        }

    def _story_of(self, item: Disagreement) -> int | None:
        return item.story if item.story is not None else self._home.get(item.items[0].article)

    def _home_of(self, group: Any) -> int | None:  # noqa: ANN401 - whatever has members
        return self._home.get(group.members[0].article)

    def _title(self, story: Story, main: Incident | None) -> str:
        if main is not None:
            where = f" in {flat(main.location)}" if main.location else ""
            return f"{str(main.type).replace('-', ' ').capitalize()}{where}{', ' + main.date if main.date else ''}"
        return self._name(story.articles[0])["title"] or f"Story of {len(story.articles)} articles"

    def _summary(self, story: Story, main: Incident | None, conflicts: int) -> str:
        """ "7 articles, 4 texts: Reuters × 2, AFP, Sputnik. Killed 22 → 126. Two figures conflict."."""
        outlets = Counter(self._name(article)["outlet"] for article in story.articles)
        told = ", ".join(f"{name} × {count}" if count > 1 else name for name, count in list(outlets.items())[:_OUTLETS])
        parts = [f"{len(story.articles)} articles, {_counted(len(story.texts), 'text')}: {told}"]
        if main is not None:
            parts += [text for role in (Role.KILLED, Role.INJURED) if (text := _range_of(main, role))]
        parts.append(f"{conflicts or 'No'} contradiction{'' if conflicts == 1 else 's'}")
        return ". ".join(parts) + "."

    def _with_tolls(self, main: Incident | None, incidents: Sequence[Incident]) -> list[Incident]:
        """The incidents of which several figures are told, the main one first."""
        several = [one for one in incidents if len(one.tolls) > 1]
        return sorted(several, key=lambda one: (one is not main, -len(one.tolls)))

    def _toll(self, incident: Incident, story: int, at: int) -> View:
        charts = [
            {"role": role.value, "svg": chart}
            for role in _ROLES[:2]
            if (chart := self._chart(incident, [toll for toll in incident.tolls if toll.role is role], role))
        ]
        colours = colours_of(incident.tolls)
        return {
            "id": f"s{story}-toll-{at}",
            "incident": self._incident(incident)["what"],
            "charts": charts,
            "colours": [{"name": flat(name), "number": number} for name, number in colours.items() if name is not None],
            "rows": [self._figure(toll, colours) for toll in sorted(incident.tolls, key=_by_time)],
        }

    def _chart(self, incident: Incident, tolls: Sequence[Toll], role: Role) -> str:
        def label(toll: Toll) -> str:
            given = self._name(toll.article)
            cited = f", {flat(toll.source)}" if toll.source else ""
            words, day = self._words(toll.article, toll.span), toll.told_on or "no day"
            return f"{words}: {given['outlet']}{cited}, {day}, {toll.state}"

        def href(toll: Toll) -> str:
            return self._anchor(toll.article, "fact", toll.fact)

        return toll_chart(
            tolls, colours_of(incident.tolls), label, href, f"{role.value}: {incident.type} {incident.location or ''}"
        )

    def _figure(self, toll: Toll, colours: dict[str | None, int]) -> View:
        return {
            **self._name(toll.article),
            "fact": self._anchor(toll.article, "fact", toll.fact),
            "words": self._words(toll.article, toll.span),
            "role": str(toll.role),
            "cited": flat(toll.source or ""),
            "colour": colours.get(toll.source, 0),
            "told_on": str(toll.told_on) if toll.told_on else "",
            "state": str(toll.state),
        }

    def _disagreement(self, item: Disagreement) -> View:
        sides: dict[tuple[str, str], View] = {}
        for one in item.items:
            words = self._words(one.article, one.span)
            side = sides.setdefault(
                (words, one.source or ""), {"words": words, "cited": flat(one.source or ""), "members": []}
            )
            side["members"].append({**self._name(one.article), "href": self._anchor_of(one, item)})
        incident = self._comparison.incidents[item.incident] if item.incident is not None else None
        what = item.what if item.what != str(item.slot) else ""
        return {
            "slot": str(item.slot),
            "what": flat(what),
            "verdict": str(item.verdict),
            "incident": self._incident(incident)["what"] if incident is not None else "",
            "sides": list(sides.values()),
        }

    def _anchor_of(self, one: DisagreementItem, item: Disagreement) -> str:
        if one.fact is not None:
            return self._anchor(one.article, "fact", one.fact)
        if item.slot in ("words", "speaker") and self._articles:
            quotes = self._articles[one.article].quotes
            at = next((at for at, quote in enumerate(quotes) if quote.span == one.span), None)
            return self._anchor(one.article, "quote", at)
        return self._anchor(one.article, "", None)

    def _incident(self, incident: Incident) -> View:
        where = f" in {flat(incident.location)}" if incident.location else ""
        return {
            "what": f"{str(incident.type).replace('-', ' ')}{where}",
            "date": incident.date or "",
            "members": self._names(incident.members),
        }

    def _quote(self, shared: SharedQuote) -> View:
        full = max(shared.members, key=lambda member: (member.similarity, member.quote is not None))
        return {
            "words": self._words(full.article, full.span),
            "members": [self._version(member) for member in shared.members],
            "agree": shared.speakers_agree,
            "suggested": flat(shared.suggested_speaker or ""),
        }

    def _version(self, member: QuoteMember) -> View:
        return {
            **self._name(member.article),
            "href": self._anchor(member.article, "quote", member.quote),
            "speaker": flat(member.speaker or "nobody named"),
            "marked": member.quote is not None,
            "edits": [
                {"before": edit.before, "after": edit.after, "changes": edit.changes or ""} for edit in member.edits
            ],
        }

    def _copies(self, story: Story, copying: Sequence[Copying]) -> View:
        """Rows: the articles that have something of another; columns: those others."""
        own = set(story.articles)
        pairs: dict[tuple[int, int], Copying] = {
            (pair.article, pair.other): pair for pair in copying if pair.article in own and pair.other in own
        }
        rows = list(dict.fromkeys(article for article, _ in pairs))[:_OUTLETS]
        columns = sorted({other for _, other in pairs})[:_OUTLETS]
        return {
            "columns": [self._name(other) for other in columns],
            "rows": [
                {**self._name(article), "cells": [_cell(pairs.get((article, other))) for other in columns]}
                for article in rows
            ],
        }

    def _speakers(self, story: Story) -> View:
        """Rows: who is named as a source in most articles; columns: the articles; cells: the words."""
        if not self._articles:
            return {"columns": [], "rows": []}
        names = self._speaker_names
        columns = list(story.articles)[:_OUTLETS]
        said: dict[str, dict[int, list[View]]] = {}
        for article in columns:
            given = self._articles[article]
            for at, item in enumerate(given.attributions):
                if item.speaker is None or item.anonymous or not item.act.is_speech:
                    continue
                name = next(
                    (names[article, span] for span in item.speaker.mentions if (article, span) in names),
                    item.speaker.name,
                )
                words = " … ".join(self._words(article, span) for span in item.content)
                cell = said.setdefault(name, {}).setdefault(article, [])
                cell.append({"words": words, "href": self._anchor(article, "attribution", at)})
        ranked = sorted(said, key=lambda name: (-len(said[name]), -sum(map(len, said[name].values())), name))
        return {
            "columns": [self._name(article) for article in columns],
            "rows": [
                {"name": flat(name), "cells": [said[name].get(article, []) for article in columns]}
                for name in ranked[:_SPEAKERS]
            ],
        }


def _by_story(items: Iterable[T], story: Callable[[T], int | None]) -> dict[int | None, list[T]]:
    found: dict[int | None, list[T]] = {}
    for item in items:
        found.setdefault(story(item), []).append(item)
    return found


def _when(incident: Incident) -> tuple[str, str]:
    return incident.date or "~", incident.location or ""


def _cell(pair: Copying | None) -> View:
    if pair is None:
        return {"share": "", "reason": ""}
    return {"share": f"{pair.share:.0%}", "reason": (pair.reason or "").replace("-", " ")}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _by_time(toll: Toll) -> tuple[str, str, int, int]:
    return str(toll.role), str(toll.told_on or "~"), toll.article, toll.fact


def _range_of(incident: Incident, role: Role) -> str:
    """ "Killed 22 → 126": the least and the most that are told of all who were."""
    told = [
        value
        for toll in incident.tolls
        if toll.role is role
        and toll.state not in (TollState.PART, TollState.STALE)
        and (value := _least(toll)) is not None
    ]
    if not told:
        return ""
    ends = [format(value.normalize(), "f") for value in (min(told), max(told))]
    return f"{role.value.capitalize()} {ends[0] if ends[0] == ends[1] else ' → '.join(ends)}"


def _least(toll: Toll) -> Decimal | None:
    return toll.value if toll.value is not None else toll.low
