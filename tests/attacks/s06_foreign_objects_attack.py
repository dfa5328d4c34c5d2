"""S06, objects of another establishment: the identifiers of one establishment's things, used by an account of all
roles of another in paths, queries, bodies, batches and forms. Each answers as one that nobody has: the same status,
the same words; and no row changes."""
from attack import ALL_ROLES, NEIGHBOUR_OF_ALL_ROLES, NOBODY, AttackTest
from belongings import Belongings
from house import NEIGHBOUR
from shapes import Shapes, at, texts_of, with_text

# Which thing a field or parameter of that name is an identifier of.
KINDS = {"case": "cases", "cases": "cases", "committee": "committees", "session": "sessions", "messages": "messages"}


class ForeignObjects(AttackTest):
    def setUp(self):
        super().setUp()
        self.document = self.house.send(None, "GET", "/api/v1/openapi.json").json()
        self.ours, self.theirs = Belongings(self, ALL_ROLES), Belongings(self, NEIGHBOUR_OF_ALL_ROLES)
        self.nobodys = dict.fromkeys(self.ours.ids, NOBODY)
        self.before = self.state()

    def as_neighbour(self, method, target, body=None):
        answer = self.house.send(NEIGHBOUR_OF_ALL_ROLES, method, target, body)
        text = answer.body.decode(errors="replace")
        for each in (*self.ours.ids.values(), NOBODY):
            text = text.replace(each, "X")
        return answer.status, text

    def assert_like_nobodys(self, method, foreign, unknown, what):
        answer = self.as_neighbour(method, *foreign)
        self.assertEqual(self.as_neighbour(method, *unknown), answer, what)
        return answer[0]

    def test_S06_in_a_path_it_is_404_and_its_owner_finds_it(self):
        shapes, tried = Shapes(self.document, self.theirs.case), 0
        for route in self.endpoints("GET", "POST", "PUT", "PATCH", "DELETE"):
            if not self.ours.names_them(route["address"]):
                continue
            schema, method = shapes.body_schema(route["method"], route["address"]), route["method"]
            body = None if schema is None else shapes.sample(schema)
            foreign, unknown = self.ours.address(route["address"]), self.ours.address(route["address"], self.nobodys)
            status = self.assert_like_nobodys(method, (foreign, body), (unknown, body), f"{method} {foreign}")
            self.assertIn(status, (404, 409, 422), f"{method} {foreign}")
            tried += status == 404
        print(f"{tried} addresses")
        self.assertGreater(tried, 45)
        self.assertEqual(self.before, self.state())
        found = [route["address"] for route in self.endpoints("GET") if self.ours.names_them(route["address"]) and
                 self.house.send(ALL_ROLES, "GET", self.ours.address(route["address"])).status != 404]
        self.assertGreater(len(found), 15, "to their owner the same addresses answer")

    def test_S06_in_a_body_or_a_query_it_is_unknown(self):
        shapes, tried = Shapes(self.document, NOBODY), 0
        for route in self.endpoints("POST", "PUT", "PATCH"):
            schema = shapes.body_schema(route["method"], route["address"])
            body = None if schema is None else shapes.sample(schema)
            target = self.theirs.address(route["address"])
            for path in texts_of(body):
                if at(body, path) != NOBODY:
                    continue
                kind = next(KINDS[part] for part in reversed(path) if part in KINDS)
                foreign = with_text(body, path, self.ours.ids[kind])
                self.assert_like_nobodys(route["method"], (target, foreign), (target, body), f"{target} {path}")
                tried += 1
        self.assertGreater(tried, 4)
        for path in ("/messages?case=", "/transmissions?case=", "/cases?session=", "/case-counts?session="):
            self.assert_like_nobodys("GET", (f"/api/v1{path}{self.ours.ids[KINDS[path[:-1].split('?')[1]]]}",),
                                     (f"/api/v1{path}{NOBODY}",), path)
        self.assertEqual(self.before, self.state())

    def test_S06_an_event_knows_no_committee_or_session_of_another_house(self):
        case = self.theirs.case
        for event, field, kind in (("list_for_committee", "committee", "committees"),
                                   ("assign_session", "session", "sessions"),
                                   ("add_note", "committee", "committees")):
            bodies = [{"event": event, "data": {field: which}} for which in (self.ours.ids[kind], NOBODY)]
            status = self.assert_like_nobodys("POST", *((f"/api/v1/cases/{case}/events", each) for each in bodies), event)
            self.assertGreaterEqual(status, 400, event)
        self.assertEqual(self.before, self.state())

    def test_S06_pages_answer_like_for_nobodys(self):
        browser = self.browser(NEIGHBOUR_OF_ALL_ROLES, NEIGHBOUR)
        token, tried = self.token_of(browser), 0
        kinds = {"taches": "tasks", "transmissions": "transmissions", "courriers": "messages", "listes": "views",
                 "propositions": "committee-proposals", "comptes": "accounts", "jetons": "tokens", "agendas": "feeds",
                 "commissions": "committees", "sessions": "sessions"}
        for route in self.pages("GET", "POST"):
            for part, kind in kinds.items():
                for place in (f"{part}/{{id}}", f"{part}/{{which}}"):
                    if place not in route["address"]:
                        continue
                    statuses = [self.send(browser, route, place, part, each, token)
                                for each in (self.ours.ids[kind], NOBODY)]
                    self.assertEqual(statuses[1], statuses[0], route["address"])
                    self.assertIn(statuses[0], (404, 422), route["address"])
                    tried += 1
        self.assertGreater(tried, 30)
        self.assertEqual(self.before, self.state())

    @staticmethod
    def send(browser, route, place, part, identifier, token):
        address = route["address"].replace(place, f"{part}/{identifier}")
        fields = {"jeton": token, "on": "2026-03-02", "date": "2026-03-02"}
        return (browser.get(address) if route["method"] == "GET" else browser.post(address, fields)).status
