"""What the tests of committees and sessions stand on: cases on a list, and cases that wait for a seat."""
import xlsx
from endpoint import AA, CO, NOTIFICATIONS, SHEETS, EndpointTest

DR, SW = "doctor", "social_worker"
RETAINED = {"outcome": "retained", "aim": "Vérifier un projet", "choice": "person"}


class CommitteeTest(EndpointTest):
    def committee(self, days=10):
        return self.call(CO, "POST", "/committees", {"held_on": self.today(days)}).json()["id"]

    def session(self, capacity=8, days=90, **fields):
        body = {"entry_on": self.today(days), "capacity": capacity} | fields
        return self.call(CO, "POST", "/sessions", body).json()["id"]

    def listed(self, committee, **fields):
        """A case whose complete file is on the committee's list."""
        case = self.case_in_first_contact_sent(**fields)
        self.act(AA, case, "receive_documents", {"documents": NOTIFICATIONS})
        self.act(AA, case, "return_file", {"documents": SHEETS})
        self.act(AA, case, "check_file")
        self.act(AA, case, "list_for_committee", {"committee": committee})
        return case

    def retained(self, committee, **decision):
        case = self.listed(committee)
        self.act(CO, case, "open_review")
        self.act(CO, case, "decide", RETAINED | decision)
        return case

    def seated(self, committee, session):
        case = self.retained(committee)
        self.act(CO, case, "assign_session", {"session": session})
        return case

    def grade(self, who, committee, case, kind, urgency, reason="À suivre de près"):
        answer = self.call(who, "PUT", f"/committees/{committee}/cases/{case}/{kind}-urgency",
                           {"urgency": urgency, "reason": reason})
        self.assertEqual(200, answer.status, answer.body)

    def consent(self, case, consent="given", who=AA, **fields):
        said = {"purpose": "mdph", "consent": consent, "way": "oral"} | fields
        answer = self.call(who, "POST", f"/cases/{case}/consents", said)
        self.assertEqual(200, answer.status, answer.body)
        return answer.json()

    def table(self, who, committee, query=""):
        return self.get(who, f"/committees/{committee}/table.json{query}")

    def order(self, who, committee, query=""):
        return [line["case"] for line in self.table(who, committee, query)["lines"]]

    def send_table(self, committee, who=AA):
        answer = self.call(who, "POST", f"/committees/{committee}/table/send")
        self.assertEqual(200, answer.status, answer.body)
        return answer.json()

    def sheet(self, who, path):
        answer = self.call(who, "GET", path)
        self.assertEqual(200, answer.status, answer.body[:300])
        return xlsx.read(answer.body)

    def results(self, who, path, body, headers=None):
        answer = self.call(who, "POST", path, body, headers)
        self.assertEqual(200, answer.status, answer.body[:600])
        return {item["case"]: item for item in answer.json()["items"]}

    def state(self, case):
        return self.get(CO, f"/cases/{case}")["states"]["journey"]
