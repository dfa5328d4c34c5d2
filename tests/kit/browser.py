"""What a browser without JavaScript does: keeps the cookie, follows to the next page, sends back a form's hidden
fields with what was typed."""
import html
import re
import urllib.parse

from server import PASSWORD
from wire import exchange

FORM = re.compile(r"<form[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>", re.S)
HIDDEN = re.compile(r"<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
MOST_REDIRECTS = 3
FORM_TYPE = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


def who(login, password=PASSWORD, establishment="espo"):
    """What is typed to log in: this house has a neighbour on the same server, so that it is asked for too."""
    return {"etablissement": establishment, "identifiant": login, "mot_de_passe": password}


class Browser:
    def __init__(self, address):
        self.address, self.cookies, self.page = address, {}, None

    @property
    def cookie(self):
        """As a header says it; None without any."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items()) or None

    @cookie.setter
    def cookie(self, header):
        self.cookies = dict(pair.split("=", 1) for pair in header.split("; ")) if header else {}

    def get(self, target, headers=None):
        return self._keep(exchange(self.address, "GET", target, None, self._headers(headers)))

    def post(self, target, fields, headers=None):
        body = urllib.parse.urlencode(fields, doseq=True).encode()
        sent = {name: value for name, value in (FORM_TYPE | (headers or {})).items() if value is not None}
        return self._keep(exchange(self.address, "POST", target, body, self._headers(sent)))

    def send(self, action, typed):
        """Fills in and sends the form of the page in sight whose action is that address, and follows."""
        answer = self.post(action, {**self.hidden(action), **typed})
        for _ in range(MOST_REDIRECTS):
            if answer.status != 303:
                break
            answer = self.get(answer.header("location"))
        return answer

    def hidden(self, action):
        for found, content in FORM.findall(self.text):
            if html.unescape(found) == action:
                return {name: html.unescape(value) for name, value in HIDDEN.findall(content)}
        raise AssertionError(f"no form on the page has the action {action}")

    def log_in(self, login, password=PASSWORD, establishment="espo"):
        self.get("/connexion")
        return self.send("/connexion", who(login, password, establishment))

    @property
    def text(self):
        return self.page.body.decode()

    def _headers(self, more):
        return ({"Cookie": self.cookie} if self.cookie else {}) | (more or {})

    def _keep(self, answer):
        for name, value in answer.headers:
            if name.lower() != "set-cookie":
                continue
            key, _, content = value.split(";")[0].partition("=")
            if "Max-Age=0" in value:
                self.cookies.pop(key, None)
            else:
                self.cookies[key] = content
        self.page = answer
        return answer
