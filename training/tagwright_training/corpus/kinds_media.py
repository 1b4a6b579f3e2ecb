"""Pictures, players and embeds."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.given_parts import person
from tagwright_training.corpus.kinds_shared import Attrs, heading, label, noun, root_attrs
from tagwright_training.corpus.part_words import OBJECTS, SCENES, embed_url, media_file
from tagwright_training.corpus.parts_media import (
    audio_html,
    carousel_html,
    figure_html,
    gallery_html,
    iframe_html,
    map_html,
    picture,
    video_html,
)
from tagwright_training.corpus.phrasing import items
from tagwright_training.corpus.site_words import (
    BRANDS,
    TITLES,
    amount,
    ask,
    bank,
    component,
    numbers,
    one,
    some,
    titled,
)

_ALT_FORMS = [
    "alt text {q}",
    "the alt text {q}",
    "alt {q}",
    "an alt text {q}",
    'alt="{v}"',
    "alternative text {q}",
    "the alt {q}",
    "alt: {v}",
    "the alt attribute {q}",
    "{q} as alt text",
]
_SRC_FORMS = [
    "the source {v}",
    "src {v}",
    'src="{v}"',
    "source {v}",
    "the file {v}",
    "{v}",
    "the src {q}",
    "the URL {v}",
    "{v} as source",
    "src: {v}",
]
_CAPTION_FORMS = [
    "the caption {q}",
    "caption {q}",
    "a caption {q}",
    "a caption saying {q}",
    "caption: {v}",
    "{q} as caption",
    "a figcaption {q}",
    "the text {q} below",
]


def _source(g: Gen, details: list[str], share: float, default: str = "image.jpg") -> str:
    if not g.chance(share):
        return default
    src = lexicon.image_file(g)
    details.append(ask(g, src, _SRC_FORMS))
    return src


@component("image", 2.5, nests=True)
def image_kind(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "image|picture|photo|img|img tag|image tag|image element|responsive image|Image|"
            "photograph|illustration|lazy loaded image|IMG|image with alt text|banner image"
        ),
    )
    src, alt, size = "image.jpg", "Image", {}
    if g.chance(0.75):
        src = _source(g, details, 0.6)
        if g.chance(0.15):
            alt = g.pick(OBJECTS) if g.chance(0.5) else lexicon.phrase(g, 1, 2)
            what += ask(g, alt, [" of a {v}", " of the {v}", " showing a {v}", " with a {v}"])
        elif g.chance(0.3):
            alt = one(g, SCENES, 1, 3)
            what += ask(g, alt, [" of {v}", " showing {q}", " of {q}", " of {v}"])
        else:
            alt = one(g, SCENES, 1, 3)
            details.append(ask(g, alt, _ALT_FORMS))
        if g.chance(0.25):
            size = _size(g, details)
    lazy = "lazy load" in what
    if not lazy and g.chance(0.08):
        details.append(g.pick(["lazy loading", "loading lazy", 'loading="lazy"']))
        lazy = True
    root = root_attrs(g, details, "img-fluid")
    html = picture(src, cap(alt), root, {**size, "loading": "lazy" if lazy else None})
    return Piece(what, html, details)


def _size(g: Gen, details: list[str]) -> Attrs:
    width = g.given(str(g.rng.choice([64, 100, 150, 200, 300, 320, 400, 600, 640, 800])))
    height = g.given(str(g.rng.choice([48, 100, 120, 180, 240, 250, 300, 480, 500])))
    forms = ["the size {w}x{h}", "{w}x{h} pixels", "width {w} and height {h}", "size {w} × {h}"]
    if g.chance(0.3):
        details.append(
            g.pick(["width {}", "a width of {}", "{} pixels wide", "width={}"]).format(width)
        )
        return {"width": width}
    details.append(g.pick(forms).format(w=width, h=height))
    return {"width": width, "height": height}


@component("figure", 1.5, nests=True)
def figure(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "figure|image with caption|figure with caption|photo with a caption|captioned image|"
            "figure element|picture with caption|Figure|image and caption|figure with image"
        ),
    )
    src, alt, caption = "image.jpg", "Image", "Image caption"
    if g.chance(0.75):
        src = _source(g, details, 0.5)
        caption = one(g, SCENES, 1, 4)
        details.append(ask(g, caption, _CAPTION_FORMS))
        alt = caption
        if g.chance(0.35):
            alt = one(g, SCENES, 1, 3)
            details.append(ask(g, alt, _ALT_FORMS))
    root = root_attrs(g, details, "figure")
    return Piece(what, figure_html(g, src, cap(alt), caption, root), details)


@component("gallery", 2.0)
def gallery(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "image gallery|gallery|photo gallery|picture grid|image grid|photo grid|Gallery|"
            "gallery section|grid of images|grid of photos|picture gallery|photo wall|images|"
            "portfolio gallery|Image gallery|photo collage"
        ),
    )
    n, captions, files = 3, [], []
    if g.chance(0.75):
        style = g.rng.random()
        if style < 0.5:
            n = amount(g, 2, 8)
            if g.chance(0.4):
                what = numbers(
                    g,
                    n,
                    bank(
                        "gallery of {n} images|{n} images|{n} photos|{n} image gallery|"
                        "gallery with {n} pictures|grid of {n} photos|{n} pictures in a grid"
                    ),
                )
            else:
                details.append(
                    numbers(g, n, ["{n} images", "{n} photos", "{n} pictures", "{n} pics"])
                )
        elif style < 0.75:
            captions = some(g, SCENES, amount(g, 2, 8), 1, 2)
            details.append(
                items(g, g.pick(["captions", "images", "pictures of", "photos of"]), captions)
            )
        else:
            files = list(dict.fromkeys(lexicon.image_file(g) for _ in range(amount(g, 2, 4))))
            details.append(items(g, g.pick(["images", "files", "photos", "pictures"]), files))
    title = ""
    if g.chance(0.25):
        title = one(g, ["Our work", "Gallery", "Photos", "Holiday pictures", "Portfolio"], 1, 2)
        details.append(titled(g, title))
    root = root_attrs(g, details)
    return Piece(what, gallery_html(g, n, captions, files, title, root), details)


@component("video", 1.3, nests=True)
def video(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "video|video player|html5 video|video element|embedded video|Video|video tag|movie|"
            "video with controls|media player|VIDEO|mp4 video"
        ),
    )
    src, extra = "video.mp4", {}
    if g.chance(0.65):
        src = media_file(g, "videos", ("mp4", "mp4", "webm"))
        details.append(ask(g, src, _SRC_FORMS))
    extra = _playing(g, details)
    if g.chance(0.15):
        poster = lexicon.image_file(g)
        details.append(
            ask(g, poster, ["the poster {v}", "poster {v}", "a poster image {v}", "{v} as poster"])
        )
        extra["poster"] = poster
    root = root_attrs(g, details)
    return Piece(what, video_html(src, {**root, **extra}), details)


def _playing(g: Gen, details: list[str]) -> Attrs:
    extra: Attrs = {}
    if g.chance(0.15):
        details.append(g.pick(["autoplay", "autoplay and muted", "autoplaying without sound"]))
        extra.update({"autoplay": True, "muted": True})
    if g.chance(0.12):
        details.append(g.pick(["loop", "looping", "playing in a loop"]))
        extra["loop"] = True
    if not extra and g.chance(0.2):
        details.append(g.pick(["controls", "player controls", "controls shown"]))
    return extra


@component("audio", 1.0, nests=True)
def audio(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "audio player|audio|music player|html5 audio|audio element|podcast player|Audio|"
            "sound player|audio tag|audio with controls|song player|mp3 player"
        ),
    )
    src, extra = "audio.mp3", {}
    if g.chance(0.65):
        src = media_file(g, "audio", ("mp3", "mp3", "ogg", "wav"))
        details.append(ask(g, src, _SRC_FORMS))
    if g.chance(0.12):
        details.append(g.pick(["loop", "looping", "playing in a loop"]))
        extra["loop"] = True
    root = root_attrs(g, details)
    return Piece(what, audio_html(src, {**root, **extra}), details)


@component("iframe", 1.2, nests=True)
def iframe(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "iframe|embedded page|iframe embed|embed|inline frame|Iframe|"
            "embedded website|embedded content"
        ),
    )
    src, title = "https://example.com", "Embedded page"
    if g.chance(0.75):
        src = embed_url(g)
        details.append(ask(g, src, [*_SRC_FORMS, "the address {v}", "the page {v}"]))
        if g.chance(0.5):
            title = one(g, SCENES, 1, 2)
            details.append(titled(g, title, ["title"]))
        if g.chance(0.2):
            size = _size(g, details)
            root = root_attrs(g, details)
            return Piece(what, iframe_html(src, cap(title), {**root, **size}), details)
    root = root_attrs(g, details)
    return Piece(what, iframe_html(src, cap(title), root), details)


@component("map", 1.2, nests=True)
def map_kind(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "map|map embed|embedded map|google map|location map|Google Maps embed|Map|"
            "interactive map|map section|openstreetmap|map iframe"
        ),
    )
    place = "Berlin"
    if g.chance(0.75):
        place = one(g, lexicon.CITIES, 1, 2)
        if g.chance(0.6):
            what += ask(g, place, [" of {v}", " showing {v}", " of {q}", " for {v}", " of {v}"])
        else:
            details.append(ask(g, place, ["the location {v}", "the place {q}", "the city {v}"]))
    root = root_attrs(g, details)
    return Piece(what, map_html(place, root), details)


@component("youtube", 0.7, nests=True)
def youtube(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "youtube video|YouTube embed|youtube player|embedded youtube video|"
            "YouTube video|YouTube iframe"
        ),
    )
    src = "https://www.youtube.com/embed/dQw4w9WgXcQ"
    if g.chance(0.7):
        letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
        src = f"https://www.youtube.com/embed/{''.join(g.pick(letters) for _ in range(11))}"
        details.append(ask(g, src, _SRC_FORMS))
    root = root_attrs(g, details)
    html = iframe_html(src, "YouTube video", {**root, "allowfullscreen": True})
    return Piece(what, html, details)


@component("picture", 0.8, nests=True)
def picture_kind(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "picture element|picture tag|picture with sources|"
            "art direction picture|image with webp fallback|webp image with jpg fallback"
        ),
        purpose=0.05,
    )
    wide, narrow, alt = "large.jpg", "small.jpg", "Image"
    if g.chance(0.7):
        if g.chance(0.7):
            wide, narrow = lexicon.image_file(g), lexicon.image_file(g)
            g.given(wide), g.given(narrow)
            details.append(
                g.pick(
                    [
                        "{} for wide screens and {} for small ones",
                        "{} on desktop and {} on mobile",
                        "{} on large screens, {} otherwise",
                    ]
                ).format(wide, narrow)
            )
        alt = one(g, SCENES, 1, 3)
        details.append(ask(g, alt, _ALT_FORMS))
    root = root_attrs(g, details)
    source = h("source", {"media": "(min-width: 800px)", "srcset": wide})
    inner = h("img", {"class": g.cls("", "img-fluid"), "src": narrow, "alt": cap(alt)})
    return Piece(what, h("picture", root, source, inner), details)


@component("avatar", 1.0, nests=True)
def avatar(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "avatar|user avatar|profile picture|profile image|Avatar|round avatar|"
            "user image|profile photo|The user image in the menu|User image"
        ),
    )
    src, alt = "avatar.jpg", "Avatar"
    if g.chance(0.65):
        alt = person(g, 0.5, 1)
        if g.chance(0.5):
            what += ask(g, alt, [" of {v}", " for {v}", " of {q}"])
        else:
            details.append(ask(g, alt, ["the name {v}", *_ALT_FORMS]))
        src = _source(g, details, 0.3, "avatar.jpg")
    root = root_attrs(g, details, "rounded-circle")
    html = h("img", {**root, "src": src, "alt": cap(alt), "width": "48", "height": "48"})
    return Piece(what, html, details)


@component("logo", 1.0)
def logo(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "logo|site logo|company logo|logo link|Logo|brand logo|header logo|"
            "logo image|Brand|website logo|Brand/logo"
        ),
    )
    src, name = "logo.png", "Home"
    if g.chance(0.6):
        name = one(g, BRANDS, 1, 2)
        if g.chance(0.4):
            what += ask(g, name, [" of {v}", " for {v}", " of {q}", " for {q}"])
        else:
            details.append(ask(g, name, ["the name {q}", "company name {v}", *_ALT_FORMS]))
        src = _source(g, details, 0.3, "logo.png")
    root = root_attrs(g, details)
    return Piece(
        what, h("a", {**root, "href": "/"}, h("img", {"src": src, "alt": cap(name)})), details
    )


@component("image-link", 1.0, nests=True)
def image_link(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "image link|linked image|clickable image|image that links|picture as a link|"
            "image wrapped in a link|clickable picture|thumbnail link"
        ),
    )
    src, alt, href = "image.jpg", "Image", "/image"
    if g.chance(0.8):
        href = lexicon.url(g)
        details.append(
            ask(
                g,
                href,
                [
                    "a link to {v}",
                    "the link {v}",
                    "the target {v}",
                    "to {v}",
                    "href {v}",
                    "the URL {v}",
                    "linking to {v}",
                ],
            )
        )
        src = _source(g, details, 0.5)
        alt = one(g, SCENES, 1, 3)
        details.append(ask(g, alt, _ALT_FORMS))
    root = root_attrs(g, details)
    inner = h("img", {"class": g.cls("", "img-fluid"), "src": src, "alt": cap(alt)})
    return Piece(what, h("a", {**root, "href": href}, inner), details)


_CAROUSEL = bank(
    "carousel|image carousel|image slider|slideshow|Carousel|photo slider|hero slider|"
    "banner slider|carousel slider|slide show|picture carousel|image rotator|Carousel slider"
)


@component("carousel", 1.5)
def carousel(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _CAROUSEL)
    captions: Sequence[str] = []
    n = 3
    if g.chance(0.75):
        if g.chance(0.6):
            n = amount(g, 2, 5)
            details.append(
                numbers(g, n, ["{n} slides", "{n} images", "{n} pictures", "{n} photos"])
            )
        else:
            captions = some(g, SCENES, amount(g, 2, 8), 1, 2)
            n = len(captions)
            details.append(items(g, g.pick(["slides", "captions", "images"]), captions))
    root = root_attrs(g, details, "carousel slide")
    return Piece(what, carousel_html(g, n, captions, root), details)


@component("image-text", 0.8)
def image_text(g: Gen) -> Piece:
    """Picture beside text, the commonest media block."""
    details: list[str] = []
    what = noun(
        g,
        bank(
            "media object|image with text|image and text|picture next to text|"
            "image text block|text with image|media block|image with text beside it|"
            "image left and text right|content with image"
        ),
    )
    src, title, words = "image.jpg", "Title", "We make good things with care."
    if g.chance(0.7):
        src = _source(g, details, 0.4)
        title = one(g, TITLES, 1, 3)
        details.append(titled(g, title))
        if g.chance(0.6):
            words = one(g, SCENES, 3, 6)
            details.append(ask(g, words, ["the text {q}", "text {q}", "a paragraph {q}"]))
    root = root_attrs(g, details, "row")
    img = h("img", {"class": g.cls("", "img-fluid"), "src": src, "alt": cap(title)})
    body = heading(g, title) + h("p", None, label(words))
    if g.bootstrap:
        cells = h("div", {"class": "col-md-6"}, img) + h("div", {"class": "col-md-6"}, body)
        return Piece(what, h("div", root, cells), details)
    return Piece(what, h("section", root, img, body), details)
