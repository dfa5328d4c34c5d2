"""S08, mass assignment: in each object of each body that the served document describes, fields that are not its own.
Each is named and refused, and no row changes."""
from attack import ALL_ROLES, AttackTest
from belongings import Belongings
from shapes import Shapes

INTRUDERS = {"role": "administrator", "roles": ["administrator"], "establishment": "voisin", "establishment_id": 1,
             "revision": 7, "version": 7, "id": "00000000-0000-4000-8000-000000000000", "reference": "2026-0001",
             "actor": "coordinator", "state": "closed", "disabled_at": None, "password_hash": "x", "__proto__": {},
             "constructor": {"prototype": {}}, "Role": "administrator", "inconnu": 1}
EACH_FOR_ITSELF = "/pre-reception"  # what else an item says is its event's data, refused with that case's own result


class MassAssignment(AttackTest):
    @classmethod
    def setUpClass(cls):
        cls.document = cls.house.send(None, "GET", "/api/v1/openapi.json").json()

    def refused(self, method, target, body, pointer):
        answer = self.house.send(ALL_ROLES, method, target, body)
        if target.endswith(EACH_FOR_ITSELF) and pointer.startswith("/results/"):
            self.assertEqual([False], [item["done"] for item in answer.json()["items"]])
            return
        self.assertEqual((422, "invalid_data"), (answer.status, answer.problem), f"{method} {target} {pointer}")
        named = {pointer, pointer.rsplit("/", 1)[0]}  # in lists, some refuse the item as a whole
        self.assertTrue(named & set(answer.pointers()), f"{method} {target} {pointer}: {answer.pointers()}")

    def test_S08_a_field_that_a_body_does_not_have_is_named_and_refused(self):
        ours = Belongings(self, ALL_ROLES)
        shapes, tried = Shapes(self.document, ours.case), 0
        before = self.state()
        for route in self.endpoints("POST", "PUT", "PATCH", "DELETE"):
            schema = shapes.body_schema(route["method"], route["address"])
            if schema is None:
                continue
            for pointer, changed in shapes.with_intruders(schema, shapes.sample(schema), INTRUDERS):
                with self.subTest(f"{route['method']} {route['address']} {pointer}"):
                    self.refused(route["method"], ours.address(route["address"]), changed, pointer)
                    tried += 1
        print(f"{tried} bodies")
        self.assertGreater(tried, 400)
        self.assertEqual(before, self.state())

    def test_S08_an_event_has_no_field_but_its_own(self):
        for case in (self.open_case(), self.case_in_first_contact_sent(), self.case_under_review()):
            for action in self.get(ALL_ROLES, f"/cases/{case}")["actions"]:
                with self.subTest(action["event"]):
                    answer = self.submit(ALL_ROLES, case, action["event"], {"establishment": "voisin"})
                    self.assertEqual((422, "invalid_data"), (answer.status, answer.problem), answer.body[:300])
                    self.assertIn("/data/establishment", answer.pointers())
