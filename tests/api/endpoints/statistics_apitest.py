"""What the establishment reports of a period: by address or as a sheet, each figure with its base."""
import xlsx
from endpoint import AA, CO, EndpointTest


class Statistics(EndpointTest):
    def test_figures_of_a_period_say_what_they_are_counted_on(self):
        answer = self.call(CO, "GET", "/statistics?from=2026-01-01&to=2026-12-31")
        self.assertEqual(200, answer.status, answer.body)
        figures = {figure["id"]: figure for figure in answer.json()["figures"]}
        for figure in figures.values():
            self.assertTrue(figure["base_label"], figure)
            self.assertLessEqual(figure.get("count", 0), figure["base"], figure)
        channels = figures["by_channel"]
        self.assertEqual(channels["base"], sum(row["count"] for row in channels["rows"]))

    def test_the_same_figures_come_as_a_sheet(self):
        answer = self.call(CO, "GET", "/statistics.xlsx?from=2026-01-01&to=2026-12-31")
        self.assertEqual(200, answer.status)
        self.assertIn("Premier contact dans les 15 jours", str(xlsx.read(answer.body)))

    def test_without_days_it_is_the_year_so_far(self):
        answer = self.call(CO, "GET", "/statistics").json()
        self.assertEqual("01-01", answer["from"][5:])

    def test_only_those_who_coordinate_may_and_a_wrong_period_is_refused(self):
        self.assert_problem(self.call(AA, "GET", "/statistics"), 403, "role_not_allowed")
        for wrong in ("from=soon", "from=2026-02-01&to=2026-01-01", "from=1990-01-01", "since=2026-01-01"):
            self.assert_problem(self.call(CO, "GET", f"/statistics?{wrong}"), 422, "invalid_data")
