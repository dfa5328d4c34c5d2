"""One HTTP request and its whole answer: status, headers and bytes, for tests that look closer than Server.call."""
import http.client
import json
from dataclasses import dataclass

ANSWER_WITHIN_S = 60


@dataclass(frozen=True)
class Answer:
    status: int
    headers: tuple  # (name, value), as they came
    body: bytes

    def header(self, name):
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(values) if values else None

    def json(self):
        return json.loads(self.body)

    @property
    def problem(self):
        """The name of the problem document, or None for another answer."""
        if self.header("content-type") != "application/problem+json":
            return None
        return self.json()["type"].rsplit("/", 1)[-1]

    def pointers(self):
        return [error["pointer"] for error in self.json().get("errors", [])]

    def guards(self):
        return [blocked["guard"] for blocked in self.json().get("blocked_by", [])]


def exchange(address, method, target, body=None, headers=None):
    """`body`: bytes go as they are, None is no body, anything else goes as JSON. Raises OSError when cut off."""
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    sent = {"Content-Type": "application/json"} if data is not None else {}
    connection = http.client.HTTPConnection(address, timeout=ANSWER_WITHIN_S)
    try:
        connection.request(method, target, data, sent | (headers or {}))
        answer = connection.getresponse()
        return Answer(answer.status, tuple(answer.getheaders()), answer.read())
    except http.client.HTTPException as error:
        raise ConnectionError(f"no whole answer: {error!r}") from error
    finally:
        connection.close()
