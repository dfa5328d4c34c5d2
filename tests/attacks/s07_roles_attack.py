"""S07, without a role: what no log-in is asked for is a column of the table docs/authorization.tsv, so that a route is
never open by forgetting; all else is refused, and no row changes. Roles: s07_matrix_attack.py; which facts they read
of a case: there, tests/engine/access and need_to_know_apitest.py; which events they may submit: the tables of the
workflow."""
import matrix
from attack import AttackTest, filled

NO_LOG_IN = {line.name for line in matrix.read() if line.open}


def name_of(route):
    return f"{route['method']} {route['address']}"


class Roles(AttackTest):
    def test_S07_what_is_open_to_all_is_a_short_list(self):
        everything = self.routes["pages"] + self.routes["endpoints"]
        self.assertEqual(12, len(NO_LOG_IN))
        self.assertEqual(NO_LOG_IN, {name_of(route) for route in everything if route["open_to_all"]})

    def test_S07_without_logging_in_all_else_is_refused(self):
        before, browser = self.state(), self.browser()
        for route in self.routes["endpoints"]:
            if name_of(route) not in NO_LOG_IN:
                body = None if route["method"] in ("GET", "DELETE") else {"a": 1}
                answer = self.house.send(None, route["method"], filled(route["address"]), body)
                self.assertEqual(401, answer.status, name_of(route))
        for route in self.routes["pages"]:
            if name_of(route) not in NO_LOG_IN:
                address = filled(route["address"])
                answer = browser.get(address) if route["method"] == "GET" else browser.post(address, {})
                self.assertEqual((303, "/connexion"), (answer.status, answer.header("location").split("?")[0]))
        self.assertEqual(before, self.state())
