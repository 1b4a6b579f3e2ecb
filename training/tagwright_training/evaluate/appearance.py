"""How alike two answers look in a browser: SSIM of screenshots on the same blank page.

SSIM is that of Wang et al. 2004 (https://doi.org/10.1109/TIP.2003.819861) on grey values, with the
uniform 7 x 7 windows and the constants of scikit-image, which would bring SciPy along (130 MB). The
mean is taken over the windows in which either page shows anything: else two answers that share only
the white paper around them would look alike. Styles that come from elsewhere (Bootstrap, Tailwind)
are not there, and neither are images.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tagwright.prompt import PageContext
from tagwright_training.evaluate.accessibility import page_of
from tagwright_training.evaluate.browser import Browser, browser

_WINDOW = 7
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_WHITE = 255.0


class Renderer:
    """A running browser that takes screenshots; see ``renderer``."""

    def __init__(self, running: Browser) -> None:
        self._browser = running

    def similarity(self, answer: str, reference: str, lang: str = "") -> float:
        """Return how alike the two look, at most 1; blank pages look alike.

        Raises ``BrowserFailed``.
        """
        if answer == reference:
            return 1.0
        return ssim(self.picture(answer, lang), self.picture(reference, lang))

    def picture(self, html: str, lang: str = "") -> Any:
        """Return the page as grey values, 0 to 255, of its rows of 800 pixels.

        Raises ``BrowserFailed``.
        """
        import numpy as np
        from PIL import Image

        shot = self._browser.ask({"html": page_of(html, PageContext(lang=lang))})
        with Image.open(io.BytesIO(base64.b64decode(shot["png"]))) as image:
            return np.asarray(image.convert("L"), dtype=np.float64)


@contextmanager
def renderer() -> Iterator[Renderer]:
    """Run a browser for as long as the ``with`` lasts. Raises ``BrowserMissing``."""
    with browser("render.mjs") as running:
        yield Renderer(running)


def ssim(left: Any, right: Any) -> float:
    """Return the mean SSIM of two pictures where either is not white; 1 if both are.

    left, right: grey values, 0 to 255, of equal width; the lower one is taken to go on in white.
    """
    import numpy as np

    height = max(len(left), len(right), _WINDOW)
    x, y = (
        np.pad(picture, ((0, height - len(picture)), (0, 0)), constant_values=_WHITE)
        for picture in (left, right)
    )
    mean_x, mean_y = _means(x), _means(y)
    # Sample (co)variances, as scikit-image has them.
    unbiased = _WINDOW**2 / (_WINDOW**2 - 1)
    variance_x = unbiased * (_means(x * x) - mean_x**2)
    variance_y = unbiased * (_means(y * y) - mean_y**2)
    covariance = unbiased * (_means(x * y) - mean_x * mean_y)
    values = ((2 * mean_x * mean_y + _C1) * (2 * covariance + _C2)) / (
        (mean_x**2 + mean_y**2 + _C1) * (variance_x + variance_y + _C2)
    )
    shown = (mean_x < _WHITE - 1e-6) | (mean_y < _WHITE - 1e-6)
    return float(values[shown].mean()) if shown.any() else 1.0


def _means(picture: Any) -> Any:
    """Return the mean of each window that lies wholly in the picture, by a summed-area table."""
    import numpy as np

    sums = np.pad(picture, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    n = _WINDOW
    return (sums[n:, n:] - sums[:-n, n:] - sums[n:, :-n] + sums[:-n, :-n]) / n**2
