"""Briefs of forms and small components (see ``described``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tagwright_training.corpus.described import Brief, described
from tagwright_training.corpus.gen import Gen, h, slug
from tagwright_training.corpus.kinds_shared import heading, label
from tagwright_training.corpus.parts_cards import grid, priced_cards, product_html, quote
from tagwright_training.corpus.parts_data import table_html
from tagwright_training.corpus.parts_forms import Field, choice_html, form_html, search_html
from tagwright_training.corpus.parts_lists import steps_html, timeline_html
from tagwright_training.corpus.parts_media import audio_html, gallery_html, video_html
from tagwright_training.corpus.parts_nav import brand_link, nav_bar, submenu, to_links
from tagwright_training.corpus.parts_notices import modal_html, progress_html, stats_html
from tagwright_training.corpus.parts_site import footer_nav, hero_html, social_html
from tagwright_training.corpus.site_words import SENTENCES, button, link, para

Made = Callable[[Gen, str, frozenset[str]], str]
_MENU = ("Home", "About", "Services", "Contact")


def _form(
    fields: Sequence[Field], action: str, more: dict[str, Field], after: dict[str, str]
) -> Made:
    """A form whose features are further fields, or links and buttons behind the main one."""

    def build(g: Gen, purpose: str, keys: frozenset[str]) -> str:
        added = [made for key, made in more.items() if key in keys]
        ends = "".join(html for key, html in after.items() if key in keys)
        return form_html(g, [*fields, *added], action, title=purpose, after=ends)

    return build


_FORGOT = link("Forgot password?", "/forgot-password")
_SOCIAL = button("Continue with Google") + button("Continue with Facebook")
_LOGIN = {
    "password recovery": "forgot",
    "a password recovery option": "forgot",
    "a forgot password link": "forgot",
    "options for resetting the password": "forgot",
    "social media login": "social",
    "social sign-in": "social",
    "social media buttons": "social",
    "a remember me option": "remember",
    "a remember me checkbox": "remember",
    "two-factor authentication": "code",
    "a one-time code": "code",
}
described(
    "login",
    Brief(
        ("login form", "sign-in form", "login screen", "member login", "sign in box"),
        _form(
            [Field("Email"), Field("Password")],
            "Log in",
            {"remember": Field("Remember me", type="checkbox"), "code": Field("Code")},
            {"forgot": _FORGOT, "social": _SOCIAL},
        ),
        features=_LOGIN,
    ),
    1.2,
)
described(
    "signup",
    Brief(
        ("registration form", "sign-up form", "signup form", "account creation form"),
        _form(
            [Field("Name"), Field("Email"), Field("Password", new_password=True)],
            "Sign up",
            {
                "picture": Field("Profile picture", type="file"),
                "terms": Field("I accept the terms", type="checkbox", required=True),
                "news": Field("Send me the newsletter", type="checkbox"),
            },
            {"social": _SOCIAL},
        ),
        features={
            "a profile picture upload": "picture",
            "an avatar upload": "picture",
            "a terms checkbox": "terms",
            "acceptance of the terms": "terms",
            "a newsletter opt-in": "news",
            "social sign-up": "social",
            "password strength rules": "",
            "inline validation": "",
        },
    ),
)
described(
    "contact",
    Brief(
        ("contact form", "contact us form", "inquiry form", "support form", "get in touch form"),
        _form(
            [Field("Name"), Field("Email"), Field("Message")],
            "Send",
            {
                "subject": Field("Subject"),
                "phone": Field("Phone"),
                "file": Field("Attachment", type="file"),
                "way": Field("Preferred contact method", options=("Email", "Phone")),
                "urgency": Field("Urgency", options=("Low", "Normal", "High")),
            },
            {},
        ),
        features={
            "a subject field": "subject",
            "subject selection": "subject",
            "a phone number": "phone",
            "file attachments": "file",
            "an attachment option": "file",
            "a preferred contact method": "way",
            "a choice of contact method": "way",
            "an urgency level selection": "urgency",
            "urgency levels": "urgency",
            "spam protection": "",
        },
    ),
)
described(
    "booking",
    Brief(
        ("booking form", "reservation form", "appointment form", "appointment scheduler"),
        _form(
            [Field("Name"), Field("Email"), Field("Date"), Field("Time")],
            "Book",
            {
                "service": Field("Service", options=("Standard", "Premium")),
                "guests": Field("Guests", type="number"),
                "wishes": Field("Special requests", type="textarea"),
            },
            {},
        ),
        features={
            "service selection": "service",
            "options for selecting a service": "service",
            "a choice of services": "service",
            "the number of guests": "guests",
            "guest count": "guests",
            "special requests": "wishes",
            "a field for special requests": "wishes",
            "a calendar for the date": "",
            "options for date and time": "",
        },
    ),
)
_STARS = Field("Rating", type="radio", options=("1", "2", "3", "4", "5"))
described(
    "feedback",
    Brief(
        ("feedback form", "survey form", "customer survey", "review form", "satisfaction survey"),
        _form(
            [_STARS, Field("Comments", type="textarea")],
            "Send feedback",
            {"email": Field("Email"), "again": Field("I would recommend you", type="checkbox")},
            {},
        ),
        features={
            "an optional email": "email",
            "an email field": "email",
            "a recommendation question": "again",
            "a rating scale": "",
            "radio buttons for the rating": "",
            "a text area for comments": "",
        },
    ),
)
described(
    "payment",
    Brief(
        ("payment form", "checkout form", "credit card form", "payment gateway"),
        _form(
            [
                Field("Name on card"),
                Field("Card number"),
                Field("Expiry date"),
                Field("Security code"),
            ],
            "Pay now",
            {"address": Field("Billing address"), "save": Field("Save card", type="checkbox")},
            {},
        ),
        features={
            "a billing address": "address",
            "billing address fields": "address",
            "an option to save the card": "save",
            "encryption notices": "",
        },
    ),
)
described(
    "application",
    Brief(
        ("job application form", "application form", "career form"),
        _form(
            [
                Field("Name"),
                Field("Email"),
                Field("Phone"),
                Field("Resume", type="file"),
            ],
            "Apply",
            {"letter": Field("Cover letter", type="textarea")},
            {},
        ),
        features={
            "a cover letter": "letter",
            "a cover letter field": "letter",
            "resume upload": "",
            "fields for personal information": "",
        },
    ),
    0.6,
)
described(
    "subscribe",
    Brief(
        ("newsletter form", "newsletter signup form", "subscription form", "newsletter section"),
        _form(
            [Field("Email")],
            "Subscribe",
            {
                "name": Field("Name"),
                "often": Field("Frequency", options=("Weekly", "Monthly")),
                "privacy": Field("I accept the privacy policy", type="checkbox", required=True),
            },
            {},
        ),
        features={
            "a name field": "name",
            "frequency options": "often",
            "a choice of frequency": "often",
            "a privacy checkbox": "privacy",
        },
    ),
)
described(
    "upload",
    Brief(
        ("file upload component", "upload form", "file uploader", "drag-and-drop upload area"),
        _form(
            [Field("File", type="file")],
            "Upload",
            {"about": Field("Description", type="textarea")},
            {
                "bar": h("label", {"for": "progress"}, "Progress")
                + h("progress", {"id": "progress", "value": "0", "max": "100"}, "0%")
            },
        ),
        features={
            "a description field": "about",
            "a progress indicator": "bar",
            "a progress bar": "bar",
            "automatic file renaming": "",
            "support for large files": "",
        },
    ),
)


def _search(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    return search_html(g, title=purpose)


described(
    "search",
    Brief(
        ("search bar", "search box", "site search", "search field"),
        _search,
        features={"a magnifying glass icon": "", "autocomplete": "", "voice search": ""},
    ),
)


def _hero(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    ends = [link("Get started", "/get-started", g.cls("", "btn btn-primary"))]
    if "two" in keys:
        ends.append(link("Learn more", "/learn-more", g.cls("", "btn btn-secondary")))
    if "video" in keys:
        ends.append(video_html("video.mp4", {}))
    if "image" in keys:
        ends.append(h("img", {"src": "hero.jpg", "alt": "", "class": g.cls("", "img-fluid")}))
    if "mail" in keys:
        ends = [form_html(g, [Field("Email")], "Subscribe")]
    return hero_html(g, purpose or "Welcome", SENTENCES[0], ends, {})


described(
    "hero",
    Brief(
        ("hero section", "hero banner", "hero", "header section with a call to action"),
        _hero,
        "bba",
        {
            "two buttons": "two",
            "two calls to action": "two",
            "a background video": "video",
            "an introduction video": "video",
            "an image": "image",
            "a large product image": "image",
            "an email signup": "mail",
            "a newsletter signup": "mail",
        },
    ),
    1.2,
)


def _nav(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    brand = (
        brand_link(g, label(purpose) if purpose else "Logo") if purpose or "logo" in keys else ""
    )
    extra = [submenu(g, "More", ["News", "Team"])] if "drop" in keys else []
    end = search_html(g) if "search" in keys else ""
    return nav_bar(g, to_links(_MENU), None, brand, "", extra, end)


described(
    "nav",
    Brief(
        ("navigation bar", "navbar", "navigation menu", "sticky navigation bar", "top menu"),
        _nav,
        features={
            "dropdown menus": "drop",
            "a dropdown": "drop",
            "a search bar": "search",
            "a search box": "search",
            "a logo": "logo",
            "icons": "",
        },
    ),
    1.2,
)


def _footer(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    parts = [footer_nav(g, ("About", "Contact", "Privacy"))]
    if "social" in keys:
        parts.append(social_html(["Instagram", "Facebook"]))
    if "news" in keys:
        parts.append(form_html(g, [Field("Email")], "Subscribe"))
    if "place" in keys:
        parts.append(h("address", None, para("12 Main Street")))
    return h("footer", None, *parts, para(f"© 2025 {label(purpose) or 'Our company'}"))


described(
    "footer",
    Brief(
        ("footer", "website footer", "page footer", "footer section"),
        _footer,
        features={
            "social media links": "social",
            "social media icons": "social",
            "a newsletter signup": "news",
            "an email subscription": "news",
            "contact information": "place",
            "an address": "place",
        },
    ),
    1.2,
)


def _plans(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    points = ["All features", "Email support"] if "points" in keys else []
    plans = [("Basic", "$9 per month"), ("Pro", "$29 per month"), ("Enterprise", "$99 per month")]
    cells = priced_cards(g, plans, "Choose plan", level=1, points=points)
    return grid(g, cells, title=purpose or "Pricing")


described(
    "pricing",
    Brief(
        ("pricing section", "pricing table", "plan selection", "set of pricing cards"),
        _plans,
        features={
            "feature lists": "points",
            "the features of each plan": "points",
            "a monthly price": "",
            "three tiers": "",
        },
    ),
)


def _popup(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    body = para(SENTENCES[0])
    if "mail" in keys:
        body = form_html(g, [Field("Email")], "Subscribe")
    return modal_html(g, {"class": g.cls("", "modal")}, purpose or "Notice", body, ["Close"])


described(
    "popup",
    Brief(
        ("popup", "modal", "dialog", "announcement popup", "pop-up window"),
        _popup,
        features={"an email field": "mail", "a signup form": "mail", "a close button": ""},
    ),
)


def _warning(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    body = para("Please check your settings.")
    root = {"class": g.cls("", "modal")}
    actions = ["Cancel", "OK"] if "two" in keys else ["OK"]
    return modal_html(g, dict(root), purpose or "Warning", body, actions)


described(
    "warning",
    Brief(
        ("warning popup", "warning dialog", "security warning", "alert dialog"),
        _warning,
        "",
        {"cancel and confirm buttons": "two", "two actions": "two", "a clear message": ""},
    ),
    0.7,
)


def _bar(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    return progress_html(g, purpose or "Progress", "60", {"class": g.cls("", "progress")})


described(
    "progress",
    Brief(
        ("progress bar", "progress indicator", "progress tracker"),
        _bar,
        "a",
        {"a wave effect": "", "percentage labels": "", "color themes": ""},
    ),
)


def _switch(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    words = purpose or "Dark mode"
    return choice_html(g, "checkbox", slug(words), words, switch=True)


described(
    "toggle",
    Brief(
        ("toggle switch", "toggle", "on/off switch"),
        _switch,
        "a",
        {"a smooth sliding animation": "", "clear states": ""},
    ),
    0.6,
)


def _product(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    return product_html(g, purpose or "Product name", "$29", SENTENCES[0], "Add to cart", {})


described(
    "product",
    Brief(
        ("product card", "product tile", "product display card"),
        _product,
        features={"an add to cart button": "", "a price": "", "a product image": ""},
    ),
)


def _gallery(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    captions = ["Photo one", "Photo two", "Photo three"] if "captions" in keys else []
    return gallery_html(g, 6, captions, [], purpose)


described(
    "gallery",
    Brief(
        ("image gallery", "photo gallery", "gallery", "picture grid"),
        _gallery,
        features={"captions": "captions", "image captions": "captions", "a lightbox": ""},
    ),
)


def _video(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    track = h("track", {"kind": "captions", "src": "captions.vtt", "srclang": "en"})
    player = video_html("video.mp4", {})
    if "captions" in keys:
        player = player.replace("</video>", f"{track}</video>")
    return player + (button("Share") if "share" in keys else "")


described(
    "video",
    Brief(
        ("video player", "video section", "embedded video player"),
        _video,
        "",
        {
            "a share button": "share",
            "sharing options": "share",
            "subtitles": "captions",
            "a subtitle toggle": "captions",
            "captions": "captions",
            "speed control": "",
        },
    ),
    0.7,
)


def _music(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    tracks = h("ol", None, *(h("li", None, f"Track {i}") for i in range(1, 4)))
    return h(
        "section",
        None,
        heading(g, "Now playing"),
        audio_html("music.mp3", {}),
        tracks if "list" in keys else "",
    )


described(
    "music",
    Brief(
        ("music player", "audio player", "podcast player"),
        _music,
        "",
        {"a playlist": "list", "a track list": "list", "a volume control": "", "album art": ""},
    ),
    0.6,
)


def _stats(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    pairs = [("Users", "1,248"), ("Revenue", "$12,500"), ("Orders", "320")]
    parts = [stats_html(g, pairs, {"class": g.cls("", "row")})]
    if "table" in keys:
        rows = [("First task", "Open"), ("Second task", "Done")]
        parts.append(table_html(g, ("Task", "Status"), rows))
    if "news" in keys:
        parts.append(h("ul", None, *(h("li", None, x) for x in ("New message", "New order"))))
    return h("section", None, heading(g, purpose or "Dashboard"), *parts)


described(
    "dashboard",
    Brief(
        ("dashboard", "admin dashboard", "analytics dashboard", "SaaS dashboard"),
        _stats,
        "ba",
        {
            "a notification center": "news",
            "recent notifications": "news",
            "a task list": "table",
            "an issue tracking section": "table",
            "charts": "",
            "real-time data": "",
        },
    ),
)


def _table(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    rows = [("First item", "Active", "10"), ("Second item", "Paused", "25")]
    made = table_html(g, ("Name", "Status", "Amount"), rows, caption=purpose)
    return (search_html(g) if "search" in keys else "") + made


described(
    "table",
    Brief(
        ("table", "data table", "sortable table", "data grid"),
        _table,
        "a",
        {"a search field": "search", "a filter": "search", "row selection": "", "sorting": ""},
    ),
)


def _steps(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    return steps_html(g, ("Details", "Payment", "Done"), 1, {"class": g.cls("", "list-group")})


described(
    "stepper",
    Brief(
        ("stepper", "step indicator", "multi-step progress indicator", "wizard header"),
        _steps,
        "",
        {"numbered steps": "", "a highlighted current step": ""},
    ),
    0.6,
)


def _timeline(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    events = [("2019", "The idea"), ("2021", "First customers"), ("2024", "New office")]
    made = timeline_html(g, events, {"class": g.cls("", "list-group")})
    return h("section", None, heading(g, purpose), made) if purpose else made


described(
    "timeline",
    Brief(
        ("timeline", "history timeline", "company timeline"),
        _timeline,
        features={"milestones": "", "dates": "", "icons for each event": ""},
    ),
    0.6,
)


def _chat(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    said = h("ul", None, *(h("li", None, x) for x in ("Hello!", "How can we help you?")))
    ask = form_html(g, [Field("Message", type="text")], "Send")
    return h("section", None, heading(g, purpose or "Chat"), said, ask)


described(
    "chat",
    Brief(
        ("chat widget", "live chat window", "chatbot", "support chat", "chat interface"),
        _chat,
        features={"instant replies": "", "an avatar": "", "message bubbles": ""},
    ),
    0.8,
)


def _praise(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    quotes = [
        quote(g, "Great service and friendly people.", "Anna Berg"),
        quote(g, "It saves us hours.", "David Cohen"),
    ]
    return h("section", None, heading(g, purpose or "What our customers say"), *quotes)


described(
    "testimonials",
    Brief(
        ("testimonial section", "customer reviews section", "testimonials slider"),
        _praise,
        features={"customer photos": "", "star ratings": ""},
    ),
    0.7,
)
