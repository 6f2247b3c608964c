"""What stands between gunicorn and the site, and what is looked at before anything is served."""

import socket
from typing import Any

import pytest

from upslope.web.serving.data_folder import CannotServe
from upslope.web.serving.production import _require_free, _with_limit
from upslope.web.serving.site import LARGEST_REQUEST


class Answer(list[bytes]):
    """A body that knows whether it was closed, as a file has to be."""

    is_closed = False

    def close(self) -> None:
        self.is_closed = True


def asked(answer: Answer, **environ: str) -> tuple[list[bytes], list[str]]:
    """Ask a site that has this answer; return the body and the statuses."""
    statuses: list[str] = []

    def site(_environ: dict[str, Any], start_response: Any) -> Answer:
        start_response("200 OK", [])
        return answer

    def start_response(status: str, _headers: object) -> None:
        statuses.append(status)

    return _with_limit(site)({"REQUEST_METHOD": "GET", **environ}, start_response), statuses


def test_a_page_comes_as_it_is() -> None:
    answer = Answer([b"page"])
    assert asked(answer) == ([b"page"], ["200 OK"])
    assert not answer.is_closed


def test_to_head_there_is_no_body_and_a_file_is_closed() -> None:
    answer = Answer([b"page"])
    assert asked(answer, REQUEST_METHOD="HEAD") == ([], ["200 OK"])
    assert answer.is_closed


@pytest.mark.parametrize("length", [str(LARGEST_REQUEST + 1), "9" * 30])
def test_what_is_far_too_large_never_reaches_the_site(length: str) -> None:
    body, statuses = asked(Answer([b"page"]), CONTENT_LENGTH=length)
    assert statuses == ["413 Content Too Large"]
    assert b"larger than anything" in body[0]


def test_a_place_that_is_taken_is_said_before_anything_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CannotServe, match=f"127.0.0.1:{port} cannot be listened at .*--listen"):
            _require_free("127.0.0.1", port)
    _require_free("127.0.0.1", port)
