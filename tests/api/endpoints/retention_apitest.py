"""How long closed files are kept, which are due, and who may erase them."""
from endpoint import AA, CO, EndpointTest

DIRECTOR, ADMIN, NOBODY = "deputy_director", "administrator", "00000000-0000-4000-8000-000000000000"


class Retention(EndpointTest):
    def test_direction_and_administration_see_the_rule_and_what_is_due_others_do_not(self):
        for who in (DIRECTOR, ADMIN):
            self.assertEqual(24, self.get(who, "/settings/retention")["months"])
            self.assertEqual([], self.get(who, "/retention")["cases"])
            self.assertEqual([], self.get(who, "/retention?kept=true")["cases"])
            self.assertEqual([], self.get(who, "/retention/erasures")["items"])
        for who in (AA, CO, "trainer", "partner_of_12"):
            for path in ("/settings/retention", "/retention", "/retention/erasures"):
                self.assert_problem(self.call(who, "GET", path), 403, "role_not_allowed")

    def test_a_rule_out_of_bounds_is_refused_and_changes_nothing(self):
        for months in (5, 241, "24", None):
            self.assert_problem(self.call(DIRECTOR, "PUT", "/settings/retention", {"months": months}), 422,
                                "invalid_data")
        self.assertEqual(36, self.call(DIRECTOR, "PUT", "/settings/retention", {"months": 36}).json()["months"])
        self.assertEqual(24, self.call(DIRECTOR, "PUT", "/settings/retention", {"months": 24}).json()["months"])

    def test_only_the_direction_erases_with_the_word_and_nothing_that_is_not_due(self):
        case = self.open_case()
        body = {"cases": [case], "confirm": "effacer"}
        for who in (ADMIN, CO, AA):
            self.assert_problem(self.call(who, "POST", "/retention/erasures", body), 403, "role_not_allowed")
        for wrong in (body | {"confirm": "oui"}, body | {"cases": []}, body | {"cases": ["x"]},
                      body | {"cases": [case, case]}, {"cases": [case]}):
            self.assert_problem(self.call(DIRECTOR, "POST", "/retention/erasures", wrong), 422, "invalid_data")
        results = self.call(DIRECTOR, "POST", "/retention/erasures", body | {"cases": [case, NOBODY]}).json()["items"]
        self.assertEqual([(False, "Ce dossier n’est pas clos."), (False, "Ce dossier n’existe pas, ou n’existe plus.")],
                         [(result["done"], result["reason"]) for result in results])
        self.assertEqual(case, self.get(CO, f"/cases/{case}")["id"])
