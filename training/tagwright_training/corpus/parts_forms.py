"""Builders for fields, buttons and forms, to be nested by any kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tagwright_training.corpus.gen import Gen, cap, h, slug
from tagwright_training.corpus.kinds_shared import Attrs, heading, label
from tagwright_training.corpus.semantics import Control, control_for

_NEW = re.compile(r"new|confirm|repeat|choose|neu|nouveau|nueva|nuova|nova|nieuw|wiederholen")


@dataclass(frozen=True)
class Field:
    """A labelled control. type: overrides what the label says ("radio" and "checkboxes" make a
    group of ``options``). new_password: a password here is one that the user chooses.
    extra: more attributes. hint: a given line of help below the control."""

    label: str
    type: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    placeholder: str = ""
    new_password: bool = False
    extra: tuple[tuple[str, str | bool], ...] = ()
    hint: str = ""

    def control_of_label(self) -> Control:
        """What the label says, whatever the stated type."""
        return control_for(self.label)

    def control(self) -> Control:
        if self.type:
            return Control(self.type, options=self.options)
        control = control_for(self.label)
        if self.options:
            return Control("select", control.autocomplete, options=self.options)
        new = self.new_password or _NEW.search(self.label.lower())
        if control.type == "password" and new:
            return Control("password", "new-password")
        return control


def button_html(
    g: Gen, caption: str, kind: str = "submit", style: str = "primary", attrs: Attrs | None = None
) -> str:
    """A button; ``caption`` is what stands on it, ``style`` the Bootstrap variant."""
    cls = g.cls("", f"btn btn-{style}")
    return h("button", {"type": kind, "class": cls, **(attrs or {})}, label(caption))


def choice_html(g: Gen, kind: str, name: str, option: str, switch: bool = False) -> str:
    """One radio button or checkbox with its label."""
    key = slug(option)
    wrapper = "form-check form-switch" if switch else "form-check"
    attrs: Attrs = {"type": kind, "id": key, "name": name, "class": g.cls("", "form-check-input")}
    if kind == "radio" or name != key:
        attrs["value"] = key
    if switch:
        attrs["role"] = "switch"
    return h(
        "div",
        {"class": g.cls("", wrapper)},
        h("input", attrs),
        h("label", {"for": key, "class": g.cls("", "form-check-label")}, label(option)),
    )


def group_html(
    g: Gen, kind: str, legend: str, options: Sequence[str], attrs: Attrs | None = None
) -> str:
    """A fieldset of radio buttons (``kind="radio"``) or checkboxes."""
    name = slug(legend)
    return h(
        "fieldset",
        attrs,
        h("legend", None, label(legend)),
        *(choice_html(g, kind, name, option) for option in options),
    )


def select_html(g: Gen, key: str, options: Sequence[str], extra: Attrs | None = None) -> str:
    return h(
        "select",
        {"id": key, "name": key, "class": g.cls("", "form-select"), **(extra or {})},
        *(h("option", {"value": slug(option)}, label(option)) for option in options),
    )


def field_html(g: Gen, field: Field) -> str:
    """A label with its control, in a block of its own."""
    control = field.control()
    key = slug(field.label)
    if control.type == "radio":
        return group_html(g, "radio", field.label, field.options, _block(g))
    if control.type == "checkboxes":
        return group_html(g, "checkbox", field.label, field.options, _block(g))
    extra: Attrs = {"autocomplete": control.autocomplete or None, **dict(control.attrs)}
    if field.placeholder:
        extra["placeholder"] = field.placeholder
    if field.required:
        extra["required"] = True
    extra.update(dict(field.extra))
    if field.hint:
        extra["aria-describedby"] = f"{key}-hint"
    if control.type in ("checkbox", "switch"):
        attrs: Attrs = {
            "type": "checkbox",
            "id": key,
            "name": key,
            "class": g.cls("", "form-check-input"),
            **extra,
        }
        if control.type == "switch":
            attrs["role"] = "switch"
        wrapper = "mb-3 form-check form-switch" if control.type == "switch" else "mb-3 form-check"
        return h(
            "div",
            {"class": g.cls("", wrapper)},
            h("input", attrs),
            h("label", {"for": key, "class": g.cls("", "form-check-label")}, label(field.label)),
            _hint(g, key, field.hint),
        )
    tag = h("label", {"for": key, "class": g.cls("", "form-label")}, label(field.label))
    hint = _hint(g, key, field.hint)
    if control.type == "textarea":
        box = {"id": key, "name": key, "class": g.cls("", "form-control"), "rows": "4", **extra}
        return h("div", _block(g), tag, h("textarea", box), hint)
    if control.type == "select":
        return h("div", _block(g), tag, select_html(g, key, control.options, extra), hint)
    bootstrap = {"range": "form-range", "color": "form-control form-control-color"}
    cls = g.cls("", bootstrap.get(control.type, "form-control"))
    return h(
        "div",
        _block(g),
        tag,
        h("input", {"type": control.type, "id": key, "name": key, "class": cls, **extra}),
        hint,
    )


def _hint(g: Gen, key: str, words: str) -> str:
    if not words:
        return ""
    return h("p", {"id": f"{key}-hint", "class": g.cls("", "form-text")}, label(words))


def _block(g: Gen) -> Attrs:
    return {"class": g.cls("", "mb-3")}


def form_html(
    g: Gen,
    fields: Sequence[Field],
    button: str,
    attrs: Attrs | None = None,
    title: str = "",
    after: str = "",
) -> str:
    """A form: heading if a title is given, fields, submit button, then ``after`` (HTML)."""
    root = dict(attrs or {})
    root.setdefault("method", "post")
    if any(field.control().type == "file" for field in fields):
        root["enctype"] = "multipart/form-data"
    return h(
        "form",
        root,
        heading(g, title) if title else "",
        *(field_html(g, field) for field in fields),
        button_html(g, button),
        after,
    )


def search_html(
    g: Gen,
    caption: str = "Search",
    button: str = "Search",
    attrs: Attrs | None = None,
    title: str = "",
    placeholder: str = "",
) -> str:
    """A search form; on a Bootstrap page in one line, with a hidden label."""
    key = slug(caption)
    root: Attrs = {**(attrs or {"class": g.cls("", "d-flex")}), "role": "search"}
    root.setdefault("method", "get")
    box: Attrs = {
        "type": "search",
        "id": key,
        "name": key,
        "class": g.cls("", "form-control me-2"),
        "placeholder": placeholder or None,
    }
    return h(
        "form",
        root,
        heading(g, title) if title else "",
        h("label", {"for": key, "class": g.cls("", "visually-hidden")}, label(caption)),
        h("input", box),
        button_html(g, button),
    )


def autocompleted(made: Field) -> Field:
    """A stated type keeps the autocomplete that belongs to it; in a mere text field the label
    decides."""
    tokens = {"email": "email", "tel": "tel", "url": "url", "password": "current-password"}
    if made.type == "text":
        said = made.control_of_label().type
        return (
            made
            if said in ("textarea", "select", "checkbox", "file", "range")
            else replace(made, type="")
        )
    token = tokens.get(made.type)
    return replace(made, extra=(("autocomplete", token), *made.extra)) if token else made


def fieldset_html(g: Gen, legend: str, labels: Sequence[str], attrs: Attrs | None = None) -> str:
    """A group of fields that follow from their labels."""
    fields = (field_html(g, Field(name)) for name in labels)
    return h("fieldset", attrs, h("legend", None, label(legend)), *fields)


def datalist_html(g: Gen, words: str, values: Sequence[str]) -> str:
    """A text field that suggests values. words: its label."""
    key = slug(words)
    box: Attrs = {"type": "text", "id": key, "name": key, "class": g.cls("", "form-control")}
    suggested = (h("option", {"value": cap(v)}) for v in values)
    return h(
        "div",
        _block(g),
        h("label", {"for": key, "class": g.cls("", "form-label")}, label(words)),
        h("input", {**box, "list": f"{key}-list"}),
        h("datalist", {"id": f"{key}-list"}, *suggested),
    )


def buttons_html(g: Gen, captions: Sequence[str], attrs: Attrs) -> str:
    """Buttons side by side."""
    root: Attrs = {**attrs, "role": "group", "aria-label": "Actions"}
    return h("div", root, *(button_html(g, v, "button") for v in captions))
