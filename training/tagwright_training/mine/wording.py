"""Which comments say what an element is, and what a heading would be asked for with."""

from __future__ import annotations

import re
from html import unescape

from tagwright.markup.elements import HEADINGS, names
from tagwright_training.mine.elements import Placed

_SHORTEST, _LONGEST = 3, 200
# Comments that explain, warn or instruct instead of saying what stands there.
_EXPLAINS = re.compile(
    r"\A\s*(?:this|these|those|we|you|it|if|when|because|since|use[ds]?|only|don'?t|do not|must"
    r"|should|needs?|needed|required|optional|make sure|ensure|see|cf|same|for |to |so |not |no "
    r"|hack|fix|workaround|temporary|temp|deprecated|disabled?|removed?|uncomment|replaced?|changed?|edit"
    r"|put|place|insert|your?|here|just|please|test|debug|old|unused|original|copied|copy|based on"
    r"|above|below|keep|leave|set|be careful|warning|important|maybe|why|how|what|hide|hidden"
    r"|show|shown|display|loop|iterate|foreach|include|render|block|extends|import|note"
    r"|default|begin|start|open|close|stop|page-level|bootstrap \w+ (?:css|js)|favicons?|css|js"
    r"|javascript|scripts?|styles?|stylesheets?|meta|fonts?|jquery|google|analytics)\b",
    re.IGNORECASE,
)
# Words that name a place in the layout and nothing that could be written from them.
_EMPTY = names(
    "content contents container wrapper row rows col cols column columns inner outer main "
    "body section div left right center top bottom middle item items block box page html "
    "element part area region holder group clear clearfix spacer divider separator empty "
    "default other misc dynamic static mobile desktop first second third last next previous "
    "even odd one two three text code data list all more new"
)
# A sentence about the code, wherever it says so.
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|isn't|aren't|doesn't|don't|can't|needed|deliberately|we|you|gets?"
    r"|so that|because|instead|should|must|will|if|delete|means|makes?|contains?"
    r"|using any|class(?:es)?|divs?|wrapper|attributes?|plugins?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE_LIKE = re.compile(r"[{}<>;$=]|\w\(|\w\.\w+\.\w|https?://|[/\\]\w+[/\\]|^[.#@]")
_TAG = re.compile(r"<[^<>]*>")
_NOUNS = {
    "section": "section",
    "article": "article",
    "aside": "aside",
    "form": "form",
    "nav": "navigation",
    "dialog": "dialog",
    "fieldset": "group of fields",
    "table": "table",
    "figure": "figure",
    "details": "expandable details",
    "li": "list item",
}
# A div is what its classes call it.
_CLASS_NOUNS = {
    "card": "card",
    "panel": "panel",
    "modal": "modal dialog",
    "alert": "alert",
    "jumbotron": "jumbotron",
    "hero": "hero section",
    "banner": "banner",
    "widget": "widget",
    "sidebar": "sidebar",
    "feature": "feature",
    "testimonial": "testimonial",
    "pricing": "pricing plan",
    "plan": "pricing plan",
    "product": "product",
    "post": "post",
    "team": "team section",
    "faq": "FAQ",
    "section": "section",
}
_PARTS = names("header head title heading body content inner caption footer summary row")
_CONTENT = names("p ul ol dl table form figure blockquote details video iframe")
_MOST_DETAILS = 6
_LONGEST_DETAIL = 30


def asks_for_markup(comment: str) -> bool:
    """Whether a comment that the server takes for a prompt says what the element below it is."""
    words = [word.lower() for word in _WORD.findall(comment)]
    if not _SHORTEST <= len(comment) <= _LONGEST or not words:
        return False
    if any(sign.search(comment) for sign in (_EXPLAINS, _SENTENCE, _CODE_LIKE)):
        return False
    # An underscore or many capitals: an identifier, not words.
    if len(words) == 1 and ("_" in comment or not comment.strip().isprintable()):
        return False
    return not all(word in _EMPTY for word in words)


def heading_prompt(text: str, element: Placed, title: str) -> str:
    """Return a wish for an element that begins with a heading, ``""`` where none would fit."""
    noun = _noun(element)
    if not noun or not _WORD.search(title) or '"' in title:
        return ""
    details = _details(text, element)
    return f'{noun} "{title}"' + (f" with {details}" if details else "")


def _noun(element: Placed) -> str:
    if element.name != "div":
        return _NOUNS.get(element.name, "")
    for name in element.attribute("class").lower().split():
        # "pricing-card" is a card, "card-header" a part of one.
        noun = _CLASS_NOUNS.get(re.split(r"[-_]+", name)[-1])
        if noun:
            return noun
        if re.split(r"[-_]+", name)[-1] in _PARTS:
            return ""
    return "section" if _is_section(element) else ""


def _is_section(div: Placed) -> bool:
    """Whether a div is about its first heading alone, and more than a bar with it."""
    inside = list(div.walk())
    levels = [e.name for e in inside if e.name in HEADINGS]
    rivals = [level for level in levels[1:] if level <= levels[0]]
    return not rivals and any(e.name in _CONTENT for e in inside)


def _details(text: str, element: Placed) -> str:
    """Return what an element of fixed parts consists of: fields, links, columns."""
    inside = list(element.walk())
    labels = _texts(text, [e for e in inside if e.name == "label"])
    if element.name in ("form", "fieldset", "dialog") and labels:
        return _listed("the field", labels)
    if element.name == "nav" and (links := _texts(text, [e for e in inside if e.name == "a"])):
        return _listed("the link", links)
    if element.name == "table":
        rows = [e for e in inside if e.name == "tr"]
        heads = _texts(text, [e for e in rows[0].children if e.name == "th"]) if rows else []
        return _listed("the column", heads) if heads else ""
    return ""


def _listed(noun: str, parts: list[str]) -> str:
    if len(parts) == 1:
        return f"{noun} {parts[0]}"
    return f"{noun}s {', '.join(parts[:-1])} and {parts[-1]}"


def _texts(text: str, elements: list[Placed]) -> list[str]:
    """Return the words of elements, [] if they are many, long, or made by template code."""
    found = []
    for element in elements:
        content = text[element.head.end : element.end]
        words = " ".join(unescape(_TAG.sub(" ", content)).split()).strip(" :*")
        if not words or len(words) > _LONGEST_DETAIL or re.search(r"[{}<>,]", words):
            return []
        found.append(words)
    return found if len(found) <= _MOST_DETAILS else []
