"""The kill at each round trip of each kind of command, with the timers and the sends that it causes."""
import threading
from datetime import date, timedelta

from checker import is_at_rest
from load import DIGITAL_PATH, PAPER_PATH, Client
from sweep import Sweep

DONE_WITHIN_S = 60


class EveryRoundTrip(Sweep):
    """F01: the process dies at its K-th round trip, the client asks again with its key, and all happens once."""
    code, title = "F01", "kill -9 at each round trip of commands, timers and sends"
    deeds = ("open", "overdue", "add_note", *dict(DIGITAL_PATH), *(dict(PAPER_PATH).keys() - dict(DIGITAL_PATH).keys()))

    def open(self):
        super().open()
        self.field, self.database = self.ground.field, self.ground.database
        self.field.is_up.set()
        self.client = Client(self.field, self.seed)
        self.client.gives_up = 0
        self.deeds = sorted(self.deeds)

    def new_case(self, key, is_paper, days):
        person = {"family_name": f"Essai {key}", "given_name": "Dominique", "birth_date": "1985-02-03",
                  "email": f"{key}@personne.example", "contact_preference": "email"}
        notification = {"channel": "paper" if is_paper else "digital", "mdph": "12",
                        "received_on": (date.today() - timedelta(days=days)).isoformat()}
        if not is_paper:
            notification["national_decision_id"] = key
        return {"workflow": "preorientation", "person": person, "notification": notification}

    def prepare(self, deed):
        """A case led to where that can be done, and the command that does it: (key, path, body)."""
        key = self.client.new_key()
        path = DIGITAL_PATH if deed not in dict(PAPER_PATH) or deed in dict(DIGITAL_PATH) else PAPER_PATH
        if deed in ("open", "overdue"):
            return key, "/api/v1/cases", self.new_case(key, False, 60 if deed == "overdue" else 0)
        case = self.client.perform(key, "/api/v1/cases", self.new_case(key, path is PAPER_PATH, 0))["id"]
        key, place = self.client.new_key(), f"/api/v1/cases/{case}/events"
        if deed == "add_note":
            return key, place, {"event": deed, "data": {"kind": "call", "text": f"Appel {key}"}}
        for event, data in path:
            if event == deed:
                return key, place, {"event": event, "data": data}
            self.client.perform(self.client.new_key(), place, {"event": event, "data": data})
        raise KeyError(deed)

    def die_at(self, deed, moment, skip):
        """Whether the process died; then it was started again, and the client heard in the end."""
        command = self.prepare(deed)
        self.until(lambda: is_at_rest(self.database))
        snare = self.ground.tap.arm(self.kill_snare("serve-1", skip, moment))
        client = threading.Thread(target=self.client.perform, args=command)
        client.start()
        self.until(lambda: snare.sprung.is_set() or (not client.is_alive() and is_at_rest(self.database)))
        self.ground.tap.disarm()
        if snare.sprung.is_set():
            self.ground.revive("serve-1")
            self.count(snare)
        client.join()
        return snare.sprung.is_set()

    def until(self, holds):
        for _ in range(DONE_WITHIN_S * 50):
            if holds():
                return
            self.field.is_over.wait(0.02)
        raise TimeoutError(f"not within {DONE_WITHIN_S} s")
