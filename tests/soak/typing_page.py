"""A card of the quiz as its script drives it: drafts while typing, submissions until they are marked."""

import re
import time
import uuid
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from threading import Lock, Thread
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

PAUSE = 0.6  # seconds between a key and the draft that holds it, as in draft-keeper.ts
TRY_AGAIN = 1.5  # seconds between two tries of a submission, as in question-card.ts
AWAY = (OSError, HTTPException)


@dataclass(frozen=True)
class Reply:
    """What came back; status 0 where nothing did."""

    status: int
    text: str = ""


class Connection:
    """A signed-in browser, as far as cookies and tokens go."""

    def __init__(self, entrance: str) -> None:
        self._root = entrance.split("/enter/")[0]
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self._opener.open(entrance, timeout=20).close()
        self._token = ""

    def get(self, path: str) -> str:
        """Return a page of a server that is there."""
        with self._opener.open(self._root + path, timeout=20) as reply:
            text = str(reply.read().decode())
        self._token = re.findall(r'"X-CSRFToken": "(\w+)"', text)[0]
        return text

    def post(self, path: str, form: dict[str, str]) -> Reply:
        """Send a form as the page's script does."""
        headers = {"X-CSRFToken": self._token, "HX-Request": "true"}
        request = Request(self._root + path, urlencode(form).encode(), headers)
        try:
            with self._opener.open(request, timeout=5) as reply:
                return Reply(reply.status, reply.read().decode())
        except HTTPError as refused:
            return Reply(refused.code, refused.read().decode())
        except AWAY:
            return Reply(0)


@dataclass
class TypingPage:
    """One card. ``typed`` is every text that ever stood in its field, with the moment since when."""

    connection: Connection
    sitting: int
    part: str
    submission_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    revision: str = "0"
    writer: str = field(default_factory=lambda: str(uuid.uuid4()))
    typed: list[tuple[float, str]] = field(default_factory=lambda: [(time.monotonic(), "")])
    saved: str = ""
    conflicts: int = 0
    failed_sends: int = 0
    submitted: dict[str, str] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    @property
    def text(self) -> str:
        return self.typed[-1][1]

    def type(self, text: str) -> None:
        """Let the field hold this text from now on."""
        self.typed.append((time.monotonic(), text))

    def save(self) -> None:
        """Send the draft if there is anything new, once."""
        with self.lock:
            text = self.text
            if text == self.saved:
                return
            reply = self.connection.post(f"/practice/{self.sitting}/draft/", self._form(text))
            if reply.status == 200:
                self.saved = text
                self.revision = re.findall(r'"revision": (\d+)', reply.text)[0]
            self._note(reply)

    def submit(self, twice: bool) -> int:
        """Send the answer under one id until it is marked; return how often it was sent.

        A double click sends it from two threads at once.
        """
        text = self.text
        form = {**self._form(text), "submission_id": self.submission_id}
        self.submitted[self.submission_id] = text
        sent = 0
        while True:
            replies: list[Reply] = []
            clicks = [Thread(target=self._click, args=(form, replies)) for _ in range(2 if twice else 1)]
            for click in clicks:
                click.start()
            for click in clicks:
                click.join()
            sent += len(clicks)
            marked = [reply for reply in replies if reply.status == 200]
            if marked:
                self._marked(text, marked[-1].text)
                return sent
            time.sleep(TRY_AGAIN)

    def _click(self, form: dict[str, str], replies: list[Reply]) -> None:
        reply = self.connection.post(f"/practice/{self.sitting}/answer/", form)
        self._note(reply)
        replies.append(reply)

    def _marked(self, text: str, reply: str) -> None:
        assert 'data-outcome="unreadable"' not in reply, f"{text} was not marked, so it proves nothing"
        with self.lock:
            self.saved = text
            self.submission_id = re.findall(r'name="submission_id" value="([\w-]+)"', reply)[0]
            self.revision = re.findall(r'name="revision" value="(\d+)"', reply)[0]

    def _note(self, reply: Reply) -> None:
        self.conflicts += reply.status == 409
        self.failed_sends += reply.status == 0 or reply.status >= 500

    def _form(self, text: str) -> dict[str, str]:
        return {f"answer.{self.part}": text, "revision": self.revision, "writer": self.writer}
