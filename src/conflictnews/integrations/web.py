"""News pages: the article of an HTML page, without what the site puts around it, by trafilatura.

Needs ``pip install 'conflictnews[web]'``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

__all__ = ["read_page"]


def read_page(html: str | bytes) -> dict[str, Any] | None:
    """The article of a page, as ``parse_many`` takes it: text, published and source; None where there is none.

    The text is the headline, an empty line and the paragraphs, each behind an empty line; offsets of what is found are
    offsets into this text. ``published`` and ``source`` are the day and the name of the site that the page tells, else
    None. Bytes are decoded as the page says. Without trafilatura a ``ModuleNotFoundError`` says what to install.

    >>> told = "The river rose by a metre on Monday, and the road to the port was closed for traffic."
    >>> head, foot = "<head><title>Rain in Gao</title></head>", "<footer>Write to us</footer>"
    >>> page = read_page(f"<html>{head}<body><article><h1>Rain in Gao</h1><p>{told}</p></article>{foot}</body></html>")
    >>> print(page["text"].strip())
    Rain in Gao
    <BLANKLINE>
    The river rose by a metre on Monday, and the road to the port was closed for traffic.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError:  # also where a part of it is missing
        message = "pages need trafilatura: pip install 'conflictnews[web]'"
        raise ModuleNotFoundError(message, name="trafilatura") from None
    if not isinstance(html, str | bytes):
        raise TypeError(f"a page must be str or bytes, not {type(html).__name__}")
    page = trafilatura.bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    body = "" if page is None else (page.text or "").strip()
    if page is None or not body:
        return None
    title = " ".join((page.title or "").split())
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    if title and paragraphs[0] != title:
        paragraphs.insert(0, title)
    return {
        "text": "\n\n".join(paragraphs) + "\n",
        "published": _day(page.date),
        "source": page.sitename or page.hostname or None,
    }


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None
