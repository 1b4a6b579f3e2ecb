"""Ways to get in touch."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap
from tagwright_training.corpus.given_parts import text_detail
from tagwright_training.corpus.kinds_shared import noun, root_attrs
from tagwright_training.corpus.parts_cards import section
from tagwright_training.corpus.parts_forms import Field, form_html
from tagwright_training.corpus.parts_pages import (
    address_html,
    contact_form,
    newsletter_form,
)
from tagwright_training.corpus.phrasing import items
from tagwright_training.corpus.site_words import (
    amount,
    ask,
    bank,
    component,
    one,
    para,
    some,
    titled,
)


def _mail(g: Gen) -> str:
    user = g.pick(["info", "hello", "office", "contact", lexicon.pseudo_word(g)])
    return f"{user}@{lexicon.word(g)}.{g.pick(['com', 'org', 'net', 'de'])}"


def _phone(g: Gen) -> str:
    digits = "".join(str(g.rng.randint(0, 9)) for _ in range(7))
    return g.pick(["+1 555 {}", "+49 30 {}", "555-{}", "+44 {}", "0{}"]).format(
        digits[:4] + digits[4:]
    )


@component("contact-info", 1.5, nests=True)
def contact_info(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "contact information|address|contact info|address block|"
            "Contact information|postal address|contact block|contact data|"
            "company address|Address|contact section with address"
        ),
    )
    place, phone, mail = "12 Main Street", "+1 555 0100", "info@example.com"
    if g.chance(0.75):
        place = phone = mail = ""
        wanted = g.sample(["place", "phone", "mail"], g.rng.randint(1, 3))
        if "place" in wanted:
            kind_ = g.pick(["Street", "Road", "Lane", "Avenue", "Square"])
            place = f"{g.rng.randint(1, 200)} {cap(lexicon.word(g))} {kind_}"
            details.append(
                ask(
                    g,
                    place,
                    ["the address {q}", "address {q}", "{v}", "the street {q}", "address: {v}"],
                )
            )
        if "phone" in wanted:
            phone = _phone(g)
            details.append(
                ask(g, phone, ["the phone number {v}", "phone {v}", "tel {v}", "{v}", "phone: {v}"])
            )
        if "mail" in wanted:
            mail = _mail(g)
            details.append(
                ask(
                    g,
                    mail,
                    ["the email {v}", "email {v}", "{v}", "e-mail: {v}", "email address {v}"],
                )
            )
    elif g.chance(0.4):
        details.append(g.pick(["address, phone and email", "street, phone number and email"]))
    root = root_attrs(g, details)
    return Piece(what, address_html(place, phone, mail, root), details)


@component("contact-section", 1.5)
def contact_section(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "contact section|contact us section|Contact section|get in touch section|"
            "section with a contact form|contact area|contact form section"
        ),
    )
    title = "Contact"
    if g.chance(0.4):
        title = one(
            g, ["Get in touch", "Contact us", "Write to us", "Say hello", "Talk to us"], 1, 3
        )
        details.append(titled(g, title))
    form = contact_form(g)
    if g.chance(0.35):
        labels = some(
            g,
            bank("name|email|message|phone|subject|company|first name|last name"),
            amount(g, 2, 6),
            1,
            2,
        )
        details.append(items(g, "fields", labels, bare=0.2))
        form = form_html(g, [Field(value) for value in labels], "Send")
    root = root_attrs(g, details)
    return Piece(what, section(g, title, form, root=root), details)


@component("newsletter-section", 1.2)
def newsletter_section(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "newsletter section|newsletter block|"
            "email signup section|newsletter banner|Newsletter section|"
            "stay in touch section|subscribe section|newsletter area"
        ),
    )
    title, words = "Newsletter", ""
    if g.chance(0.6):
        title = one(
            g, ["Stay in touch", "Join our newsletter", "Never miss a post", "Get our news"], 1, 3
        )
        details.append(titled(g, title))
        words = text_detail(g, details) if g.chance(0.4) else ""
    root = root_attrs(g, details)
    body = [para(cap(words))] if words else []
    return Piece(what, section(g, title, *body, newsletter_form(g), root=root), details)
