"""Markup of navigation, for the kinds of navigation and of whole pages."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus.gen import Gen, h, text
from tagwright_training.corpus.kinds_shared import Attrs, label
from tagwright_training.corpus.site_words import bank, button, link, path

# Labels of invented main menus, in the order of their use.
MENU = {
    "en": bank("Home|About|Services|Contact|Blog|Portfolio|Shop|FAQ"),
    "de": bank("Startseite|Über uns|Leistungen|Kontakt|Blog|Preise|Shop|FAQ"),
    "fr": bank("Accueil|À propos|Services|Contact|Blog|Tarifs|Boutique|FAQ"),
    "es": bank("Inicio|Nosotros|Servicios|Contacto|Blog|Precios|Tienda|FAQ"),
    "it": bank("Home|Chi siamo|Servizi|Contatti|Blog|Prezzi|Negozio|FAQ"),
    "pt": bank("Início|Sobre|Serviços|Contato|Blog|Preços|Loja|FAQ"),
    "nl": bank("Home|Over ons|Diensten|Contact|Blog|Prijzen|Winkel|FAQ"),
}
FOOTER_MENU = {
    "en": bank("About|Contact|Privacy|Terms"),
    "de": bank("Impressum|Kontakt|Datenschutz|AGB"),
    "fr": bank("À propos|Contact|Mentions légales|Confidentialité"),
    "es": bank("Nosotros|Contacto|Privacidad|Términos"),
    "it": bank("Chi siamo|Contatti|Privacy|Termini"),
    "pt": bank("Sobre|Contato|Privacidade|Termos"),
    "nl": bank("Over ons|Contact|Privacy|Voorwaarden"),
}
Links = Sequence[tuple[str, str]]


def to_links(labels: Sequence[str]) -> list[tuple[str, str]]:
    """Labels with the addresses that follow from them."""
    return [(words, path(words)) for words in labels]


def menu(g: Gen, links: Links, current: str = "", extra: Sequence[str] = ()) -> str:
    """The list in a main menu. extra: more items, HTML already."""
    cells = []
    for words, href in links:
        here = {"aria-current": "page"} if words == current and current else {}
        cls = "nav-link active" if here else "nav-link"
        cells.append(
            h("li", {"class": g.cls("", "nav-item")}, link(words, href, g.cls("", cls), **here))
        )
    return h("ul", {"class": g.cls("", "navbar-nav")}, *cells, *extra)


def nav_bar(
    g: Gen,
    links: Links,
    root: Attrs | None = None,
    brand: str = "",
    current: str = "",
    extra: Sequence[str] = (),
    end: str = "",
) -> str:
    """Main navigation. brand: HTML before the list; extra: more items; end: HTML after the list."""
    inner = [brand, menu(g, links, current, extra), end]
    if g.bootstrap:
        attrs = root or {"class": "navbar navbar-expand"}
        return h("nav", {**attrs, "aria-label": "Main"}, h("div", {"class": "container"}, *inner))
    return h("nav", {**(root or {}), "aria-label": "Main"}, *inner)


def brand_link(g: Gen, name: str, logo: str = "") -> str:
    """Link to the start page: the name, or a logo with the name as alternative text."""
    inner = h("img", {"src": logo, "alt": name}) if logo else text(name)
    return h("a", {"class": g.cls("", "navbar-brand"), "href": "/"}, inner)


def link_list(g: Gen, links: Links, current: str = "") -> str:
    """A list of links without the looks of a main menu."""
    items = []
    for words, href in links:
        here = {"aria-current": "page"} if current and words == current else {}
        items.append(h("li", None, link(words, href, None, **here)))
    return h("ul", {"class": g.cls("", "list-unstyled")}, *items)


def submenu(g: Gen, parent: str, kids: list[str]) -> str:
    """An item of a main menu that opens to more links."""
    if not g.bootstrap:
        opened = h("details", None, h("summary", None, label(parent)), link_list(g, to_links(kids)))
        return h("li", None, opened)
    return h("li", {"class": "nav-item dropdown"}, *bootstrap_dropdown(parent, "nav-link", kids))


def bootstrap_dropdown(title: str, cls: str, kids: list[str]) -> list[str]:
    """Bootstrap's button and the links that it opens, as HTML parts."""
    attrs = {"data-bs-toggle": "dropdown", "aria-expanded": "false"}
    entries = [
        h("li", None, h("a", {"class": "dropdown-item", "href": path(kid)}, label(kid)))
        for kid in kids
    ]
    return [
        button(title, f"{cls} dropdown-toggle", **attrs),
        h("ul", {"class": "dropdown-menu"}, *entries),
    ]
