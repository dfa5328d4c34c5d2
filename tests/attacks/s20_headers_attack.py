"""S20, clickjacking, sniffing, caches, referrers: the exact set of headers on the answer of every route that the
program lists, to nobody and to somebody, whatever becomes of the request."""
from attack import ALL_ROLES, AttackTest, filled

EXACTLY = {
    "content-security-policy":
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; style-src 'self'; "
        "frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'",
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), "
        "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), "
        "publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()",
    "cache-control": "no-store"}
TELLING = ("server", "x-powered-by", "via", "access-control-allow-origin", "access-control-allow-credentials")


class Headers(AttackTest):
    def assert_exact(self, answer, what, cache="no-store"):
        for name, value in (EXACTLY | {"cache-control": cache}).items():
            self.assertEqual([value], [each for key, each in answer.headers if key.lower() == name], f"{name}: {what}")
        for name in TELLING:
            self.assertIsNone(answer.header(name), f"{name}: {what}")

    def test_S20_every_route_answers_nobody_and_somebody_with_the_exact_set(self):
        cookie, seen = {"Cookie": self.browser(ALL_ROLES).cookie, "Origin": "https://evil.example"}, set()
        for route in self.routes["pages"] + self.routes["endpoints"]:
            for method in (route["method"], "PURGE"):
                for headers in ({}, cookie):
                    answer = self.house.send(None, method, filled(route["address"]), None, headers)
                    self.assert_exact(answer, f"{method} {route['address']} {answer.status}")
                    seen.add(answer.status)
        self.assertLessEqual({200, 303, 400, 401, 403, 404, 405}, seen)

    def test_S20_only_files_named_by_their_content_are_kept(self):
        browser = self.browser()
        browser.get("/connexion")
        address = browser.text.split('rel="stylesheet" href="')[1].split('"')[0]
        self.assert_exact(browser.get(address), address, cache="public, max-age=31536000, immutable")

    def test_S20_a_download_is_a_file_and_no_page(self):
        case = self.open_case()
        for path in ("/cases.csv", "/cases.xlsx", "/statistics.xlsx", f"/cases/{case}/file"):
            answer = self.call(ALL_ROLES, "GET", path)
            self.assertEqual(200, answer.status, path)
            self.assert_exact(answer, path)
            self.assertNotIn("html", answer.header("content-type"))
        for path in ("/dossiers.csv", "/dossiers.xlsx", "/pilotage/statistiques.xlsx"):
            answer = self.browser(ALL_ROLES).get(path)
            self.assertTrue(answer.header("content-disposition").startswith("attachment; filename="), path)
