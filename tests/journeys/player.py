"""Plays the steps of one journey against a server of its own."""
import uuid

import vocabulary as words
from expectations import SOURCES, Mismatch, check_answer, check_case, check_list

SOMEBODY = {"family_name": "Martin", "given_name": "Camille", "birth_date": "1984-05-17"}
CREATED = {"create", "committee", "session"}


class Failed(Exception):
    """A step that went otherwise than expected: its place and what was found."""


class Player:
    def __init__(self, server):
        self.server = server
        self.case = None      # the id of the case that the steps are about
        self.case_name = None
        self.ids = {}         # of cases, committees and sessions, by @name

    def play(self, step):
        try:
            self._play(step)
        except Mismatch as mismatch:
            raise Failed(f"{step.place}: {step.what} {step.name}: {mismatch}") from mismatch
        except (KeyError, TypeError, AttributeError) as error:
            raise Failed(f"{step.place}: {step.what}: not the answer of the contract: {error!r}") from error

    def _play(self, step):
        if step.what == "case":
            self.case, self.case_name = self.ids.get("@" + step.name), step.name
            return
        refused = any(key == "refused" for _, key, _ in step.expect)
        before = self._trace() if refused and self.case else None
        status, answer = self._send(step)
        if not refused:
            self._accept(step, status, answer)
        self._check(step, status, answer)
        if before is not None and self._trace() != before:
            raise Mismatch("a refusal changes nothing, but the revision or the history did change")

    def _accept(self, step, status, answer):
        expected = 201 if step.what in CREATED else 200
        if status != expected:
            raise Mismatch(f"expected {expected}, found {status} {answer}")
        if step.what == "create":
            self.case = str(answer["id"])
            self.ids[f"@{self.case_name}"] = self.case
        elif step.what in CREATED:
            self.ids["@" + step.name] = str(answer["id"])

    def _trace(self):
        """What a refusal must leave as it was."""
        revision = self._get("coordinator", f"/cases/{self.case}")["revision"]
        return revision, self._get("coordinator", f"/cases/{self.case}/history")["items"]

    def _get(self, role, path):
        status, answer = self.server.call(role, "GET", path)
        if status != 200:
            raise Mismatch(f"GET {path} as {role} answers {status} {answer}")
        return answer

    def _send(self, step):
        data = {key: self.ids.get(value, value) if isinstance(value, str) else value
                for key, value in step.data.items()}
        if step.what in words.EVENTS:
            return self._send_event(step.who, step.what, data)
        method, path, body = getattr(self, "_request_" + step.what)(step, data)
        return self.server.call("administrator" if step.what == "clock" else step.who, method, path, body)

    def _send_event(self, who, event, data):
        body = {"event": event, "data": data}
        if "occurred_on" in data:
            body["occurred_on"] = data.pop("occurred_on")
        return self.server.call(
            who, "POST", f"/cases/{self.case}/events", body, {"Idempotency-Key": str(uuid.uuid4())})

    def _request_clock(self, step, _):
        return "PUT", "/clock", {"now": step.name}

    def _request_create(self, _, data):
        person = {key: value for key, value in data.items() if key in words.PERSON_FIELDS}
        notification = {key: value for key, value in data.items() if key not in words.PERSON_FIELDS}
        body = {"workflow": "preorientation", "person": SOMEBODY | person, "notification": notification}
        return "POST", "/cases", body

    def _request_committee(self, _, data):
        return "POST", "/committees", data

    def _request_session(self, _, data):
        return "POST", "/sessions", data

    def _request_edit(self, _, data):
        person = {key: value for key, value in data.items() if key in words.PERSON_FIELDS}
        notification = {key: value for key, value in data.items() if key not in words.PERSON_FIELDS}
        parts = {"person": person, "notification": notification}
        return "PATCH", f"/cases/{self.case}", {key: part for key, part in parts.items() if part}

    def _request_correct(self, _, data):
        """`back_to` names an event: the latest entry of it is meant."""
        entries = self._get("coordinator", f"/cases/{self.case}/history")["items"]
        named = [entry["seq"] for entry in entries if entry["event"] == data["back_to"]]
        if not named:
            raise Mismatch(f"no {data['back_to']} in the history")
        return "POST", f"/cases/{self.case}/corrections", data | {"back_to": named[-1]}

    def _request_confirm(self, step, data):
        items = self._get("admin_assistant", f"/transmissions?case={self.case}")["items"]
        wanted = [item["id"] for item in items if f"{item['code']}:{item['status']}" == f"{step.name}:to_do"]
        if not wanted:
            raise Mismatch(f"no transmission {step.name} to confirm")
        return "POST", f"/transmissions/{wanted[0]}/confirm", data

    def _request_finish(self, step, _):
        case = self._get(step.who, f"/cases/{self.case}")
        wanted = [task["id"] for task in case["tasks"] if task["kind"] == step.name and not task["done"]]
        if not wanted:
            raise Mismatch(f"no open task {step.name}")
        return "POST", f"/tasks/{wanted[0]}/done", {}

    def _check(self, step, status, answer):
        seen_by = [value for _, key, value in step.expect if key == "seen_by"]
        viewer = (seen_by + [step.who or "admin_assistant"])[0]
        case = None
        for place, key, value in step.expect:
            try:
                if key == "seen_by" or check_answer(key, value, status, answer):
                    continue
                if key in SOURCES:
                    path, role = SOURCES[key]
                    check_list(key, value, self._get(role, path.format(case=self.case))["items"])
                    continue
                case = case or self._get(viewer, f"/cases/{self.case}")
                check_case(key, value, case)
            except Mismatch as mismatch:
                raise Failed(f"{place}: {step.what} {step.name}: {mismatch}") from mismatch
