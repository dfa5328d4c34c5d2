"""The committee's decisions in one batch: each by itself, a result for each."""
import uuid

from committee_house import RETAINED, CommitteeTest
from endpoint import AA, CO, NOBODY


class Decisions(CommitteeTest):
    def decide(self, committee, *decisions, headers=None):
        body = {"decisions": [{"case": case, "data": data} for case, data in decisions]}
        return self.results(CO, f"/committees/{committee}/decisions", body, headers)

    def test_each_case_gets_its_decision_and_its_result(self):
        committee = self.committee()
        first, second, third, fourth = (self.listed(committee) for _ in range(4))
        self.act(CO, fourth, "open_review")
        found = self.decide(
            committee, (first, RETAINED | {"rank": 1}), (second, {"outcome": "more_information", "reason": "Un avis"}),
            (third, {"outcome": "not_retained", "reason": "Autre service"}), (fourth, RETAINED | {"rank": 2}))
        self.assertTrue(all(item["done"] for item in found.values()), found)
        self.assertEqual(["retained", "waiting_committee", "closed_not_retained", "retained"],
                         [self.state(case) for case in (first, second, third, fourth)])
        self.assertEqual("retained", found[first]["states"]["journey"])

    def test_what_is_refused_stays_on_the_list_and_stops_none_of_the_others(self):
        committee = self.committee()
        good, bad, blocked, elsewhere = *(self.listed(committee) for _ in range(3)), self.listed(self.committee())
        before = [self.trace(case) for case in (bad, blocked, elsewhere)]
        found = self.decide(committee, (bad, {"outcome": "not_retained"}), (blocked, {"outcome": "retained"}),
                            (elsewhere, RETAINED), (NOBODY, RETAINED), (good, RETAINED))
        problems = {case: item["problem"]["type"].rsplit("/")[-1] for case, item in found.items() if not item["done"]}
        self.assertEqual({bad: "invalid_data", blocked: "refused", elsewhere: "not_allowed_here",
                          NOBODY: "no_such_case"}, problems)
        self.assertEqual("/data/reason", found[bad]["problem"]["errors"][0]["pointer"])
        self.assertEqual("aim_and_choice_recorded", found[blocked]["problem"]["blocked_by"][0]["guard"])
        self.assertEqual("retained", self.state(good))
        self.assertEqual("on_committee_list", found[bad]["states"]["journey"])
        self.assertNotIn("states", found[NOBODY])
        for case, trace in zip((bad, blocked, elsewhere), before):
            self.assertEqual(trace, self.trace(case))

    def test_the_same_batch_sent_again_decides_nothing_twice(self):
        committee, key = self.committee(), {"Idempotency-Key": str(uuid.uuid4())}
        first, second = self.listed(committee), self.listed(committee)
        once = self.decide(committee, (first, RETAINED), headers=key)
        revision = self.get(CO, f"/cases/{first}")["revision"]
        again = self.decide(committee, (first, RETAINED), (second, RETAINED), headers=key)
        self.assertEqual(once[first], again[first])
        self.assertTrue(again[second]["done"])
        self.assertEqual(revision, self.get(CO, f"/cases/{first}")["revision"])
        other = self.decide(committee, (first, RETAINED | {"rank": 9}), headers=key)
        self.assertEqual("/problems/key_reused", other[first]["problem"]["type"])
        unkeyed = self.decide(committee, (first, RETAINED))
        self.assertEqual("/problems/not_allowed_here", unkeyed[first]["problem"]["type"])

    def test_a_case_whose_review_was_opened_says_where_it_stands_and_goes_on_with_the_next_batch(self):
        """The review and the decision are two commits; here the second is refused, because its key was used."""
        committee, key = self.committee(), {"Idempotency-Key": str(uuid.uuid4())}
        case = self.listed(committee)
        self.act(CO, case, "open_review")
        self.decide(committee, (case, {"outcome": "more_information", "reason": "Un avis"}), headers=key)
        self.act(AA, case, "list_for_committee", {"committee": committee})
        found = self.decide(committee, (case, RETAINED), headers=key)[case]
        self.assertEqual("/problems/key_reused", found["problem"]["type"])
        self.assertEqual((False, "under_review"), (found["done"], found["states"]["journey"]))
        self.assertEqual(self.get(CO, f"/cases/{case}")["revision"], found["revision"])
        again = self.decide(committee, (case, RETAINED), headers={"Idempotency-Key": str(uuid.uuid4())})[case]
        self.assertEqual((True, "retained"), (again["done"], again["states"]["journey"]))
        events = [entry["event"] for entry in self.walk(CO, f"/cases/{case}/history")]
        self.assertEqual(["open_review", "decide"] * 2, [event for event in events if event in ("open_review", "decide")])

    def test_a_batch_that_is_none_is_refused_whole(self):
        committee = self.committee()
        case = self.listed(committee)
        address = f"/committees/{committee}/decisions"
        item = {"case": case, "data": RETAINED}
        for decisions, pointer in (([], "/decisions"), ("x", "/decisions"), ([item, item], "/decisions/1/case"),
                                   ([item, {"data": {}}], "/decisions/1/case"), ([item, 7], "/decisions/1/case"),
                                   ([item | {"outcome": "x"}], "/decisions/0/outcome"),
                                   ([{"case": case, "data": 3}], "/decisions/0/data"), ([item] * 101, "/decisions")):
            answer = self.assert_refused(case, 422, "invalid_data",
                                         lambda: self.call(CO, "POST", address, {"decisions": decisions}))
            self.assertIn(pointer, answer.pointers())
        self.assert_problem(self.call(AA, "POST", address, {"decisions": [item]}), 403, "role_not_allowed")
        self.assert_problem(self.call(CO, "POST", f"/committees/{NOBODY}/decisions", {"decisions": [item]}), 404,
                            "not_found")
