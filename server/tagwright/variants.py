"""Further answers to a request that has been answered."""

from __future__ import annotations

from tagwright.engines.base import Limits
from tagwright.settings import Settings

VARIED_TEMPERATURE = 0.7
"""Of answers that must differ from the first."""


def limits_for(settings: Settings, variant: int = 0) -> Limits:
    """Return the limits of an answer: variant 0 is the one that the settings ask for."""
    temperature = settings.temperature
    if variant:
        temperature = max(temperature, VARIED_TEMPERATURE)
    return Limits(settings.max_new_tokens, temperature, seed=variant * 100)
