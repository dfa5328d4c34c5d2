"""S02, scripts in what people type: payloads in each text that a case, a committee, a session, a list and an
account keep, then every page that the program lists, read twice. A parser of HTML finds no element and no attribute
that a payload made; Chromium runs none of them and reports no breach of the policy (scripts.mjs)."""
import html.parser
import os
import subprocess

from attack import ALL_ROLES, AttackTest, filled
from endpoint import AA, CO
from server import PASSWORD

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "../..")
CANARY = "canari"  # each payload would make an element or attribute of that name, or call it
PAYLOADS = [line for line in open(os.path.join(HERE, "../data/scripts.txt"), encoding="utf-8").read().split("\n") if line]
BROWSED_WITHIN_S = 120
QUERY_FIELDS = ("tri", "q", "etat", "role", "mdph", "page")
FORM_FIELDS = ("q", "family_name", "given_name", "text", "identifiant", "held_on")
RUNNING = ("href", "src", "action", "formaction", "data", "srcdoc", "style", "xlink:href", "poster", "background")


class Elements(html.parser.HTMLParser):
    """What an answer makes of a payload besides text and values."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if CANARY in tag:
            self.found.append(self.get_starttag_text())
        for name, value in attributes:
            scheme = (value or "").strip().lower().replace("\t", "").replace("\n", "")
            runs = name in RUNNING and scheme.split(":")[0] in ("javascript", "vbscript", "data") and CANARY in scheme
            if CANARY in name or name.startswith("on") or runs or (name in ("style", "srcdoc") and CANARY in scheme):
                self.found.append(self.get_starttag_text())


class Scripts(AttackTest):
    def fill(self):
        """Everywhere a text is kept: all payloads in long texts, one each in short ones."""
        references, everything = [], " ".join(PAYLOADS)[:3900]
        for number, payload in enumerate(PAYLOADS):
            case = self.open_case(AA, person_fields={
                "family_name": payload.replace("\t", " "), "given_name": PAYLOADS[-1 - number].replace("\t", " "),
                "phone": payload[:60],
                "address": everything[:900], "legal_representative": payload,
                "resource_person": payload}, decision_id=payload[:60])
            references.append(self.get(AA, f"/cases/{case}")["reference"])
        self.act(AA, case, "send_first_contact")
        self.act(AA, case, "add_note", {"kind": "call", "text": everything})
        self.call(ALL_ROLES, "POST", "/views", {"name": PAYLOADS[0][:60], "filters": {}})
        self.call(CO, "POST", "/committee-proposals", {"dates": ["2031-01-08"], "note": everything[:400]})
        self.call("administrator", "POST", "/tokens", {"login": ALL_ROLES, "name": PAYLOADS[1][:60]})
        self.call("administrator", "POST", "/accounts", {
            "login": "ecrit", "name": PAYLOADS[2][:100], "roles": ["trainer"]})
        self.call("administrator", "PUT", "/settings/signatories/reminder", {
            "name": PAYLOADS[3][:100], "title": PAYLOADS[4][:100]})
        self.call(CO, "POST", f"/cases/{case}/exceptional-accesses", {"reason": everything[:400]})
        self.call(CO, "POST", "/absences", {"from": "2035-01-07", "until": "2035-01-11", "reason": "leave"})
        return references

    def addresses(self, references):
        for reference in references[-1:]:
            for route in self.pages("GET"):
                if not route["address"].endswith((".pdf", "/evenements", ".json", ".csv", ".xlsx", "{name}")):
                    yield filled(route["address"], reference=reference)
        for payload in PAYLOADS:
            yield "/dossiers?" + "&".join(f"{name}={html_quoted(payload)}" for name in QUERY_FIELDS)
            yield f"/connexion?suite=/{html_quoted(payload)}"

    def test_S02_no_payload_becomes_an_element_an_attribute_or_a_script(self):
        references = self.fill()
        browser = self.browser(ALL_ROLES)
        addresses, shown = sorted(set(self.addresses(references))), 0
        for address in addresses:
            answer = browser.get(address)
            self.assertEqual([], Elements(answer.body.decode(errors="replace")).found, address)
            shown += CANARY in answer.body.decode(errors="replace")
        for address in ("/dossiers", "/dossiers/nouveau", "/connexion", "/commissions"):
            token = self.token_of(browser)
            for payload in PAYLOADS:
                fields = {"jeton": token} | dict.fromkeys(FORM_FIELDS, payload)
                self.assertEqual([], Elements(browser.post(address, fields).body.decode()).found, address)
        print(f"{len(PAYLOADS)} payloads, {len(addresses)} addresses, on {shown} pages one was in sight")
        self.assertGreater(shown, 10)
        self.in_chromium(list(dict.fromkeys(addresses))[-45:])

    def in_chromium(self, addresses):
        node = os.path.join(ROOT, "node_modules/.bin/node")
        done = subprocess.run(
            [node, os.path.join(HERE, "scripts.mjs"), f"http://{self.house.server.address}", "espo", ALL_ROLES,
             PASSWORD],
            input="\n".join(addresses), cwd=ROOT, timeout=BROWSED_WITHIN_S, check=False, capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stdout[-2000:] + done.stderr[-2000:])
        print(done.stdout.strip())


def html_quoted(text):
    return "".join(f"%{byte:02x}" if byte not in b"abcdefghijklmnopqrstuvwxyz" else chr(byte) for byte in text.encode())
