"""S06 and S07 by the table docs/authorization.tsv: every endpoint and every page by every role, on an object of one's
own establishment and on one of another. The status is what the table says, no answer holds facts of a class that the
table does not name, and no row changes. Each class that the table names is seen, so that it is not wider than it
must be, nor this blind."""
import collections

import matrix
from attack import ALL_ROLES, NEIGHBOUR_OF_ALL_ROLES, NOBODY, AttackTest
from belongings import Belongings
from committee_house import CommitteeTest
from endpoint import CO
from house import NEIGHBOUR
from planted import Planted, facts_in
from shapes import Shapes

LOGINS = {role: role for role in matrix.ROLES.values()} | {"mdph_partner": "partner_of_12"}
OTHER_PARTNER = "partner_of_48"
KINDS = {"taches": "tasks", "transmissions": "transmissions", "courriers": "messages", "listes": "views",
         "propositions": "committee-proposals", "comptes": "accounts", "jetons": "tokens", "agendas": "feeds",
         "commissions": "committees", "sessions": "sessions"}
# What stops before it answers: no number of the national system here; who has no day goes to the files or settings.
STOPS = {"GET /api/v1/transmissions/{id}/sdo": {422}, "GET /": {200, 303}}
PAPERS = (".pdf", ".xlsx", ".csv")
QUERIES = {"GET /api/v1/tasks": "?role=social_worker&limit=200"}  # those that the tests before left fill the first page
ANSWERED = {200, 303, 400, 404, 409, 422}
# Refused before the object is looked for, to its owner too: it tells nothing of it.
EARLIER = {"POST /api/v1/cases/{id}/exceptional-accesses": {409}}
FITTING = {"PATCH /api/v1/cases/{id}": {"person": {"phone": "05 65 00 00 00"}},
           "POST /api/v1/cases/{id}/team": {"login": "trainer"}}
LAST = ["POST /compte/sessions", "POST /deconnexion"]  # they end the session that asks


class Matrix(AttackTest, CommitteeTest):
    @classmethod
    def setUpClass(cls):
        cls.lines = sorted(matrix.read(), key=lambda line: LAST.index(line.name) + 1 if line.name in LAST else 0)

    def setUp(self):
        AttackTest.setUp(self)
        if "planted" not in vars(Matrix):
            self.settle()

    def settle(self):
        """Once for all tests: none of them changes any of it."""
        Matrix.shapes = Shapes(self.house.send(None, "GET", "/api/v1/openapi.json").json(), NOBODY)
        Matrix.planted, Matrix.ours = Planted(self), Belongings(self, ALL_ROLES)
        Matrix.theirs = Belongings(self, NEIGHBOUR_OF_ALL_ROLES)
        self.ours.ids |= self.planted.ids | {"workflows": "preorientation"}
        Matrix.browsers = {login: self.browser(login) for login in (*LOGINS.values(), OTHER_PARTNER)}
        Matrix.browsers[NEIGHBOUR_OF_ALL_ROLES] = self.browser(NEIGHBOUR_OF_ALL_ROLES, NEIGHBOUR)
        Matrix.tokens = {login: self.token_of(browser) for login, browser in self.browsers.items()}

    # ---- one request of a line ----
    def ask(self, line, login, ids, reference, body=None, query=""):
        """`ids`: whose things the address names."""
        if not line.is_page:
            return self.house.send(login, line.method, self.ours.address(line.address, ids) + query, body)
        address, browser = self.page_address(line.address, ids, reference), self.browsers[login]
        if line.method == "GET":
            return browser.get(address)
        return browser.post(address, {"jeton": self.tokens[login], "roles": "inconnu"})  # whose empty form says « none »

    def page_address(self, address, ids, reference):
        for part, kind in KINDS.items():
            for place in ("{id}", "{which}"):
                address = address.replace(f"{part}/{place}", f"{part}/{ids[kind]}")
        return self.ours.address(address.replace("{reference}", reference), ids)

    def sample(self, line):
        schema = self.shapes.body_schema(line.method, line.address)
        return None if schema is None else FITTING.get(line.name) or self.shapes.sample(schema)

    def names_an_object(self, line):
        return line.foreign == "404"

    def assert_unchanged(self, before, but=frozenset()):
        after = self.state()
        self.assertEqual([], [name for name in before if before[name] != after[name] and name not in but])

    # ---- what a role may not ----
    def test_S07_a_role_that_the_table_does_not_name_is_refused_and_nothing_changes(self):
        before, tried = self.state(), 0
        for line in self.lines:
            for role in (role for role in LOGINS if not line.may(role)):
                answer = self.ask(line, LOGINS[role], self.ours.ids, self.planted.reference, self.sample(line))
                self.assertEqual(403, answer.status, f"{line.name} {role}: {answer.body[:200]}")
                self.assertEqual(set(), facts_in(answer), f"{line.name} {role}")
                tried += 1
        print(f"{tried} refusals")
        self.assert_unchanged(before)

    # ---- what it may ----
    def roles_to_ask(self, line):
        """Papers take their time: of the roles that are shown the same, one."""
        permitted = [role for role in LOGINS if line.may(role)]
        one_of_each = {line.cells[role]: role for role in permitted}
        return list(one_of_each.values()) if line.address.endswith(PAPERS) else permitted

    def test_S07_a_reading_holds_the_classes_that_the_table_names_and_no_others(self):
        wrong, readings, theirs = [], 0, set(self.theirs.ids.values()) - {NEIGHBOUR_OF_ALL_ROLES}
        for line in (line for line in self.lines if line.method == "GET" and not line.open):
            if line.address.endswith("/evenements"):
                continue  # an answer that goes on, and holds a revision only
            seen, named = set(), set()
            for role in self.roles_to_ask(line):
                answer = self.ask(line, LOGINS[role], self.ours.ids, self.planted.reference,
                                  query=QUERIES.get(line.name, ""))
                facts = facts_in(answer)
                if any(each.encode() in answer.body for each in theirs):
                    wrong.append(f"{line.name} {role} is shown a thing of another establishment")
                if answer.status not in STOPS.get(line.name, {200}):
                    wrong.append(f"{line.name} {role}: {answer.status}")
                if facts - line.facts(role):
                    wrong.append(f"{line.name} {role} is shown {sorted(facts - line.facts(role))}")
                seen, named, readings = seen | facts, named | line.facts(role), readings + 1
            if named - seen:
                wrong.append(f"{line.name}: the table names {sorted(named - seen)}, which nobody is shown")
        print(f"{readings} readings")
        self.assertFalse(wrong, "\n".join(wrong))

    def write_in_vain(self, line, login):
        """What a role may do, so that it does nothing: a body that is refused, or a thing that nobody has."""
        nothing = dict.fromkeys(self.ours.ids, NOBODY)
        if line.is_page:
            return self.ask(line.naming("inconnu"), login, nothing, "2026-9999")
        if self.shapes.body_schema(line.method, line.address) is not None:
            return self.ask(line, login, self.ours.ids, "", {"inconnu": 1})
        return self.ask(line, login, nothing, "", query="" if self.names_an_object(line) else "?inconnu=1")

    def test_S07_a_role_that_the_table_names_is_not_refused(self):
        before, found, wrong = self.state(), collections.Counter(), []
        for line in (line for line in self.lines if line.method != "GET" and not line.open):
            for role in (role for role in LOGINS if line.may(role)):
                answer = self.write_in_vain(line, LOGINS[role])
                found[answer.status] += 1
                if answer.status not in ANSWERED:
                    wrong.append(f"{line.name} {role}: {answer.status}")
        print(dict(found))
        self.assertFalse(wrong, "\n".join(wrong))
        self.assert_unchanged(before, {"feed", "failed_log_in"})  # a calendar of one's own; an empty password

    # ---- another establishment's ----
    def test_S06_an_object_of_another_establishment_is_404_to_every_role_and_stays_as_it_is(self):
        before, tried, wrong = self.state(), 0, []
        for line in filter(self.names_an_object, self.lines):
            by_reference = "{reference}" in line.address
            for role in (role for role in LOGINS if line.may(role) and not by_reference):
                answer = self.ask(line, LOGINS[role], self.theirs.ids, "", self.sample(line))
                tried += 1
                if answer.status not in EARLIER.get(line.name, set()) | {404}:
                    wrong.append(f"{line.name} {role}: {answer.status} {answer.body[:150]}")
        print(f"{tried} foreign objects")
        self.assertFalse(wrong, "\n".join(wrong))
        self.assert_unchanged(before)

    def test_S06_a_case_of_another_department_is_404_to_a_partner(self):
        tried = 0
        for line in self.lines:
            of_a_case = any(f"{kind}/{{id}}" in line.address for kind in ("/cases", "/messages", "/transmissions"))
            if line.method == "GET" and line.may("mdph_partner") and (of_a_case or "{reference}" in line.address):
                answer = self.ask(line, OTHER_PARTNER, self.ours.ids, self.planted.reference)
                self.assertEqual((404, set()), (answer.status, facts_in(answer)), line.name)
                tried += 1
        self.assertGreater(tried, 10)

    def test_S06_a_reference_of_another_establishment_is_404_on_every_page(self):
        login, tried = NEIGHBOUR_OF_ALL_ROLES, 0
        before, theirs = self.state(), [each["reference"] for each in self.walk(login, "/cases")]
        reference = next(each["reference"] for each in self.walk(CO, "/cases") if each["reference"] not in theirs)
        for line in (line for line in self.lines if "{reference}" in line.address):
            answer = self.ask(line, login, self.ours.ids, reference)
            self.assertEqual(404, answer.status, line.name)
            tried += 1
        self.assertGreater(tried, 15)
        self.assert_unchanged(before)
