"""Whole requests for pictures, players and small elements, as people write them."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h, text
from tagwright_training.corpus.kinds_shared import Attrs, heading, label
from tagwright_training.corpus.natural_say import Value, Wish, natural
from tagwright_training.corpus.part_words import OBJECTS, SCENES, embed_url, media_file
from tagwright_training.corpus.parts_data import list_html
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
from tagwright_training.corpus.site_words import (
    ACTIONS,
    HEADLINES,
    PAGES,
    SENTENCES,
    TEXTS,
    TITLES,
    amount,
    link,
    one,
    para,
    path,
    some,
)

_IMAGE = {
    "sa": (
        "{src_b}, alt {alt_q}",
        "Show {src_b}. For screen readers: {alt_q}",
        "img {src_b} ({alt_q})",
        "[Create|Write|Add] an image. The file is {src_b} and the alt text is {alt_q}.",
        "[Can I get|Could you add] an image tag for {src_b} described as {alt_q}?",
        "image\nsrc: {src_b}\nalt: {alt}",
        "the picture {src_b}; blind users should hear {alt_q}",
        "{src_b} is our photo of {alt_q}. Embed it.",
        "We have a file {src_b} that should be shown here. Alternative text {alt_q}.",
        "put the picture from {src_b} here, description {alt_q}",
    ),
    "a": (
        "[a photo|a picture|an image], alt text {alt_q}",
        "[Create|Write] an image whose alt says {alt_q}",
        "img alt {alt_q}",
        "image described as {alt_q}",
        "[Can I get|Could you add] an image with {alt_q} as its alternative text?",
        "picture; for screen readers {alt_q}",
    ),
    "saw": (
        "{src_b}, {wide_b} wide, alt {alt_q}",
        "img {src_b} alt {alt_q} width {wide_b}",
        "[Create|Write] an image tag. Source: {src_b}. Alt text: {alt_q}. Width: {wide_b}.",
        "Show {src_b} at a width of {wide_b} pixels. The alt text is {alt_q}.",
        "image\nsrc: {src_b}\nalt: {alt}\nwidth: {wide_b}",
    ),
}


@natural("natural_image", 1.1)
def image_(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["sa", "sa", "a", "saw"])
    alt = one(g, [*SCENES, *OBJECTS], 1, 3)
    values: dict[str, Value] = {"alt": alt}
    src, extra = "image.jpg", {}
    if "s" in parts:
        src = lexicon.image_file(g)
        values["src"] = src
    if "w" in parts:
        wide = str(g.rng.choice([64, 100, 150, 200, 300, 320, 400, 600, 640, 800]))
        values["wide"] = wide
        extra = {"width": wide}
    html = picture(src, cap(alt), wish.root("img-fluid"), dict(extra))
    return wish.piece(html, _IMAGE[parts], **values)


_FIGURE = {
    "c": (
        "[Image|Photo|Picture], below it {caption_q} as caption",
        "figure: {caption}",
        "A picture. Caption: {caption}.",
        "figure > img + figcaption {caption_q}",
        "[Create|Write] a figure. The caption is {caption_q}.",
        "[Can I get|Could you add] a photo that is captioned {caption_q}?",
        "photo, and under it people read {caption_q} (figure)",
    ),
    "sc": (
        "{src_b}, caption {caption_q}",
        "figure > img {src_b} + figcaption {caption_q}",
        "Show {src_b} and write {caption_q} below it as a caption",
        "[Create|Write] a figure. The image is {src_b}. The caption reads {caption_q}.",
        "figure\nimage: {src_b}\ncaption: {caption}",
        "[Can I get|Could you add] the photo {src_b} captioned {caption_q}?",
        "picture {src_b}, under it {caption_q} (figcaption)",
    ),
}


@natural("natural_figure", 0.6)
def figure(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["c", "sc", "sc"])
    caption = one(g, SCENES, 1, 4)
    values: dict[str, Value] = {"caption": caption}
    src = "image.jpg"
    if "s" in parts:
        src = lexicon.image_file(g)
        values["src"] = src
    html = figure_html(g, src, cap(caption), caption, wish.root("figure"))
    return wish.piece(html, _FIGURE[parts], **values)


_GALLERY = {
    "n": (
        "gallery, {n_d} pics",
        "{n_d}x img gallery",
        "We have {n} photos. [Make|Build] a gallery.",
        "[Create|Write|Design] an image gallery. It should show {n} images.",
        "[Can I get|Could you make] a gallery where {n} pictures fit?",
        "div > img*{n_d}",
        "the holiday photos, {n} of them, as a gallery",
        "a wall of {n} photos",
        "gallery; number of images: {n_d}",
    ),
    "f": (
        "Gallery: {files}",
        "[Show|Put] {files} into a gallery",
        "photos in the gallery:{files_bul}",
        "[Create|Write] a gallery. The files are {files}.",
        "gallery > {files_comma}",
        "[Can I get|Could you make] a gallery of the files {files}?",
        "{files_pipe} -> gallery",
    ),
    "c": (
        "gallery captions: {captions}",
        "gallery with one figure each for {captions}",
        "[Create|Write] a photo gallery. The captions are {captions}.",
        "photo gallery, {n} pictures, captioned {captions}",
        "[Can I get|Could you make] a gallery with captions? They are {captions}",
        "gallery, under the pictures one reads {captions}",
    ),
}


@natural("natural_gallery", 1.0)
def gallery(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["n", "n", "f", "c"])
    root = wish.root()
    if parts == "n":
        n = amount(g, 2, 8)
        return wish.piece(gallery_html(g, n, [], [], "", root), _GALLERY[parts], n=n)
    n = amount(g, 2, 4)
    if parts == "f":
        files = list(dict.fromkeys(lexicon.image_file(g) for _ in range(n)))
        return wish.piece(gallery_html(g, n, [], files, "", root), _GALLERY[parts], files=files)
    captions = some(g, SCENES, n, 1, 2)
    html = gallery_html(g, n, captions, [], "", root)
    return wish.piece(html, _GALLERY[parts], captions=captions, n=n)


_SLIDES = (
    "slider, {n_d} images",
    "[Create|Write|Design] a carousel. There should be {n} slides.",
    "[Can I get|Could you make] a slideshow of {n} pictures?",
    "carousel > {n_d} slides",
    "People should be able to flip through {n} photos (carousel)",
    "rotating pictures, {n} of them, as a slider",
)


@natural("natural_carousel", 0.4)
def carousel(g: Gen) -> Piece:
    wish = Wish(g)
    n = amount(g, 2, 5)
    return wish.piece(carousel_html(g, n, [], wish.root("carousel slide")), _SLIDES, n=n)


_PLAYER = {
    "video": (
        "play {src_b} (video)",
        "video > {src_b}",
        "Visitors should be able to watch {src_b}",
        "[Create|Write|Add] a video player. The file is {src_b}.",
        "[Can I get|Could you embed] the video {src_b}?",
        "{src_b} as a video",
        "our clip is at {src_b}, show a video player for it",
        "video\nfile: {src_b}",
    ),
    "audio": (
        "play {src_b} (audio)",
        "audio > {src_b}",
        "Visitors should be able to listen to {src_b}",
        "[Create|Write|Add] an audio player. The file is {src_b}.",
        "[Can I get|Could you embed] the sound {src_b}?",
        "{src_b} as audio",
        "the podcast episode is at {src_b}, let people hear it (audio player)",
        "audio\nfile: {src_b}",
    ),
    "iframe": (
        "embed {src_b}",
        "iframe > {src_b}",
        "Show the page {src_b} inside ours, with an iframe",
        "[Create|Write|Add] an iframe. It should load {src_b}.",
        "[Can I get|Could you make] an iframe that shows {src_b}?",
        "{src_b} as an embedded page",
        "iframe\nsrc: {src_b}",
    ),
    "map": (
        "where are we? In {place}. Show a map",
        "map > {place}",
        "[Create|Write|Add] an embedded map. It should show {place}.",
        "[Can I get|Could you embed] a map of {place}?",
        "People need to find us in {place_b}, a map please",
        "Google map, place {place}",
        "our office is in {place}: map",
    ),
}


@natural("natural_player", 1.1)
def player(g: Gen) -> Piece:
    wish = Wish(g)
    what = g.pick(["video", "video", "audio", "iframe", "map"])
    root = wish.root()
    if what == "map":
        place = one(g, lexicon.CITIES, 1, 2)
        return wish.piece(map_html(place, root), _PLAYER[what], place=place)
    if what == "iframe":
        src = embed_url(g)
        return wish.piece(iframe_html(src, "Embedded page", root), _PLAYER[what], src=src)
    if what == "video":
        src = media_file(g, "videos", ("mp4", "mp4", "webm"))
        return wish.piece(video_html(src, root), _PLAYER[what], src=src)
    src = media_file(g, "audio", ("mp3", "mp3", "ogg", "wav"))
    return wish.piece(audio_html(src, root), _PLAYER[what], src=src)


_LINK = (
    "{words_q} -> {href_b}",
    "link {words_q}: {href_b}",
    "When people click {words_q} they should end up at {href_b}",
    "a > {words_q} ({href_b})",
    "[Create|Write|Add] a link. The text is {words_q} and it leads to {href_b}.",
    "[Can I get|Could you add] a link to {href_b}? Label it {words_q}",
    "link\ntext: {words}\nurl: {href_b}",
    "{href_b}, shown as {words_q}, as a link",
    "here people should find a link that says {words_q} and goes to {href_b}",
    "make {words_q} clickable, it opens {href_b}",
    "href {href_b}, text {words_q}, just a link",
    "an anchor tag whose href is {href_b} and whose text is {words_q}",
)


@natural("natural_link", 1.1)
def link_(g: Gen) -> Piece:
    wish = Wish(g)
    words, href = one(g, [*ACTIONS, *TITLES, *PAGES], 1, 3), lexicon.url(g)
    shown = text(words) if words in href else label(words)
    html = h("a", {**wish.root(share=0.12), "href": href}, shown)
    return wish.piece(html, _LINK, words=words, href=href)


_HEADING = (
    "h{level_d}: {words}",
    "h{level_d} > {words_q}",
    "<h{level_d}> {words_q}",
    "{words_q} as h{level_d}",
    "[Create|Write|Add] a level {level_d} heading. It reads {words_q}.",
    "[Can I get|Could you add] an h{level_d} that says {words_q}?",
    "heading, level {level_d}, {words_q}",
    "headline in h{level_d}: {words}",
)
_HEADING_FREE = (
    "headline: {words}",
    "The heading of the next part is {words_q}",
    "{words_q} as a heading",
    "heading > {words}",
    "[Can I get|Could you add] a headline that reads {words_q}?",
    "[Create|Write|Add] a heading. Its text should be {words_q}.",
    "write {words_q} here as a heading",
    "section heading, the words are {words_q}",
)
_HEADING_TEXT = (
    "h{level_d} + p: {words_q}, {text_q}",
    "h{level_d} {words_q}, p {text_q}",
    "[Create|Write] an h{level_d} that says {words_q} and a paragraph below it with {text_q}",
    "heading {words_q} (h{level_d}), then a paragraph: {text_q}",
    "{words_q} as h{level_d}, followed by {text_q} as a paragraph",
)


@natural("natural_heading", 0.9)
def heading_(g: Gen) -> Piece:
    wish = Wish(g)
    words = one(g, [*HEADLINES, *TITLES], 1, 4)
    level = g.rng.randint(1, 6)
    style = g.rng.random()
    if style < 0.4:
        html = h(g.hn(), wish.root(share=0.12), label(words))
        return wish.piece(html, _HEADING_FREE, words=words)
    tag = f"h{level}"
    if style < 0.8:
        html = h(tag, wish.root(share=0.12), label(words))
        return wish.piece(html, _HEADING, words=words, level=level)
    more = one(g, TEXTS, 2, 6)
    html = h(tag, None, label(words)) + para(cap(more))
    return wish.piece(html, _HEADING_TEXT, words=words, text=more, level=level)


_PARAGRAPH = (
    "p: {words_q}",
    "p > {words_q}",
    "paragraph\n{words}",
    "{words_q} as a paragraph",
    "[Create|Write|Add] a paragraph. It should say {words_q}.",
    "[Can I get|Could you add] a paragraph that reads {words_q}?",
    "just a paragraph, the words are {words_q}",
    "one line of text: {words_q}",
    "here we tell visitors {words_q} (a paragraph)",
)
_PARAGRAPHS = (
    "p x{n_d}",
    "[Create|Write] {n} paragraphs of any text",
    "fill this with {n} paragraphs",
    "[Can I get|Could you write] {n} short paragraphs?",
    "p*{n_d}",
    "text, {n} paragraphs long",
)
_ABOUT = (
    "write a few words on {about}",
    "[Can I get|Could you write] a paragraph on the topic {about}?",
    "paragraph, topic: {about}",
    "[Create|Write] a paragraph of text. It is about {about}.",
    "p about {about}",
    "tell people something about {about}, one paragraph",
)


@natural("natural_paragraph", 0.8)
def paragraph(g: Gen) -> Piece:
    wish = Wish(g)
    style = g.rng.random()
    if style < 0.5:
        words = one(g, TEXTS, 3, 8)
        html = h("p", wish.root(share=0.15), label(words))
        return wish.piece(html, _PARAGRAPH, words=words)
    if style < 0.75:
        n = g.rng.choice([2, 2, 3, 3, 4, 5])
        return wish.piece("".join(para(t) for t in SENTENCES[:n]), _PARAGRAPHS, n=n)
    topics = [
        "bees",
        "cats",
        "our history",
        "tea",
        "the city",
        "climate change",
        "sleep",
        "the moon",
    ]
    about = one(g, topics, 1, 2)
    html = h("p", wish.root(), text(f"Here you can read about {about}."))
    return wish.piece(html, _ABOUT, about=about)


_USUAL = (
    "container wrapper hero content main row card box sidebar header footer intro banner grid "
    "title text features about contact section"
).split()
# The content of a box: w words, n paragraphs, l list, h heading and paragraph, a links.
_BOX = {
    "w": (
        "{tag}{mark_b}: {words_q}",
        "{tag}{mark_b} > {words_q}",
        "a {tag} ({name}) that says {words_q}",
        "[Create|Write] a {tag} whose {what} is {name}. Inside it write {words_q}.",
        "{tag}, {what} {name}, text {words_q}",
        "[Can I get|Could you add] a {tag} that has the {what} {name} and the text {words_q}?",
        "{words_q} in a {tag} whose {what} is {name}",
        "I need a {tag}. Its {what} should be {name} and it should contain {words_q}.",
    ),
    "e": (
        "{tag}{mark_b}",
        "empty {tag}, {what} {name}",
        "[Create|Write] a {tag} and set its {what} to {name}",
        "a {tag}. {what}: {name}",
        "[Can I get|Could you add] a {tag} whose {what} is {name}?",
        "{tag} {what}={name}",
    ),
    "n": (
        "{tag}{mark_b} > {n_d} p",
        "a {tag}, {what} {name}, holding {n} paragraphs",
        "[Create|Write] a {tag} whose {what} is {name}. Put {n} paragraphs into it.",
        "{tag}{mark_b}, {n} paragraphs",
        "{n} paragraphs inside a {tag}; its {what} is {name}",
    ),
    "l": (
        "{tag}{mark_b} > ul > {items_comma}",
        "a {tag}, {what} {name}, holding a list: {items}",
        "[Create|Write] a {tag} whose {what} is {name}. It contains a list of {items}.",
        "{tag}{mark_b} that has a list, items {items}",
        "a list ({items_comma}) wrapped in a {tag}; its {what} is {name}",
    ),
    "h": (
        "{tag}{mark_b} > h + p: {title_q}, {words_q}",
        "a {tag}, {what} {name}: heading {title_q}, paragraph {words_q}",
        "[Create|Write] a {tag} whose {what} is {name}. It contains a heading that says {title_q}"
        " and a paragraph that says {words_q}.",
        "heading {title_q} and paragraph {words_q} in a {tag}; its {what} is {name}",
        "{tag}{mark_b} containing the heading {title_q} and the paragraph {words_q}",
    ),
    "a": (
        "{tag}{mark_b} > a: {items_comma}",
        "a {tag}, {what} {name}, links to {items}",
        "[Create|Write] a {tag} whose {what} is {name}. It holds the links {items}.",
        "{tag}{mark_b} that has links for {items}",
    ),
}


@natural("natural_box", 1.2)
def box(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["w", "w", "w", "e", "n", "l", "h", "a"])
    tag = g.pick(["div", "div", "div", "section", "article", "aside"])
    what = g.pick(["class", "class", "id"])
    # "div.hero" is one word: its class can only be spelt, so it is one of the usual ones
    glued = g.chance(0.35)
    name = g.pick(_USUAL) if glued else lexicon.identifier(g)
    attrs: Attrs = {what: name}
    mark = ("." if what == "class" else "#") + name
    g.given(name)
    g.given(mark)
    values: dict[str, Value] = {"name": name}
    inner = ""
    if parts == "w":
        words = one(g, TEXTS, 1, 5)
        values["words"] = words
        inner = label(words) if tag == "div" else para(cap(words))
    elif parts == "n":
        n = g.rng.randint(2, 4)
        values["n"] = n
        inner = "".join(para(t) for t in SENTENCES[:n])
    elif parts == "h":
        title, words = one(g, TITLES, 1, 3), one(g, TEXTS, 2, 5)
        values.update(title=title, words=words)
        inner = heading(g, title) + para(cap(words))
    elif parts in "la":
        things = some(g, PAGES, amount(g, 2, 8))
        values["items"] = things
        inner = list_html(g, things) if parts == "l" else "".join(link(v, path(v)) for v in things)
    html = h(tag, attrs, inner)
    forms = [form.replace("{tag}", tag).replace("{what}", what) for form in _BOX[parts]]
    if tag[0] == "a":
        forms = [form.replace(f" a {tag}", f" an {tag}") for form in forms]
        forms = [f"an {form[2:]}" if form.startswith(f"a {tag}") else form for form in forms]
    forms = [form.replace("{mark_b}", mark if glued else f" {mark}") for form in forms]
    return wish.piece(html, forms, **values)
