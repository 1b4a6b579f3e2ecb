"""The page's own classes on plain markup: a vocabulary of class names, drawn for each page."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping

from tagwright.markup.tree import parse, serialise
from tagwright.page.context import read_context
from tagwright_training.corpus.restyle import with_classes
from tagwright_training.corpus.restyle_roles import roles

# As many classes as the model gets to see.
MOST = 10

_BUTTONS = "primary card-button card-action action button-link"
# What class names are for, in the order in which one element's classes are written.
_ROLES = {
    "button": f"{_BUTTONS} secondary",
    "primary button": _BUTTONS,
    "secondary button": "secondary",
    "card": "card",
    "card title": "card-title",
    "card text": "card-text",
    "card image": "card-image",
    "grid": "grid",
    "nav": "nav",
    "nav list": "nav-list",
    "nav link": "nav-link nav-link-current",
    "breadcrumb": "crumb",
    "pagination": "page",
    "sidebar": "aside",
    "header": "header header-bar page-header",
    "footer": "footer footer-columns",
    "form": "form search-form",
    "field": "field check-field",
    "label": "label check-label",
    "input": "input select textarea search-input",
    "table": "table",
    "section": "section section-grid section-gallery",
    "section title": "section-title",
    "hero": "hero",
    "hero title": "hero-title",
    "list": "list list-numbered list-events list-steps bullets numbers checklist",
    "badge": "badge",
    "alert": "alert status",
    "image": "image figure-image",
    "quote": "quote",
    "faq": "details",
}
# The words that names are made of. A blank separates the words of a compound, ":" stands before a
# part of a thing ("card:title"), "!" before a variety of it ("btn!primary"); "*" is the name of the
# thing itself: that of the role's first word, for "primary button" that of "button".
_NAMES = {
    "button": "btn|btn|button",
    "primary button": "*!primary|*!primary|*!main|*!cta",
    "secondary button": "*!secondary|*!secondary|*!ghost",
    "card": "card|card|card|tile|panel|teaser|content card",
    "card title": "*:title|*:title|*:heading",
    "card text": "*:text|*:text|*:copy|*:description",
    "card image": "*:image|*:img|*:media",
    "grid": "grid|card grid|cards|cards grid|grid layout",
    "nav": "nav|nav|navigation|menu|navbar|main nav|site nav|top nav|main menu",
    "nav list": "*:list|*:list|*:items",
    "nav link": "*:link|*:link|*:item",
    "breadcrumb": "breadcrumb|breadcrumbs|crumbs",
    "pagination": "pagination|pager|paging",
    "sidebar": "sidebar|aside|side panel|side column",
    "header": "header|site header|page header|masthead|top bar",
    "footer": "footer|site footer|page footer|footer area",
    "form": "form|form box|stacked form|web form",
    "field": "field|form:field|form:row|input group|field group",
    "label": "label|form:label|field:label|input label",
    "input": "input|form:input|field:input|text input|control",
    "table": "table|data table|tbl|plain table|zebra table",
    "section": "section|page section|content section|section block",
    "section title": "*:title|*:heading|*:headline",
    "hero": "hero|hero section|hero banner|page hero",
    "hero title": "*:title|*:heading|*:headline",
    "list": "list|bullet list|item list|plain list|styled list",
    "badge": "badge|tag|pill|chip",
    "alert": "alert|notice|message|flash|notification",
    "image": "image|img|picture|photo|responsive image|rounded img",
    "quote": "quote|testimonial|pull quote|quote box|review",
    "faq": "faq|faq:item|accordion|accordion:item|question",
}
_DISTRACTORS = (
    "wrapper container is-active js-menu clearfix active hidden inner outer row main page content "
    "text-muted left right site is-open js-toggle visually-hidden sr-only icon layout "
    "theme-dark no-js u-center mt-2 widget overlay spinner tooltip modal slider"
).split()
_PREFIXES = ("c", "c", "ui", "app", "my", "site", "acme", "x", "ds")


def page_vocabulary(
    rng: random.Random, wanted: Collection[str] = (), unwanted: Collection[str] = ()
) -> dict[str, str]:
    """Draw a page's class names: 3 to 10 roles with the class that each has.

    wanted: roles of which one, if possible, gets a name. unwanted: roles that get none. The names
    never look like those of a framework.
    """
    possible = [role for role in _ROLES if role not in unwanted]
    while True:
        chosen = rng.sample(possible, min(rng.randint(3, MOST), len(possible)))
        if wanted:
            # Style sheets name most of what is on their pages.
            named = rng.sample(sorted(wanted), rng.randint(1, len(wanted)))
            chosen = list(dict.fromkeys([*named, *chosen]))[: max(len(chosen), 3)]
        written = _convention(rng)
        things = {role: rng.choice(names.split("|")) for role, names in _NAMES.items()}
        vocabulary = {role: written(_part_of(things, role)) for role in chosen}
        distinct = len(set(vocabulary.values())) == len(vocabulary)
        if distinct and not _looks_known(vocabulary.values()):
            return vocabulary


def _part_of(things: Mapping[str, str], role: str) -> str:
    thing = role.split(" ")[-1 if role.endswith("button") else 0]
    return things[role].replace("*", things[thing])


def page_roles(html: str, parent: str = "", root: str = "") -> list[str]:
    """The roles in plain markup that a vocabulary can have a class for."""
    there = {role for _, role in roles(parse(html).nodes, parent, root)}
    return [name for name, own in _ROLES.items() if there.intersection(own.split())]


def restyle_page(html: str, vocabulary: Mapping[str, str], parent: str = "", root: str = "") -> str:
    """Return plain markup with the page's classes on the elements whose roles have one.

    parent and root: see ``restyle``.
    """
    classes: dict[str, str] = {}
    for role, own in _ROLES.items():
        if role in vocabulary:
            for name in own.split():
                classes[name] = f"{classes.get(name, '')} {vocabulary[role]}".strip()
    nodes = parse(html).nodes
    with_classes(list(roles(nodes, parent, root)), classes)
    return serialise(nodes)


def page_classes(vocabulary: Mapping[str, str], rng: random.Random) -> tuple[str, ...]:
    """The classes that the page lists: the vocabulary's and at most 4 others, in random order."""
    known = list(vocabulary.values())
    others = [name for name in _DISTRACTORS if name not in known]
    room = min(rng.randint(0, 4), MOST - len(known))
    listed = known + rng.sample(others, room)
    while _looks_known(listed):
        listed.pop()
    rng.shuffle(listed)
    return tuple(listed)


def _looks_known(names: Collection[str]) -> bool:
    """Whether a page with these classes would be taken for one of a framework."""
    page = f'<i class="{" ".join(names)}">'
    return bool(read_context(page, len(page)).framework)


def _convention(rng: random.Random) -> Callable[[str], str]:
    """A way to write names: how words, parts and varieties are joined, and a prefix."""
    style = rng.choice(["kebab", "kebab", "kebab", "bem", "bem", "camel", "snake", "pascal"])
    prefix = ""
    if rng.random() < 0.4:
        prefix = rng.choice(_PREFIXES) if rng.random() < 0.6 else _made_up(rng)

    def written(name: str) -> str:
        if style in ("camel", "pascal"):
            words = f"{prefix} {name}".replace(":", " ").replace("!", " ").split()
            joined = "".join(word[:1].upper() + word[1:] for word in words)
            return joined if style == "pascal" else joined[:1].lower() + joined[1:]
        joint = {"snake": "_"}.get(style, "-")
        part, variety = ("__", "--") if style == "bem" else (joint, joint)
        body = name.replace(" ", joint).replace(":", part).replace("!", variety)
        return f"{prefix}{joint}{body}" if prefix else body

    return written


def _made_up(rng: random.Random) -> str:
    syllables = (rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(2))
    return "".join(syllables) + rng.choice(["", "n", "x", "s"])
