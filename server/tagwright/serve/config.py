"""What a server was started with."""

from __future__ import annotations

from dataclasses import dataclass, field

from tagwright.settings import Settings


@dataclass(frozen=True)
class Service:
    """How requests are taken.

    hosts: names that the Host header may have beside the loopback ones; ``"*"`` stands for any
    IP address. token: what clients have to show, ``""`` for none. queue: requests that may wait
    for their turn. seconds: the longest that one answer may take, from its turn on. body: bytes of
    the longest request. arrival: seconds that it may take to arrive. grace: seconds that running
    requests may take once the server is told to stop.
    """

    settings: Settings = field(default_factory=Settings)
    hosts: tuple[str, ...] = ()
    token: str = field(default="", repr=False)
    queue: int = 1024
    seconds: float = 120.0
    body: int = 1 << 20
    arrival: float = 30.0
    grace: float = 30.0
