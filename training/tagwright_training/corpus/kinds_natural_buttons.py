"""Buttons, asked for in whole sentences and in developers' notes."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.field_words import BUTTON_VARIANTS, BUTTON_WORDS
from tagwright_training.corpus.gen import Gen, Piece, h, kind
from tagwright_training.corpus.kinds_shared import Attrs, english, label
from tagwright_training.corpus.natural_words import (
    BUSINESSES,
    lines,
    root,
    strung,
    who,
    wish,
    with_value,
)
from tagwright_training.corpus.parts_forms import buttons_html
from tagwright_training.corpus.phrasing import number, quoted
from tagwright_training.corpus.site_words import amount

_BUTTON = lines(
    """
    {q} button
    button that reads {q}
    Button: {v}
    a button, and on it {q}
    something to click that says {q}
    Can I get a button labelled {q}?
    btn "{v}"
    button[{v}]
    {q} as a button
    Create a button. The text of the button should be {q}.
    I'd like {who} to click {q}
    Write HTML code for a button with {q} on it
    the button's label is {q}
    <button> {v}
    add a button so {who} can press {q}
    Call to action: {v}
    one button only, text = {q}
    {who} click {q} here
    A big inviting button which says {q}
    An enticing {q} button for our {topic}
    A round {q} button with a soft shadow
    put {q} on a button
    button, caption {q}
    """
)


@kind("natural_button", weight=1.1, nests=True)
def natural_button(g: Gen) -> Piece:
    """One button, or a link that looks like one."""
    english(g)
    words = lexicon.vary_case(g, [g.pick(BUTTON_WORDS)])[0]
    if g.chance(0.45):
        words = lexicon.phrase(g, 1, 3)
    if g.chance(0.25):
        return _button_link(g, words)
    form = g.pick(_BUTTON).replace("{who}", who(g)).replace("{topic}", g.pick(BUSINESSES))
    said: list[str] = []
    style = "primary"
    if g.chance(0.15):
        word, style = g.pick(BUTTON_VARIANTS)
        forms = ["make it {}", "it should be {}", "a {} one", "{} variant", "style: {}"]
        said.append(g.pick(forms).format(word))
    extra: Attrs = {}
    if g.chance(0.08):
        said.append(g.pick(["it can't be clicked yet, so disabled", "disabled", "it is disabled"]))
        extra["disabled"] = True
    request = with_value(g, [form], words)
    attrs, own = root(g, f"btn btn-{style}")
    html = h("button", {"type": "button", **attrs, **extra}, label(words))
    return wish(g, request, html, said + own)


_BUTTON_LINK = lines(
    """
    a link that looks like a button, {q}, to {u}
    {q} links to {u} and looks like a button
    link button: {v} -> {u}
    button-style link {q} (href {u})
    Clicking {q} should open {u}; it's a link styled as a button
    I want a link as a button. Text: {v}. URL: {u}
    <a> as button, {q}, {u}
    CTA link {q} going to {u}
    an anchor with the look of a button: {q}, target {u}
    Make a button-like link to {u} which reads {q}
    """
)


def _button_link(g: Gen, words: str) -> Piece:
    path = g.given(lexicon.url(g))
    request = g.pick(_BUTTON_LINK).format(v=g.given(words), q=quoted(g, words), u=path)
    attrs, own = root(g, "btn btn-primary")
    return wish(g, request, h("a", {"href": path, **attrs}, label(words)), own)


_BUTTON_GROUP = lines(
    """
    Buttons: {o}
    {n} buttons side by side: {o}
    {o} buttons next to each other
    a row of buttons, {o}
    btn group > {o}
    I need {n} buttons, {o}
    {o} -> buttons
    group these buttons: {o}
    Can you make a toolbar? Buttons: {o}
    Create {n} buttons. They should be labelled {o}.
    actions for each row: {o}, as buttons
    {who} can click {o}
    button bar with {o}
    One button each for {o}
    the user chooses an action: buttons {o}
    toolbar: {o}
    """
)


@kind("natural_buttons", weight=0.7, nests=True)
def natural_buttons(g: Gen) -> Piece:
    """Several buttons."""
    english(g)
    n = amount(g, 2, 6)
    values = lexicon.vary_case(g, g.sample(BUTTON_WORDS, n))
    if g.chance(0.5):
        values = lexicon.phrases(g, n, 1, 2)
    form = g.pick(_BUTTON_GROUP)
    request = form.format(o=strung(g, values, form), n=number(g, n), who=who(g))
    attrs, own = root(g, "btn-group")
    return wish(g, request, buttons_html(g, values, attrs), own)
