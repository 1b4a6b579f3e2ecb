"""Grammars that keep a model's answer well-formed while it is written.

A content-model grammar of HTML in llguidance's Lark dialect
(https://github.com/guidance-ai/llguidance/blob/main/docs/syntax.md), made from the element table
in ``content``, in the notation of the model's codec. It starts inside the enclosing element and
accepts only complete answers, so an engine that masks tokens by it ends no answer with an element
open. What an answer lacks when it is cut at the token limit is the gate's business.

Where there is no grammar (within ``textarea`` or ``svg``, which hold no HTML), it is ``""``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from tagwright.grammar.content import start_in
from tagwright.grammar.lark import lark
from tagwright.grammar.markup import MarkupNotation
from tagwright.grammar.pointers import PointerNotation
from tagwright.markup.elements import names

PREFIX = "%llguidance {}\n"
"""What llama.cpp and SGLang want before a Lark grammar, to tell it from one of their own format."""

# Elements whose content an answer may begin with text; elsewhere that would be a model's talk.
_PROSE = names(
    "a abbr b button caption cite code dd del dfn dt em figcaption h1 h2 h3 h4 h5 h6 i ins label "
    "legend li mark option p pre q s small span strong sub summary sup td th u"
)


@lru_cache(maxsize=64)
def markup_grammar(parent: str = "") -> str:
    """Return the grammar of plain HTML that goes into ``parent`` (``""``: the body, or a page)."""
    start = start_in(parent.lower())
    if start is None:
        return ""
    return lark(start, MarkupNotation(), page=not parent, prose=parent.lower() in _PROSE)


def pointer_grammar(parent: str, slots: Collection[int], elements: Mapping[int, str]) -> str:
    """Return the grammar of the pointer notation, for one request.

    slots: numbers of the words, texts and values that an answer can point at. elements: names of
    those elements of the markup to change that it can, by number.
    """
    start = start_in(parent.lower())
    if start is None:
        return ""
    # This model was trained on answers alone, so it does not talk.
    return lark(start, PointerNotation(slots, elements), page=not parent, prose=True)
