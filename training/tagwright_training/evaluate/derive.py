"""Checks from a reference answer and the strings that the request gives.

What the request gives has to be there, in the right sort of element, in order and not torn apart,
and no more of it than asked for. What the reference invents (texts, the number of items) is
free: an answer of another taste passes, one that loses, adds or misplaces something does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tagwright.codec.pointer import slug
from tagwright_training.evaluate.checks import AnyCheck, Check
from tagwright_training.evaluate.derived import (
    ANYWHERE,
    Given,
    Number,
    Roots,
    Together,
    View,
    is_control,
)
from tagwright_training.evaluate.derived_details import Attribute, Even, Labelled, State, Topic
from tagwright_training.evaluate.given import ITEMS, Found, given_in
from tagwright_training.evaluate.outline import PLACES, Outline, label_of
from tagwright_training.evaluate.repeats import (
    attribute_text,
    everything,
    holds_text,
    mentions,
    spoken,
)
from tagwright_training.evaluate.request_words import asks_for, content_words, numbers

# Items and what else a request may give the number of.
_COUNTED = (
    PLACES
    | ITEMS
    | {"column heading", "img", "nav", "ul", "ol", "input[text]", "input[radio]"}
    | {"input[checkbox]"}
)
# These too, where the request names them: by themselves they are only means of layout.
_COUNTED_BY_NAME = frozenset({"p", "div", "span"})
# A good answer has one of these wherever the reference does, even with invented content.
_NEEDED = frozenset(
    {"heading", "li", "row", "column heading", "cell", "dt", "dd", "details", "img"}
    | {"action", "nav", "ul", "ol", "dl", "video", "audio", "iframe", "dialog", "progress"}
    | {
        "meter",
        "mark",
        "del",
        "kbd",
        "sub",
        "sup",
        "abbr",
        "picture",
        "source",
        "input[password]",
        "input[file]",
        "input[checkbox]",
    }
    | {"input[radio]", "input[range]", "input[color]", "input[datetime-local]"}
)
_ONE_ONLY = frozenset({"table", "form", "main", "video", "audio", "iframe", "dialog"})
_UNASKED = ("table", "details", "video", "audio", "iframe", "control")
_STATES = frozenset(
    {"required", "disabled", "checked", "selected", "multiple", "readonly", "autofocus", "open"}
    | {"controls", "loop", "muted", "autoplay", "download", "aria-current", "hidden", "reversed"}
)
# How requests say where the reader is.
_CURRENT = frozenset({"current", "active", "mark", "marked", "highlighted", "here"})
_MAY_BE_EMPTY = ["div", "span", "p", "section", "article", "td", "aside", "main"]
_MESSAGES = "[role=alert], [role=status], [role=alertdialog], [role=dialog], dialog, output"
# Their values repeat what a text says, in a form that is a matter of taste.
_REPEATING = frozenset({"for", "aria-labelledby", "aria-describedby", "aria-controls", "lang"})


def derive(html: str, copied: Sequence[str], prompt: str) -> tuple[AnyCheck, ...]:
    """Return the checks that an answer to ``prompt`` has to pass.

    html: the reference. copied: the strings of the prompt that it repeats; one inside a longer
    one counts only where it stands alone.
    """
    words = content_words(prompt, copied)
    view = View(
        actions=not {"button", "buttons", "btn", "link", "links"} & words and "<nav" not in html,
        levels=re.search(r"\bh[1-6]\b", prompt, re.IGNORECASE) is not None,
    )
    outline = Outline.of(html, actions=view.actions, levels=view.levels)
    found = Found.of(outline, copied, prompt)
    blocks = not {"div", "section", "article", "header", "wrapper"} & words
    checks: list[AnyCheck] = [Roots(tuple(outline.roots()), blocks, _inside(outline))]
    checks += _numbers(outline, found, prompt, copied, view)
    checks += [
        Given(part, tuple(text for text, _ in said), tuple(whole for _, whole in said), view)
        for part, said in found.said.items()
    ]
    checks += _together(found, view)
    checks += _attributes(outline, found, numbers(prompt, copied))
    checks += _states(outline, words)
    checks += _controls(outline, found, view)
    checks += _plain(outline)
    if not copied and (topic := _topic(outline, words)):
        checks.append(Topic(topic))
    if "<table" in html and all(check.holds(check.count(outline.soup)) for check in [Even()]):
        checks.append(Even())
    return tuple(checks)


def _inside(outline: Outline) -> tuple[str, ...]:
    """The names of the elements in a lone ``div`` that says nothing itself."""
    root = outline.soup.find(True)
    lone = root is not None and root.name == "div" and not root.attrs
    if root is None or not lone or outline.roots() != ["div"] or root.find_next_sibling():
        return ()
    return tuple(child.name for child in root.find_all(True, recursive=False))


# --- how many of what ----------------------------------------------------------------------------


def _numbers(
    outline: Outline, found: Found, prompt: str, copied: Sequence[str], view: View
) -> list[AnyCheck]:
    asked = numbers(prompt, copied)
    parts = Counter(part for part in map(outline.part, outline.all()) if part)
    controls = sum(count for part, count in parts.items() if is_control(part))
    checks: list[AnyCheck] = []
    for part, count in parts.items():
        given = len(found.holders.get(part, ()))
        low, high = _range(part, count, given, asked, prompt)
        if low or high is not None:
            checks.append(Number(part, low, high, view))
    if controls:
        named = _named_controls(outline, found, content_words(prompt, ()))
        exact = controls in asked or named == controls
        checks.append(Number("control", max(named, 1), controls if exact else None, view))
    if not view.actions and ("button" in parts or "a" in parts):
        # which of the two is given by the request's words, where it has them
        checks.append(_any_action())
    absent = [
        part for part in _UNASKED if part not in parts and not (part == "control" and controls)
    ]
    return [*checks, *(Number(part, 0, 0, view) for part in absent)]


def _any_action() -> AnyCheck:
    return Number("action", 1, None, View(actions=True))


def _range(
    part: str, count: int, given: int, asked: frozenset[int], prompt: str
) -> tuple[int, int | None]:
    """The least and the most elements of a part; (0, None): any number."""
    if part in ("article", "section", "fieldset") and count == 1:
        return 0, 1
    counted = part in _COUNTED or (part in _COUNTED_BY_NAME and asks_for(prompt, part))
    if counted and count > 1 and count in asked:
        return count, count
    if given and (part in PLACES or part in ITEMS or is_control(part)):
        # Invented ones among given ones may be left out; how many there are is free where they
        # are many, and in tables, whose rows may be of any number.
        free = given < count and (part == "cell" or 2 * given < count)
        return given, None if free else count
    if part in _ONE_ONLY:
        return count, count
    needed = part in _NEEDED or asks_for(prompt, part)
    return (1, None) if needed else (0, None)


def _named_controls(outline: Outline, found: Found, words: frozenset[str]) -> int:
    """The number of controls whose label is given, or shares a word with the request."""
    named = 0
    for element in outline.all():
        part = outline.part(element)
        if is_control(part):
            given = id(element) in found.holders.get(part, ())
            label = content_words(label_of(element, outline.soup), ())
            named += given or bool(label & words)
    return named


# --- what belongs together, and attributes -------------------------------------------------------


def _together(found: Found, view: View) -> list[AnyCheck]:
    checks: list[AnyCheck] = []
    for part, items in found.groups.items():
        groups = tuple(tuple(dict.fromkeys(group)) for group in items.values())
        if len(groups) > 1 and any(len(group) > 1 for group in groups):
            checks.append(Together(part, groups, view))
    return checks


def _attributes(outline: Outline, found: Found, asked: frozenset[int]) -> list[AnyCheck]:
    """Checks of given strings that no text of the reference says."""
    checks: dict[tuple[str, str], tuple[bool, int]] = {}
    lost: list[str] = []
    for value in found.left:
        for form in dict.fromkeys((value, slug(value))):
            places = _attributes_with(outline, form)
            for name, whole in places:
                key = name, form
                checks[key] = (
                    whole and checks.get(key, (True, 0))[0],
                    checks.get(key, (0, 0))[1] + 1,
                )
            if places:
                break
        else:
            if holds_text(everything(outline.soup), value):
                lost.append(value)
    return [
        Attribute(
            name,
            value,
            whole,
            count if count in asked else 1,
            count if count in asked or count == 1 else None,
        )
        for (name, value), (whole, count) in checks.items()
    ] + ([Given(ANYWHERE, tuple(lost), (False,) * len(lost), View())] if lost else [])


def _attributes_with(outline: Outline, value: str) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for element in outline.all():
        for name in element.attrs:
            text = attribute_text(element, name)
            if name not in _REPEATING and (given := given_in(text, [value])):
                found.append((name, given[0][1] and name != "class"))
    return found


def _states(outline: Outline, words: frozenset[str]) -> list[AnyCheck]:
    """Checks of states that the request names ("required", "two disabled options")."""
    counts = Counter(name for element in outline.all() for name in element.attrs if name in _STATES)
    return [
        State(name, count)
        for name, count in counts.items()
        if name.removeprefix("aria-") in words
        or f"pre{name}" in words
        or (name == "aria-current" and words & _CURRENT)
    ]


def _controls(outline: Outline, found: Found, view: View) -> list[AnyCheck]:
    """The controls whose label is given are of the reference's type."""
    pairs = [
        (label_of(element, outline.soup), outline.part(element))
        for element in outline.all()
        if is_control(part := outline.part(element)) and id(element) in found.holders.get(part, ())
    ]
    return [Labelled(tuple(pairs), view)] if pairs else []


def _plain(outline: Outline) -> list[AnyCheck]:
    """Elements that are to stay empty, and messages that are read out when they come."""
    checks: list[AnyCheck] = [
        Check(f"{element.name}:empty", ">=", 1)
        for element in outline.soup.find_all(_MAY_BE_EMPTY)
        if not element.contents
    ]
    if outline.soup.select_one(_MESSAGES):
        checks.append(Check(_MESSAGES, ">=", 1))
    return checks


def _topic(outline: Outline, words: frozenset[str]) -> frozenset[str]:
    """The words of the request that the reference's invented content takes up."""
    return frozenset(
        word for word in words if len(word) > 3 and mentions(spoken(outline.soup), word)
    )
