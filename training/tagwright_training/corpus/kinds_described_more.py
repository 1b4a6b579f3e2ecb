"""Briefs of content and of small applications (see ``described``)."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.described import Brief, described
from tagwright_training.corpus.gen import Gen, h, slug
from tagwright_training.corpus.kinds_shared import heading
from tagwright_training.corpus.parts_cards import quote, section
from tagwright_training.corpus.parts_data import list_html, table_html
from tagwright_training.corpus.parts_forms import (
    Field,
    choice_html,
    form_html,
    group_html,
    search_html,
)
from tagwright_training.corpus.parts_lists import checks_html, terms_html
from tagwright_training.corpus.parts_media import map_html
from tagwright_training.corpus.parts_pages import address_html, question
from tagwright_training.corpus.parts_site import action_button
from tagwright_training.corpus.site_words import SENTENCES, button, image, link, para


def _resume(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    parts = [
        section(g, "Experience", list_html(g, ["Designer, Studio Nova, 2020 to 2025"]), level=1),
        section(g, "Education", list_html(g, ["BA Design, 2019"]), level=1),
        section(g, "Skills", list_html(g, ["Planning", "Writing", "Teamwork"]), level=1),
    ]
    if "contact" in keys:
        parts.append(address_html("12 Mill Lane", "555 0142", "anna@example.com"))
    return h("article", None, heading(g, "Anna Berg"), para(SENTENCES[0]), *parts)


described(
    "resume",
    Brief(
        ("resume", "CV", "professional resume", "curriculum vitae", "one-page resume"),
        _resume,
        "",
        {
            "contact details": "contact",
            "a contact section": "contact",
            "a focus on leadership": "",
            "a summary of skills": "",
            "a list of past jobs": "",
        },
    ),
    0.7,
)


def _post(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    body = [heading(g, purpose or "Latest from our blog"), para(SENTENCES[0]), para(SENTENCES[1])]
    if "image" in keys:
        body.insert(1, image("image.jpg", purpose or "Picture for the article"))
    if "quote" in keys:
        body.append(quote(g, "Small steps make the difference.", "Anna Berg"))
    if "tips" in keys:
        body.append(list_html(g, ["Start small", "Plan ahead", "Ask for help"]))
    return h("article", None, *body)


described(
    "post",
    Brief(
        ("blog post", "article", "informative blog post", "how-to article", "magazine article"),
        _post,
        "ba",
        {
            "a cover image": "image",
            "a large picture": "image",
            "an expert quote": "quote",
            "practical tips": "tips",
            "a list of tips": "tips",
        },
    ),
)


def _comments(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    answer = h("ul", None, h("li", None, "<strong>David Cohen</strong>", para("I agree.")))
    first = h(
        "li",
        None,
        "<strong>Anna Berg</strong>",
        para("Thanks for sharing this."),
        answer if "replies" in keys else "",
    )
    second = h("li", None, "<strong>Mia Chen</strong>", para("What about the price?"))
    said = h("ul", None, first, second)
    return section(g, "Comments", said, form_html(g, [Field("Comment")], "Post comment"))


described(
    "comments",
    Brief(
        ("comment section", "comments area", "discussion thread", "comment box"),
        _comments,
        "",
        {
            "threaded replies": "replies",
            "nested answers": "replies",
            "an option to reply": "replies",
            "user avatars": "",
            "moderation tools": "",
        },
    ),
    0.8,
)


def _faq(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    asked = [
        ("How does it work?", "Sign up and follow the steps."),
        ("What does it cost?", "The basic plan is free."),
        ("Can I cancel at any time?", "Yes, with one click in your settings."),
    ]
    found = search_html(g) if "search" in keys else ""
    return section(g, purpose or "Questions and answers", found, *[question(*q) for q in asked])


described(
    "faq",
    Brief(
        ("FAQ section", "FAQ accordion", "help section", "frequently asked questions section"),
        _faq,
        features={"a search field": "search", "expandable answers": "", "clear categories": ""},
    ),
    0.8,
)


def _calendar(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    rows = [("Team meeting", "", "Lunch with Ana", "", "Review")]
    made = table_html(g, days, rows)
    new = action_button(g, "New event") if "new" in keys else ""
    return section(g, purpose or "Calendar", made, new)


described(
    "calendar",
    Brief(
        ("calendar", "calendar app", "weekly planner", "scheduling calendar", "event calendar"),
        _calendar,
        "ba",
        {"a button to add events": "new", "event creation": "new", "reminders": "", "views": ""},
    ),
    0.8,
)


def _weather(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    now = [heading(g, "Weather today"), para("21 °C, partly cloudy")]
    if "days" in keys:
        rows = [("Monday", "20 °C"), ("Tuesday", "18 °C"), ("Wednesday", "22 °C")]
        now.append(table_html(g, ("Day", "Temperature"), rows))
    if "place" in keys:
        now.append(search_html(g))
    return h("section", None, *now)


described(
    "weather",
    Brief(
        ("weather widget", "weather card", "weather app", "weather dashboard"),
        _weather,
        "",
        {
            "a three-day forecast": "days",
            "a forecast for the next days": "days",
            "a search for places": "place",
            "current conditions": "",
        },
    ),
    0.6,
)


def _place(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    more = address_html("12 Mill Lane", "555 0142", "") if "address" in keys else ""
    return section(g, "Find us", map_html("Mill Lane", {}), more)


described(
    "map",
    Brief(
        ("map section", "location map", "map card", "store locator"),
        _place,
        features={"our address": "address", "an address and a phone number": "address", "pins": ""},
    ),
    0.6,
)


def _settings(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    names = ["Email notifications", "Push notifications", "Dark mode"]
    boxes = [choice_html(g, "checkbox", slug(name), name, switch=True) for name in names]
    save = h("button", {"type": "submit", "class": g.cls("", "btn btn-primary")}, "Save")
    return h("form", {"method": "post"}, heading(g, "Settings"), *boxes, save)


described(
    "settings",
    Brief(
        ("settings panel", "notification settings", "preferences form", "user settings page part"),
        _settings,
        "",
        {"toggle switches": "", "a save button": "", "privacy options": ""},
    ),
    0.7,
)


def _order(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    facts = [("Order", "1041"), ("Status", "On its way"), ("Expected", "Friday")]
    more = link("Contact us", "/contact") if "help" in keys else ""
    return section(g, "Your order", terms_html(g, facts, {}), more)


described(
    "order",
    Brief(
        ("order tracker", "order status page part", "delivery tracker", "package tracking widget"),
        _order,
        "",
        {"a link to support": "help", "real-time updates": "", "an estimated delivery date": ""},
    ),
    0.6,
)


def _tasks(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    tasks = checks_html(g, ["Write the text", "Choose pictures", "Test the form"], {})
    add = form_html(g, [Field("New task", type="text")], "Add") if "add" in keys else ""
    return section(g, purpose or "Tasks", tasks, add)


described(
    "tasks",
    Brief(
        ("to-do list", "task list", "checklist app", "to-do app"),
        _tasks,
        "a",
        {"a field to add tasks": "add", "an input for new tasks": "add", "priorities": ""},
    ),
    0.8,
)


def _button(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    return button(_WORDS[min(keys, default="")], g.cls("", "btn btn-primary"), type="button")


_WORDS = {"": "Get started", "buy": "Buy now", "event": "Register", "load": "Download"}
_BUTTON = ("button", "call-to-action button", "ghost button", "CTA button", "floating button")
_ENDS = {
    "a prompt to buy": "buy",
    "a call to register": "event",
    "a download action": "load",
    "a transparent background": "",
    "an outline": "",
}
described("button", Brief(_BUTTON, _button, "", _ENDS), 0.7)


def _verify(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    return form_html(g, [Field("Phone number"), Field("Verification code")], "Verify")


described(
    "verify",
    Brief(
        ("mobile number verification", "phone verification form", "phone number check"),
        _verify,
        "",
        {"a one-time code": "", "a resend timer": ""},
    ),
    0.5,
)


def _quiz(g: Gen, purpose: str, keys: frozenset[str]) -> str:
    answers: Sequence[str] = ("Paris", "Rome", "Madrid")
    asked = group_html(g, "radio", "What is the capital of Italy?", answers)
    send = h("button", {"type": "submit", "class": g.cls("", "btn btn-primary")}, "Check answer")
    return h("form", {"method": "post"}, asked, send)


described(
    "quiz",
    Brief(
        ("quiz", "quiz question", "multiple-choice quiz", "interactive quiz"),
        _quiz,
        "",
        {"several answers": "", "instant feedback": "", "a timer": ""},
    ),
    0.6,
)
