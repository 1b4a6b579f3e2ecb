"""Which CSS framework a page uses: from what it links, else from the names of its classes.

Sources: the class references of Bootstrap 3.4, 4.6 and 5.3 and of Tailwind 3 and 4.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

# Class names of one framework alone; both have "container", "flex" or "mt-3".
_BOOTSTRAP = re.compile(
    r"btn-(?:outline-)?(?:primary|secondary|success|danger|link|default)"
    r"|col-(?:xs|sm|md|lg|xl)(?:-\d+)?|container-fluid|form-(?:control|group|select|check|label)"
    r"|navbar-[\w-]+|card-(?:body|title)|d-(?:flex|none|block|grid)|list-group(?:-item)?"
    r"|row-cols-\d|g-\d|img-(?:fluid|responsive)|nav-(?:link|item)|panel-(?:heading|body|default)"
)
_TAILWIND = re.compile(
    r"(?:sm|md|lg|xl|2xl|hover|focus|dark|group-hover):\S+|(?:text|bg|border|ring)-[a-z]+-\d{2,3}"
    r"|(?:space|gap)-[xy]-\d+|rounded-(?:md|lg|xl|2xl|full)|font-(?:medium|semibold|bold)"
    r"|text-(?:xs|sm|base|lg|xl|[2-9]xl)|(?:max-w|min-h|h|w)-(?:full|screen|\dxl|\d+)"
    r"|(?:p|px|py|m|mx|my)-(?:[6-9]|1\d)|inline-flex|items-center|tracking-\w+|leading-\w+"
)
_ENOUGH_CLASSES = 2
_LINKED = {
    # Its icons and plug-ins don't bring the framework itself.
    "bootstrap": re.compile(
        r"(?:^|[/.\"'])bootstrap\d?(?:[.@/-](?!icons|select|date|table|tour|multi|switch|slider"
        r"|toggle|tags|color)|\Z)|bootswatch"
    ),
    "tailwind": re.compile(r"tailwind"),
}
_BANNER = {
    "bootstrap": re.compile(r"/\*!?\s*\*?\s*Bootstrap\s+v(\d)|@import\s+[\"'][^\"']*\bbootstrap\b"),
    "tailwind": re.compile(
        r"/\*!?\s*tailwindcss\s+v(\d)|@tailwind\s+\w+|@import\s+[\"']tailwindcss\b|@apply\s"
    ),
}
_NUMBER = re.compile(r"(?:bootstrap|bootswatch|tailwindcss(?:\.com)?)[@/-]?v?(\d)(?=[./\"'-]|\Z)")
# Names and attributes that came or went with a major version of Bootstrap.
_VERSIONS = {
    3: re.compile(
        r"(?:col|hidden|visible|btn|text)-xs(?:-\d+)?|panel(?:-\w+)*|glyphicon(?:-\w+)*|btn-default"
        r"|img-(?:responsive|circle)|navbar-(?:default|inverse|toggle|right)|help-block"
        r"|control-label|pull-(?:left|right)|center-block"
    ),
    4: re.compile(
        r"(?:ml|mr|pl|pr)-(?:(?:sm|md|lg|xl)-)?(?:\d|auto)|form-row|custom-(?:select|control\S*)"
        r"|badge-(?:primary|secondary|success|danger|pill)|card-deck|media-body|sr-only|btn-block"
        r"|float-(?:left|right)|text-(?:left|right)|font-weight-\w+|input-group-(?:append|prepend)"
    ),
    5: re.compile(
        r"(?:ms|me|ps|pe)-(?:(?:sm|md|lg|xl|xxl)-)?(?:\d|auto)|g[xy]?-\d|form-(?:label|select)"
        r"|visually-hidden|btn-close|text-bg-\w+|fw-\w+|fs-\d|float-(?:start|end)|offcanvas\S*"
        r"|text-(?:start|end)|accordion-button|container-xxl|data-bs-\w+"
    ),
}


def framework_of(
    sources: Iterable[str], classes: Collection[str], sheets: Iterable[str] = ()
) -> tuple[str, int]:
    """Return the framework's name and major version: ``("bootstrap", 5)``, ``("", 0)`` for none.

    sources: addresses of linked style sheets and scripts. classes: class names in use, with the
    names of ``data-bs-`` attributes. sheets: texts of local style sheets. Two frameworks that are
    both linked are told apart by the classes; one class alone is no evidence.
    """
    sources = [source.lower() for source in sources]
    linked = {
        name: any(map(_LINKED[name].search, sources)) or any(map(_BANNER[name].search, sheets))
        for name in _LINKED
    }
    scores = {
        "bootstrap": sum(1 for name in classes if _BOOTSTRAP.fullmatch(name)),
        "tailwind": sum(1 for name in classes if _TAILWIND.fullmatch(name)),
    }
    named = [name for name in linked if linked[name]] or [
        name for name in scores if scores[name] >= _ENOUGH_CLASSES
    ]
    if not named:
        return "", 0
    best = max(named, key=lambda name: scores[name])
    return best, _version(best, sources, classes, sheets)


def _version(
    name: str, sources: Iterable[str], classes: Collection[str], sheets: Iterable[str]
) -> int:
    for source in sources:
        found = _NUMBER.search(source)
        if found and name[:4] == found.group()[:4]:
            return int(found[1])
    for sheet in sheets:
        banner = _BANNER[name].search(sheet)
        if banner and banner[1]:
            return int(banner[1])
    if name != "bootstrap":
        return 0
    scores = [(sum(1 for c in classes if names.fullmatch(c)), v) for v, names in _VERSIONS.items()]
    scores.sort(reverse=True)
    return scores[0][1] if scores[0][0] > scores[1][0] else 0
