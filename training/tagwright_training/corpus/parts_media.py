"""Markup of pictures, players and embeds."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, cap, h, slug
from tagwright_training.corpus.kinds_shared import Attrs, heading, label
from tagwright_training.corpus.site_words import image


def picture(src: str, alt: str, root: Attrs, extra: Attrs) -> str:
    return h("img", {**root, "src": src, "alt": alt, **extra})


def figure_html(g: Gen, src: str, alt: str, caption: str, root: Attrs | None = None) -> str:
    """A picture with a caption."""
    text = h("figcaption", {"class": g.cls("", "figure-caption")}, label(caption))
    attrs: Attrs = root if root is not None else {"class": g.cls("", "figure")}
    return h("figure", attrs, image(src, alt, g.cls("", "figure-img img-fluid")), text)


def gallery_html(
    g: Gen,
    n: int,
    captions: Sequence[str],
    files: Sequence[str],
    title: str = "",
    root: Attrs | None = None,
) -> str:
    """Pictures side by side: with captions, of given files, or ``n`` numbered ones."""
    head = heading(g, title) if title else ""
    tag = "section" if title else "div"
    cls = g.cls("", "img-fluid")
    if captions:
        cells = [
            figure_html(g, f"image-{i}.jpg", cap(caption), caption)
            for i, caption in enumerate(captions, start=1)
        ]
    elif files:
        cells = [image(file, f"Image {i}", cls) for i, file in enumerate(files, start=1)]
    else:
        cells = [image(f"image-{i}.jpg", f"Image {i}", cls) for i in range(1, n + 1)]
    if not g.bootstrap:
        return h(tag, root, head, *cells)
    columns = [h("div", {"class": "col-md-4"}, cell) for cell in cells]
    row = h("div", {"class": "row"}, *columns)
    return h(tag, root, head, row)


def video_html(src: str, attrs: Attrs) -> str:
    return h("video", {**attrs, "controls": True, "src": src})


def audio_html(src: str, attrs: Attrs) -> str:
    return h("audio", {**attrs, "controls": True, "src": src})


def iframe_html(src: str, title: str, attrs: Attrs) -> str:
    return h("iframe", {**attrs, "src": src, "title": title})


def map_html(place: str, attrs: Attrs) -> str:
    """A map of a place, by an address that needs no key."""
    src = f"https://maps.google.com/maps?q={slug(place)}&output=embed"
    return iframe_html(src, f"Map of {place}", attrs)


def carousel_html(g: Gen, n: int, captions: Sequence[str], root: Attrs) -> str:
    """Bootstrap's carousel, or on a plain page a labelled region with figures."""
    names = [cap(c) for c in captions] or [f"Slide {i}" for i in range(1, n + 1)]
    files = [f"slide-{i}.jpg" for i in range(1, len(names) + 1)]
    region: Attrs = {"aria-label": "Carousel"}
    if not g.bootstrap:
        slides = [
            figure_html(g, file, name, name) if captions else image(file, name)
            for file, name in zip(files, names, strict=True)
        ]
        return h("section", {**root, **region}, *slides)
    key = str(root.get("id") or "carousel")
    slides = []
    for i, (file, name) in enumerate(zip(files, names, strict=True)):
        text = h("div", {"class": "carousel-caption"}, label(name)) if captions else ""
        cls = "carousel-item" if i else "carousel-item active"
        slides.append(h("div", {"class": cls}, image(file, name, "d-block w-100"), text))
    attrs: Attrs = {"id": key, "class": root["class"], **region}
    controls = [_control(key, "prev", "Previous"), _control(key, "next", "Next")]
    return h("section", attrs, h("div", {"class": "carousel-inner"}, *slides), *controls)


def _control(key: str, way: str, name: str) -> str:
    icon = h("span", {"class": f"carousel-control-{way}-icon", "aria-hidden": "true"})
    attrs: Attrs = {"type": "button", "class": f"carousel-control-{way}"}
    attrs.update({"data-bs-target": f"#{key}", "data-bs-slide": way, "aria-label": name})
    return h("button", attrs, icon)
