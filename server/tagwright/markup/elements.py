"""The element table: what the parser, the repair and the formatter know about HTML.

Source: the HTML Living Standard, sections 13.1 (the HTML syntax), 13.2.6 (tree construction) and
4 (content models). It is deliberately small: html5lib has the last word on the result.
"""

from __future__ import annotations

from collections.abc import Sequence


def names(words: str) -> frozenset[str]:
    """Return the set of the words; element tables are easier to read as text."""
    return frozenset(words.split())


VOID = names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
# Content is text, not markup, up to the element's own end tag; in the second group character
# references still count.
RAW_TEXT = names("script style xmp iframe noembed noframes")
ESCAPABLE_TEXT = frozenset({"textarea", "title"})
VERBATIM = RAW_TEXT | ESCAPABLE_TEXT | {"pre", "listing"}

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu"})
SECTIONS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})
TABLE_PARTS = SECTIONS | CELLS | {"caption", "colgroup", "col", "tr"}
HEAD_ONLY = frozenset({"base", "meta", "title"})
METADATA = HEAD_ONLY | {"link", "noscript", "script", "style", "template"}
SCRIPTING = frozenset({"script", "template"})

# Start tags that end an open p (13.2.6.4.7, "in body").
BLOCK = (
    names(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption "
        "figure footer form header hgroup hr main menu nav ol p pre listing search section "
        "summary table ul xmp"
    )
    | HEADINGS
)
_ITEMS = frozenset({"li", "dt", "dd"})
# Elements that no inline end tag reaches across.
SPECIAL = (
    BLOCK
    | _ITEMS
    | TABLE_PARTS
    | names("html head body button select template object marquee applet")
)
# Phrasing elements: text-level semantics, embedded content and controls.
PHRASING = names(
    "a abbr acronym area audio b bdi bdo big br button canvas cite code data datalist del dfn "
    "em embed font i iframe img input ins kbd label link map mark math meta meter noscript "
    "object output picture progress q ruby s samp script select slot small span strike strong "
    "style sub sup svg template textarea time tt u var video wbr"
)
# Phrasing elements that may hold no flow content; those not listed are transparent or opaque.
PHRASING_ONLY = HEADINGS | names(
    "abbr acronym b bdi bdo big button cite code data dfn em font i kbd label legend mark "
    "meter output p pre progress q rp rt s samp small span strike strong sub summary sup time "
    "tt u var"
)
NEVER_NESTED = frozenset({"a", "button", "form", "label"})

KNOWN = (
    VOID
    | RAW_TEXT
    | ESCAPABLE_TEXT
    | SPECIAL
    | PHRASING
    | names(
        "dialog dir fencedframe frameset legend marquee nobr noscript optgroup option param rb rp "
        "rt rtc selectedcontent slot"
    )
)
# HTML start tags that end an svg or math element they stand in (13.2.6.5).
BREAKS_OUT = names(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i "
    "img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt "
    "u ul var"
)
FOREIGN_ROOTS = frozenset({"svg", "math"})
INTEGRATION_POINTS = frozenset({"foreignobject", "desc", "annotation-xml"})

_TABLE_EDGE = frozenset({"table", "template", "html"})
_LIST_EDGE = SPECIAL - {"address", "div", "p", "li"}
_DL_EDGE = SPECIAL - {"address", "div", "p", "dt", "dd"}
# start tag -> (open elements that it ends, elements beyond which it does not look)
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _LIST_EDGE),
    "dt": (frozenset({"dt", "dd"}), _DL_EDGE),
    "dd": (frozenset({"dt", "dd"}), _DL_EDGE),
    "td": (CELLS, _TABLE_EDGE | SECTIONS | {"tr"}),
    "th": (CELLS, _TABLE_EDGE | SECTIONS | {"tr"}),
    "tr": (frozenset({"tr", "caption", "colgroup"}), _TABLE_EDGE | SECTIONS),
    **{name: (SECTIONS | {"caption", "colgroup"}, _TABLE_EDGE) for name in SECTIONS},
    "colgroup": (frozenset({"caption", "colgroup"}), _TABLE_EDGE),
    "optgroup": (frozenset({"optgroup"}), frozenset({"select", "datalist"}) | SPECIAL),
    "body": (frozenset({"head"}), frozenset({"html", "body"})),
}
# start tag -> the innermost open elements that it ends
_ENDS_INNERMOST: dict[str, frozenset[str]] = {
    **{name: frozenset({"p"}) for name in BLOCK | _ITEMS},
    **{name: HEADINGS | {"p"} for name in HEADINGS},
    **{name: frozenset({name}) for name in ("a", "button", "label", "option", "nobr")},
    "optgroup": frozenset({"option"}),
    **{name: frozenset({"rb", "rp", "rt", "rtc"}) for name in ("rb", "rp", "rt", "rtc")},
}


def implied_ends(open_names: Sequence[str], name: str) -> int:
    """Return how many of the innermost open elements a start tag ``name`` ends.

    ``open_names`` is outermost first. An unclosed p, li, td, option and the like ends where the
    standard says so; a p is only ended from directly inside, so that a block within an inline
    element within a p loses nothing (the repair turns such a p into a div).
    """
    depth = len(open_names)
    if depth and open_names[-1] in _ENDS_INNERMOST.get(name, ()):
        depth -= 1
    if depth and open_names[depth - 1] == "head" and name not in METADATA:
        depth -= 1
    ended, edge = _ENDS.get(name, (frozenset(), frozenset()))
    if ended:
        for index in range(depth - 1, -1, -1):
            if open_names[index] in ended:
                depth = index
                break
            if open_names[index] in edge:
                break
    return len(open_names) - depth


def matching_open(open_names: Sequence[str], name: str) -> int | None:
    """Return the index of the open element that an end tag ``name`` closes, None for a stray one.

    An inline end tag does not reach out of the block it stands in; no end tag reaches out of a
    table cell, but those of the table itself.
    """
    wanted = HEADINGS if name in HEADINGS else frozenset({name})
    if name in TABLE_PARTS or name == "table":
        edge = _TABLE_EDGE
    elif name in _ITEMS:
        edge = LISTS | CELLS | {"dl", "caption", "template"}
    elif name in SPECIAL or name not in PHRASING:
        edge = CELLS | {"caption", "template"}
    else:
        edge = SPECIAL
    for index in range(len(open_names) - 1, -1, -1):
        if open_names[index] in wanted:
            return index
        if open_names[index] in edge:
            return None
    return None
