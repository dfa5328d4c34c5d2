"""The served OpenAPI document knows every call that these tests made, and every call it describes is answered."""
import re

from endpoint import AA, CO, EndpointTest

METHODS = {"get", "post", "put", "patch", "delete", "head"}


class Openapi(EndpointTest):
    @classmethod
    def setUpClass(cls):
        cls.document = cls.house.send(None, "GET", "/api/v1/openapi.json").json()
        cls.operations = {(method.upper(), address) for address, item in cls.document["paths"].items()
                          for method in item if method in METHODS}

    def test_every_call_that_the_tests_made_is_described(self):
        self.assertGreater(len(self.house.called), 20, "this test runs after the others")
        pages = {("GET", "/")}  # for browsers, and in no document
        for method, target in sorted(self.house.called - pages):
            same_method = [address for known, address in self.operations
                           if known == ("GET" if method == "HEAD" else method)]
            described = [address for address in same_method if address == target] or [
                address for address in same_method if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", address), target)]
            self.assertEqual(1, len(described), f"{method} {target}")

    def test_every_described_call_is_answered(self):
        case = self.case_in_first_contact_sent()
        late = self.open_case(received_on=self.today(-40))
        self.advance(seconds=1)
        feeds = [self.call(CO, "POST", "/feeds", {}).json() for _ in range(2)]
        secret = feeds[0]["address"].rsplit("/", 1)[-1].removesuffix(".ics")
        absence = self.call(CO, "POST", "/absences", {
            "from": "2030-01-07", "until": "2030-01-11", "reason": "leave"}).json()
        ids = {"cases": case, "absences": absence["id"], "feeds": feeds[1]["id"], "workflows": "preorientation",
               "tasks": self.get(AA, f"/cases/{late}")["tasks"][0]["id"],
               "transmissions": self.walk(AA, f"/transmissions?case={case}")[0]["id"],
               "messages": self.walk(AA, f"/messages?case={case}")[0]["id"], "templates": "reminder",
               "signatories": "reminder", "tokens": "00000000-0000-4000-8000-000000000000",
               "committees": self.call(CO, "POST", "/committees", {"held_on": self.today()}).json()["id"],
               "proposals": self.call(AA, "POST", "/committee-proposals", {"dates": ["2030-01-07"]}).json()["id"],
               "sessions": self.call(CO, "POST", "/sessions", {"entry_on": self.today(99), "capacity": 1}).json()["id"]}
        self.call(CO, "POST", f"/cases/{case}/team", {"login": "trainer"})
        ids["views"] = self.call(CO, "POST", "/views", {"name": "Mes retards", "filters": {}}).json()["id"]
        self.call(CO, "PUT", f"/committees/{ids['committees']}/minutes", {"present": [{"role": CO, "name": "x"}]})
        ids["accounts"] = self.house.account_path("trainer").split("/")[-1]
        spare = {"sessions": self.call(CO, "POST", "/sessions", {"entry_on": self.today(99), "capacity": 1}).json()["id"]}
        for method, address in sorted(self.operations):
            known = ids | spare if method == "DELETE" else ids
            with self.subTest(f"{method} {address}"):
                target = re.sub(r"(\w+)/\{id\}", lambda match: f"{match[1]}/{known[match[1]]}", address)
                target = target.replace("{secret}", secret).replace("{template}", "stay_contract")
                target = target.replace("{case}", case).replace("{name}", "policy")
                answer = self.house.send(CO, method, target, b"{}" if method != "GET" else None)
                self.assertNotIn(answer.status, (404, 405, 500, 501))
                self.assertIn(str(answer.status), self.document["paths"][address][method.lower()]["responses"])

    def test_every_call_of_the_contract_is_described(self):
        wanted = """POST /cases|GET /cases/{id}|GET /cases|POST /cases/{id}/events|GET /cases/{id}/history
            POST /cases/{id}/corrections|POST /committees|POST /sessions|GET /committees|GET /sessions|GET /overdue
            GET /tasks|POST /tasks/{id}/done|GET /messages|GET /transmissions|POST /transmissions/{id}/confirm
            GET /workflows|GET /workflows/{id}|GET /clock|PUT /clock|PATCH /cases/{id}|GET /openapi.json"""
        calls = {tuple(call.split()) for line in wanted.splitlines() for call in line.strip().split("|")}
        described = {(method, address.removeprefix("/api/v1")) for method, address in self.operations}
        calls |= {("GET", "/livez"), ("GET", "/readyz"), ("GET", "/metrics")}
        self.assertEqual(set(), calls - described)

    def test_every_event_of_the_workflow_has_the_schema_that_the_case_shows(self):
        schemas = self.document["components"]["schemas"]
        case = self.case_in_first_contact_sent()
        for action in self.get(AA, f"/cases/{case}")["actions"]:
            described = dict(schemas[f"preorientation.{action['event']}"])
            described.pop("title", None)
            self.assertEqual(action["data_schema"], described)

    def test_what_changes_a_case_takes_a_key_and_says_so(self):
        for method, address in (("post", "/api/v1/cases"), ("post", "/api/v1/cases/{id}/events"),
                                ("patch", "/api/v1/cases/{id}"), ("post", "/api/v1/cases/{id}/corrections")):
            names = {item["name"] for item in self.document["paths"][address][method]["parameters"]}
            self.assertIn("Idempotency-Key", names)
