"""Properties of quotations and attributions, on any text."""

from __future__ import annotations

from hypothesis import example, given

import conflictnews as cn
from tests.property import strategies as news


@given(news.any_text())
@example("ACCORDING TO%")
@example('"' * 50)
@example("'a 'b' c' \"d 'e\" f' said g")
@example("he said: ")
@example("according to")
def test_speech_points_at_its_words(text: str) -> None:
    article = cn.parse(text)
    for quote in article.quotes:
        assert quote.outer.contains(quote.span)
        assert quote.text.strip()
        assert quote.nested_in is None or article.quotes[quote.nested_in].span.contains(quote.span)
    for item in article.attributions:
        parts = [*item.content, *(span for span in (item.source, item.cue) if span is not None)]
        assert item.content
        assert all(item.span.contains(part) for part in parts)
        assert 0 <= item.confidence <= 1
        assert (item.speaker is None) == (item.resolved_by is cn.Resolution.NONE)
        assert item.speaker is None or item.speaker in article.speakers
