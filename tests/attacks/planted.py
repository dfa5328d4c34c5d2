"""Two people of whom every classified fact is known (workflows/preorientation_policy.cpp), and which of these facts
stand in an answer. Texts are words that stand nowhere else; figures are known by the name they are told by."""
import html
import io
import re
import subprocess
import zipfile

from endpoint import AA, CO

NAME = "Canarisoulier"
TEXTS = {
    "i": [NAME],
    "t": ["zzinteretzz", "zzappelzz", "zzsynthesezz", "zzobjectifzz", "zzrenvoizz"],
    "l": ["zzabandonzz", "zzrenoncezz"],
    "m": ["zzreportzz", "zzinterruptionzz"],
    "g": ["zzcotesocialezz", "zzcotemedicalezz"]}
FIGURES = {"s": {"social_urgency"}, "c": {"medical_urgency", "medically_stable"}}
TOLD = {"s": r"urgence sociale(\s*:?\s*([0-3](?![\d/])|oui)| signal)",
        "c": r"(urgence médicale( \(0 à 3\))?|médicale stabilisée)\s*:?\s*([0-3](?![\d/])|oui|non)"}
TASKS = {"social_urgency"}


class Planted:
    """`test`: a CommitteeTest. The case went all the way to an abandoned stay; the other one renounced."""

    def __init__(self, test):
        self.test = test
        self.committee, self.session = test.committee(days=0), test.session(days=0)
        self.case = test.listed(self.committee, person_fields={"family_name": NAME})
        self._decided()
        self._postponed()
        self._stayed()
        self.reference = self._reported()
        self.renounced = test.case_in_first_contact_sent(person_fields={"family_name": NAME})
        test.act(AA, self.renounced, "renounce", {"reason": "zzrenoncezz"})
        self.ids = {"cases": self.case, "committees": self.committee, "sessions": self.session} | {
            kind: self._last(f"/{kind}?case={self.case}") for kind in ("messages", "transmissions")}

    def act(self, who, event, data=None):
        return self.test.act(who, self.case, event, data)

    def _last(self, path):
        return self.test.walk(CO, path)[-1]["id"]

    def _decided(self):
        test = self.test
        self.act(AA, "add_note", {"kind": "call", "text": "zzappelzz"})
        test.grade("social_worker", self.committee, self.case, "social", 2, "zzcotesocialezz")
        test.grade("doctor", self.committee, self.case, "medical", 1, "zzcotemedicalezz")
        test.consent(self.case)
        self.act(CO, "open_review")
        self.act(CO, "decide", {"outcome": "retained", "aim": "Projet", "choice": "person", "social_urgency": 2,
                                "medical_urgency": 1})
        test.call(AA, "PUT", f"/committees/{self.committee}/minutes",
                  {"present": [{"role": CO, "name": "Claire Soulié"}]})

    def _seated(self):
        self.act(CO, "assign_session", {"session": self.session})
        self.act(AA, "send_dates_letter")

    def _postponed(self):
        self._seated()
        self.act(CO, "hold_pre_reception", {"attended": False, "medically_stable": False, "social_urgency": True})
        self.act("doctor", "postpone_for_health", {"note": "zzreportzz"})
        self.act("doctor", "confirm_stable")

    def _stayed(self):
        self._seated()
        self.act(CO, "hold_pre_reception", {"attended": True, "medically_stable": True, "social_urgency": True})
        self.act(AA, "send_convocation")
        self.act(CO, "record_entry", {"entered_on": self.test.today()})
        self.act(CO, "hold_initial_synthesis", {"summary": "zzsynthesezz"})
        self.act("referent", "draft_project", {"objectives": "zzobjectifzz"})
        self.act("doctor", "interrupt_for_health", {"note": "zzinterruptionzz"})
        self.act(CO, "abandon", {"reason": "zzabandonzz"})

    def _reported(self):
        self.act("referent", "submit_report", {"recommendation": "ordinary_employment", "placement_aid": False,
                                               "person_view": "agrees"})
        return self.act(CO, "return_report", {"comment": "zzrenvoizz"})["reference"]


def text_of(answer):
    kind, body = answer.header("content-type") or "", answer.body
    if kind.startswith("application/pdf"):
        return subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True, check=True).stdout.decode()
    if "spreadsheet" in kind:
        with zipfile.ZipFile(io.BytesIO(body)) as sheets:
            body = b" ".join(sheets.read(name) for name in sheets.namelist() if name.endswith(".xml"))
    text = body.decode(errors="replace")
    return html.unescape(re.sub(r"<[^>]*>", " ", text)) if b"<" in body else text


def names_told(value):
    """The name of each figure or text that a document tells, and the tasks that are one."""
    if isinstance(value, dict):
        yield from (key for key, each in value.items() if each is not None and not isinstance(each, (dict, list)))
        yield from TASKS & {each for each in value.values() if isinstance(each, str)}
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from names_told(each)


def facts_in(answer):
    """The classes of the facts that stand in an answer."""
    text = text_of(answer)
    found = {each for each, words in TEXTS.items() if any(word.lower() in text.lower() for word in words)}
    found |= {each for each, words in TOLD.items() if re.search(words, text, re.I)}
    if "json" in (answer.header("content-type") or ""):
        told = set(names_told(answer.json()))
        found |= {each for each, names in FIGURES.items() if names & told}
    return found
