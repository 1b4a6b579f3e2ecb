"""The prompt format: one module for serving and training.

A ``Request`` (what the user asks, and where) becomes chat messages. A model trained with an
answer codec (see ``tagwright.codec``) gets the user message in that codec's own notation; every
other model gets the plain wording below. ``PROMPT_VERSION`` is saved with each adapter, and an
adapter of another version is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field

PROMPT_VERSION = 3

SYSTEM = (
    "You write HTML. Answer with the markup alone: no explanation, no code fence. "
    "Use semantic, accessible elements; copy names, labels and numbers exactly as given; "
    "fit the page that is described."
)


@dataclass(frozen=True)
class PageContext:
    """What the page says about the place where markup goes.

    framework: ``"bootstrap"``, ``"tailwind"`` or ``""`` (plain HTML).
    parent: name of the enclosing element (``"ul"``), ``""`` at the top level or in ``body``.
    heading: level of the nearest heading before the place, 0 if there is none.
    lang: primary language subtag (``"en"``).
    ids: ids in use on the page, nearest first. classes: classes in use, most frequent first, then
    those that the page's own style sheets define. framework_version: its major version, 0 if the
    page does not tell.
    """

    framework: str = ""
    parent: str = ""
    heading: int = 0
    lang: str = "en"
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    framework_version: int = 0


@dataclass(frozen=True)
class Request:
    """One wish for markup.

    prompt: what the user asks for, without comment delimiters.
    context: the page around it. input: existing markup to change, ``""`` for new markup.
    """

    prompt: str
    context: PageContext = field(default_factory=PageContext)
    input: str = ""


def plain_user_message(request: Request) -> str:
    """Word the request for a model without a codec of its own."""
    page = request.context
    facts = [
        f"CSS framework: {page.framework} {page.framework_version or ''}".rstrip()
        if page.framework
        else "",
        f"inside <{page.parent}>" if page.parent else "",
        f"below a level {page.heading} heading" if page.heading else "",
        f"page language: {page.lang}" if page.lang not in ("", "en") else "",
        f"classes in use: {' '.join(page.classes[:12])}" if page.classes else "",
        f"ids in use: {' '.join(page.ids[:12])}" if page.ids else "",
    ]
    lines = [request.prompt.strip()]
    known = "; ".join(fact for fact in facts if fact)
    if known:
        lines.append(f"Page: {known}.")
    if request.input:
        lines.append(f"Change this markup:\n{request.input}")
    return "\n\n".join(lines)
