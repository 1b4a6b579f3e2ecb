"""The worker process: lets clients in, passes their requests to the model, ends when it should.

It ends two seconds after its last client has gone, however that went, or when nobody has asked
for anything in a while. The language server that starts it holds its stdin open until it is a
client itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import os
import secrets
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from tagwright import __version__
from tagwright.settings import Settings
from tagwright.worker.guest import Guest
from tagwright.worker.model import Model
from tagwright.worker.place import Place
from tagwright.worker.start import READY
from tagwright.worker.state import ModelState
from tagwright.worker.wire import BrokenFrame, Message, from_data, parse, read

log = logging.getLogger(__name__)

LINGER_SECONDS = 2.0
"""How long it stays without clients: an editor that restarts its server finds it again."""

HELLO_SECONDS = 10.0
"""How long somebody who has connected may take to say hello."""

CLOSE_SECONDS = 1.0
"""How long the model may take to be freed before the process ends without that."""


class Host:
    """The clients and the model; all belongs to the event loop's thread."""

    def __init__(self, settings: Settings, place: Place) -> None:
        self.model = Model(settings, self._tell_all)
        self._place = place
        self._token = "" if place.unix else secrets.token_urlsafe(32)
        self._guests: set[Guest] = set()
        self._is_held = True
        self._timer: asyncio.TimerHandle | None = None
        self._ended = asyncio.Event()
        self._door_id: tuple[int, int] | None = None

    async def run(self) -> None:
        """Serve until it is time to end. Raises ``OSError`` where the door can't be opened."""
        listener = await self._open()
        found = self._place.door.stat()
        self._door_id = found.st_dev, found.st_ino
        os.write(1, READY)
        os.dup2(2, 1)  # the starter reads no more; a stray print must not end the process
        threading.Thread(
            target=_wait_for_end,
            args=(asyncio.get_running_loop(), self._let_go),
            name="tagwright-stdin",
            daemon=True,
        ).start()
        await self._ended.wait()
        listener.close()

    def rest(self) -> None:
        """Look again at how long the process may stay; called whenever something has ended."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        loop = asyncio.get_running_loop()
        if not self._guests:
            if not self._is_held:
                self._timer = loop.call_later(LINGER_SECONDS, self._end)
        elif not any(guest.is_busy for guest in self._guests):
            minutes = [guest.idle_minutes for guest in self._guests]
            if all(minutes):
                self._timer = loop.call_later(max(minutes) * 60, self._end)

    def dismiss(self, guest: Guest) -> None:
        """Let a client go that does not come back: nobody lingers for it."""
        self._guests.discard(guest)
        if self._guests or self._is_held:
            guest.tell({"do": "bye", "ends": False})
        else:
            self._end()

    async def _open(self) -> asyncio.Server:
        if self._place.unix:
            return await asyncio.start_unix_server(self._welcome, self._place.door)
        listener = await asyncio.start_server(self._welcome, "127.0.0.1", 0)
        port = listener.sockets[0].getsockname()[1]
        # Whole or not at all: a client may look at any moment.
        fresh = self._place.door.with_suffix(".new")
        fresh.write_text(f"{port} {self._token}", "ascii")
        fresh.replace(self._place.door)
        return listener

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        guest = Guest(self, writer)
        try:
            hello = await asyncio.wait_for(read(reader), HELLO_SECONDS)
            if hello is None or not self._knows(hello):
                return
            guest.idle_minutes = float(hello["idle"])
            self._guests.add(guest)
            self.rest()
            guest.tell_state("hello", self.model.state)
            await guest.serve(reader)
        except (BrokenFrame, asyncio.TimeoutError) as error:
            log.warning("A client was put out: %r", error)
        finally:
            writer.close()
            if guest in self._guests:  # others do not keep it from ending
                self._guests.discard(guest)
                self.rest()

    def _knows(self, hello: Message) -> bool:
        token = str(hello.get("token")).encode("utf-8", "replace")
        return hello.get("do") == "hello" and hmac.compare_digest(token, self._token.encode())

    def _tell_all(self, state: ModelState) -> None:
        for guest in self._guests:
            guest.tell_state("state", state)

    def _let_go(self) -> None:
        self._is_held = False
        self.rest()

    def _end(self) -> None:
        """Close the door first: whoever comes now starts another worker."""
        with contextlib.suppress(OSError):
            found = self._place.door.stat()
            if (found.st_dev, found.st_ino) == self._door_id:
                self._place.door.unlink()
                self._place.log.unlink()
        for guest in self._guests:
            guest.tell({"do": "bye", "ends": True})
        self._ended.set()


def main() -> int:
    """Run one worker as its starter orders on stdin; returns only where it can't serve."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    source = sys.stdin.buffer
    try:
        orders = parse(source.read(int.from_bytes(source.read(4), "big")))
    except BrokenFrame:
        return 1  # the starter has gone already
    if orders.get("version") != __version__:
        sys.stderr.write("Tagwright was updated while your editor ran: restart the editor.\n")
        return 1
    place = Place(Path(orders["folder"]), orders["name"], orders["unix"])
    settings = from_data(Settings, orders["settings"])
    try:
        asyncio.run(_serve(settings, place))
    except OSError as error:
        sys.stderr.write(f"{place.door} can't be opened: {error}\n")
    return 1


async def _serve(settings: Settings, place: Place) -> None:
    host = Host(settings, place)
    await host.run()
    host.model.close(CLOSE_SECONDS)
    # Whatever still runs in native code must not keep the process. Connections end only now: a
    # client that has left waits for that before it loads another model.
    os._exit(0)


def _wait_for_end(loop: asyncio.AbstractEventLoop, let_go: Callable[[], object]) -> None:
    """Call ``let_go`` on the loop when stdin ends; a thread, because pipes differ by system."""
    while os.read(0, 1):
        pass
    loop.call_soon_threadsafe(let_go)
