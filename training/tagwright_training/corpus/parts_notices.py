"""Markup of figures and notices: numbers, progress, alerts, dialogs, accordions, banners."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, cap, h, slug, text
from tagwright_training.corpus.kinds_shared import Attrs, label
from tagwright_training.corpus.parts_pages import question
from tagwright_training.corpus.site_words import SENTENCES, button, link, para, path


def stats_html(g: Gen, pairs: Sequence[tuple[str, str]], attrs: Attrs) -> str:
    """Numbers with their names. pairs: names and numbers."""
    cls, big = g.cls("", "col"), g.cls("", "fs-3")
    cells = (
        h("div", {"class": cls}, h("dt", None, label(k)), h("dd", {"class": big}, text(v)))
        for k, v in pairs
    )
    return h("dl", attrs, *cells)


def progress_html(g: Gen, words: str, value: str, attrs: Attrs) -> str:
    """A progress bar with its label; value: percent."""
    if g.bootstrap:
        bar: Attrs = {"class": "progress-bar", "style": f"width: {value}%"}
        root: Attrs = {**attrs, "role": "progressbar", "aria-label": cap(words)}
        root.update({"aria-valuenow": value, "aria-valuemin": "0", "aria-valuemax": "100"})
        return h("div", root, h("div", bar, f"{value}%"))
    rest = dict(attrs)
    key = str(rest.pop("id", "progress"))
    box: Attrs = {"id": key, **rest, "value": value, "max": "100"}
    return h("label", {"for": key}, label(words)) + h("progress", box, f"{value}%")


def close_html(g: Gen) -> str:
    """The button that closes a notice."""
    attrs: Attrs = {"type": "button", "class": g.cls("", "btn-close"), "aria-label": "Close"}
    return h("button", attrs, "" if g.bootstrap else "×")


def alert_classes(style: str, closes: bool) -> str:
    """Bootstrap's classes of an alert."""
    return f"alert alert-{style} alert-dismissible" if closes else f"alert alert-{style}"


def alert_html(g: Gen, words: str, role: str, closes: bool, attrs: Attrs) -> str:
    """A notice; attrs have the classes of ``alert_classes``. closes: it has a button for that."""
    body = label(words) if g.bootstrap and not closes else h("p", None, label(words))
    return h("div", {**attrs, "role": role}, body, close_html(g) if closes else "")


def modal_html(g: Gen, root: Attrs, title: str, body: str, actions: Sequence[str]) -> str:
    """A dialog. body: HTML; actions: words of its buttons, the main one last."""
    if not g.bootstrap:
        attrs: Attrs = {**root, "aria-labelledby": "dialog-title"}
        head = h(g.hn(), {"id": "dialog-title"}, label(title))
        return h("dialog", attrs, head, body, *[button(a) for a in actions])
    key = str(root.get("id") or "modal")
    head = h(
        "div",
        {"class": "modal-header"},
        h(g.hn(), {"class": "modal-title", "id": "modal-title"}, label(title)),
        dismiss_html("modal"),
    )
    looks = ["btn btn-secondary"] * (len(actions) - 1) + ["btn btn-primary"]
    buttons = [button(a, look) for a, look in zip(actions, looks, strict=False)]
    foot = h("div", {"class": "modal-footer"}, *buttons) if buttons else ""
    content = h(
        "div", {"class": "modal-content"}, head, h("div", {"class": "modal-body"}, body), foot
    )
    attrs = {"id": key, "class": root["class"], "tabindex": "-1", "aria-labelledby": "modal-title"}
    return h("div", attrs, h("div", {"class": "modal-dialog"}, content))


def dismiss_html(what: str) -> str:
    """Bootstrap's button that closes what it stands in ("modal", "offcanvas")."""
    attrs: Attrs = {"type": "button", "class": "btn-close", "data-bs-dismiss": what}
    return h("button", {**attrs, "aria-label": "Close"})


def accordion_html(g: Gen, titles: Sequence[str], root: Attrs) -> str:
    """Sections that fold open, with invented text."""
    if g.bootstrap:
        cells = [_accordion_item(g, t, SENTENCES[i], i == 0) for i, t in enumerate(titles)]
    else:
        cells = [question(t, SENTENCES[i]) for i, t in enumerate(titles)]
    return h("div", root, *cells)


def _accordion_item(g: Gen, title: str, words: str, first: bool) -> str:
    key = slug(title)
    cls = "accordion-button" if first else "accordion-button collapsed"
    head = button(
        title,
        cls,
        **{
            "data-bs-toggle": "collapse",
            "data-bs-target": f"#{key}",
            "aria-expanded": "true" if first else "false",
        },
    )
    body = h("div", {"class": "accordion-body"}, words)
    panel = h(
        "div",
        {
            "id": key,
            "class": "accordion-collapse collapse show" if first else "accordion-collapse collapse",
        },
        body,
    )
    return h(
        "div", {"class": "accordion-item"}, h(g.hn(), {"class": "accordion-header"}, head), panel
    )


def cookies_html(g: Gen, words: str, actions: Sequence[str], root: Attrs, more: str = "") -> str:
    """A notice about cookies. actions: words of up to three buttons; more: a link, HTML."""
    looks = ["btn btn-primary"] + ["btn btn-secondary"] * 2
    buttons = [button(a, g.cls("", look)) for a, look in zip(actions, looks, strict=False)]
    attrs: Attrs = {**root, "role": "region", "aria-label": "Cookie notice"}
    return h("div", attrs, para(cap(words)), more, *buttons)


def announcement_html(words: str, action: str, root: Attrs) -> str:
    """A banner on top of a page. action: words of a link, may be empty."""
    end = link(action, path(action)) if action else ""
    return h("aside", {**root, "aria-label": "Announcement"}, para(cap(words)), end)
