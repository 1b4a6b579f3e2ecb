"""The embedded model behind the server."""

from __future__ import annotations

from pathlib import Path

from websockets.asyncio.client import connect

from .support import Lsp, Server, events

PROMPT = "a login form with email and password"
LONG = "a form with name, email, phone, street, city, postcode, country and a send button"


async def test_embedded_model_answers_api_stream_and_editor(tmp_path: Path) -> None:
    server = Server(tmp_path)
    try:
        answer = server.post(prompt=PROMPT, n=2).json()
        assert answer["html"].startswith("<form")
        assert 'type="password"' in answer["html"]
        assert answer["answers"][0] == answer["html"]
        assert len(set(answer["answers"])) == len(answer["answers"]) <= 2
        assert answer["tokens"] > 0
        *partials, (name, done) = events(server.post(prompt=LONG, stream=True))
        assert name == "done"
        assert partials
        assert all(data["html"].startswith("<form") for _, data in partials)
        assert done["html"].endswith("</form>")
        async with connect(f"ws://{server.authority}/lsp") as socket:
            client = Lsp(socket)
            await client.start()
            (html,) = await client.variants(f"<!-- {PROMPT} -->\n")
            assert 'type="password"' in html
    finally:
        server.stop()
