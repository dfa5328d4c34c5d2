"""The surface of HTTP: methods, unknown addresses, headers on every answer, the service's own health."""
import socket

from endpoint import AA, CO, NOBODY, EndpointTest

NO_STORE = {
    "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": "max-age=63072000; includeSubDomains"}


class Surface(EndpointTest):
    def root(self, method, target, who=None, body=None, headers=None):
        return self.house.send(who, method, target, body, headers)

    def assert_guarded(self, answer):
        for name, value in NO_STORE.items():
            self.assertEqual(value, answer.header(name), f"{name} of a {answer.status}")
        policy = answer.header("content-security-policy")
        for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
            self.assertIn(part, policy)
        self.assertNotIn("unsafe", policy)
        self.assertTrue(answer.header("permissions-policy"))
        self.assertIsNone(answer.header("server"))

    def test_every_answer_carries_the_security_headers(self):
        case = self.case_in_first_contact_sent()
        events = f"/api/v1/cases/{case}/events"
        answers = [
            self.root("GET", "/livez"), self.root("GET", "/readyz"), self.root("GET", "/metrics"),
            self.root("GET", "/api/v1/openapi.json"), self.root("GET", "/"), self.root("GET", "/nowhere"),
            self.root("GET", "/api/v1/cases"), self.root("GET", "/api/v1/cases", AA),
            self.root("DELETE", "/api/v1/cases", AA), self.root("POST", events, AA, b"{"),
            self.root("POST", events, AA, {"event": "decide"}), self.root("POST", events, AA, {"event": "none"}),
            self.root("POST", events, CO, {"event": "decide"}),
            self.root("POST", events, AA, {"event": "close_without_answer"}),
            self.root("POST", events, AA, {"event": "record_interest"}, {"If-Match": '"1"'}),
            self.root("POST", events, AA, b"a" * (1024 * 1024 + 1)),
            self.root("POST", "/api/v1/cases", AA, self.opening()),
            self.root("HEAD", f"/api/v1/cases/{case}", AA), self.root("OPTIONS", "/api/v1/cases", AA)]
        self.assertLessEqual({200, 201, 400, 401, 403, 404, 405, 409, 412, 413, 422},
                             {answer.status for answer in answers})
        for answer in answers:
            self.assert_guarded(answer)

    def test_a_request_that_is_no_http_gets_a_problem_with_the_headers_too(self):
        host, port = self.house.server.address.split(":")
        with socket.create_connection((host, int(port)), 10) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
            text = b""
            while part := connection.recv(65536):
                text += part
        self.assertTrue(text.startswith(b"HTTP/1.1 400 "), text[:40])
        self.assertIn(b"application/problem+json", text)
        self.assertIn(b"Content-Security-Policy: default-src 'none'", text)

    def test_head_answers_like_get_without_the_body(self):
        case = self.open_case()
        for path in ("/cases", f"/cases/{case}", f"/cases/{NOBODY}", "/workflows/preorientation"):
            get, head = self.call(AA, "GET", path), self.call(AA, "HEAD", path)
            self.assertEqual((get.status, b""), (head.status, head.body))
            for name in ("content-type", "content-length", "etag"):
                self.assertEqual(get.header(name), head.header(name), name)

    def test_a_method_that_the_address_does_not_know_is_405_with_those_it_knows(self):
        case = self.open_case()
        for method, path, allowed in (
                ("DELETE", "/cases", {"GET", "HEAD", "POST"}), ("PUT", "/cases", {"GET", "HEAD", "POST"}),
                ("DELETE", f"/cases/{case}", {"GET", "HEAD", "PATCH"}), ("GET", f"/cases/{case}/events", {"POST"}),
                ("POST", f"/cases/{case}/history", {"GET", "HEAD"}), ("PATCH", "/clock", {"GET", "HEAD", "PUT"}),
                ("OPTIONS", "/committees", {"GET", "HEAD", "POST"}), ("HEAD", f"/cases/{case}/events", {"POST"})):
            with self.subTest(f"{method} {path}"):
                before = self.trace(case)
                answer = self.call(AA, method, path)
                self.assertEqual(405, answer.status)
                self.assertEqual(allowed, set(answer.header("allow").split(", ")))
                self.assertEqual(before, self.trace(case))

    def test_an_unknown_address_is_a_problem_document_too(self):
        for target in ("/api", "/api/v1", "/api/v1/", "/api/v2/cases", "/api/v1/nothing",
                       "/api/v1//cases", "/api/v1/livez", "/api/v1/cases/x/y/z"):
            with self.subTest(target):
                self.assert_problem(self.root("GET", target, AA), 404, "not_found")

    def test_outside_the_api_an_unknown_address_is_a_page_in_words(self):
        for target in ("/API/v1/cases", "/cases", "/nothing"):
            with self.subTest(target):
                answer = self.root("GET", target, AA)
                self.assertEqual((404, "text/html; charset=utf-8"), (answer.status, answer.header("content-type")))
                self.assertIn("Revenir à ma journée", answer.body.decode())

    def test_a_path_that_climbs_or_hides_a_slash_is_refused(self):
        for target in ("/api/v1/../v1/cases", "/api/v1/cases/..%2f..", "/api/v1/%63ases/%00", "/api/v1/cases/%"):
            with self.subTest(target):
                self.assertIn(self.root("GET", target, AA).status, (400, 404))

    def test_methods_that_only_serve_attacks_are_malformed(self):
        for method in ("TRACE", "CONNECT"):
            self.assertEqual(400, self.root(method, "/api/v1/cases", AA).status)

    def test_the_service_says_that_it_lives_and_is_ready(self):
        for target in ("/livez", "/readyz"):
            self.assertEqual(200, self.root("GET", target).status)
        metrics = self.root("GET", "/metrics")
        self.assertTrue(metrics.header("content-type").startswith("text/plain"))
        text = metrics.body.decode()
        self.assertRegex(text, r'route="/cases/\{id\}/events"')
        self.assertNotIn("Soulier", text)
        self.assertNotRegex(text, r"[0-9a-f]{8}-[0-9a-f]{4}-", "no identifier in a metric")

    def test_problem_documents_name_themselves_in_french(self):
        answer = self.call(AA, "GET", f"/cases/{NOBODY}")
        document = self.assert_problem(answer, 404, "no_such_case")
        self.assertEqual(("/problems/no_such_case", "Ce dossier n'existe pas."), (
            document["type"], document["title"]))
