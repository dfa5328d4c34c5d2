"""A base with something in every kind of place, made by the real program: cases, corrections, consents, an exceptional
access, settings, accounts, and a case that was erased."""
from server import Server

START, LATER = "2026-03-02T09:00:00+01:00", "2028-06-02T09:00:00+02:00"
ROLES = ["admin_assistant", "coordinator", "deputy_director", "administrator", "trainer"]
SHEETS = ["administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"]


class Lively(Server):
    def __init__(self, program, *options):
        super().__init__(program, "--clock", "manual", "--now", START, *options)
        for role in ROLES:
            self.add_account(role)
        for months in (30, 24):
            self.ask("deputy_director", "PUT", "/settings/retention", {"months": months})

    def ask(self, role, method, path, body=None):
        status, answer = self.call(role, method, path, body)
        if status not in (200, 201):
            raise RuntimeError(f"{method} {path}: {status} {answer}")
        return answer

    def open(self, name, received="2026-03-01"):
        person = {"family_name": name, "given_name": "Zoé-Éléonore", "birth_date": "1990-01-02"}
        return self.ask("admin_assistant", "POST", "/cases", {
            "workflow": "preorientation", "person": person,
            "notification": {"channel": "paper", "received_on": received, "mdph": "12"}})["id"]

    def act(self, case, event, **data):
        return self.ask("admin_assistant", "POST", f"/cases/{case}/events", {"event": event, "data": data})

    def live(self, number):
        case = self.open(f"Essai {number}")
        self.act(case, "search_via_trajectoire", found=True, national_decision_id=str(number))
        self.act(case, "return_file", documents=SHEETS)
        self.ask("coordinator", "POST", f"/cases/{case}/corrections", {"back_to": 2, "reason": "Erreur (« \\ »), bis"})
        self.ask("coordinator", "POST", f"/cases/{case}/consents", {
            "purpose": "team", "consent": "given", "way": "oral"})
        self.ask("trainer", "POST", f"/cases/{case}/exceptional-accesses", {"reason": "Urgence, coordination absente"})
        return case

    def close(self, number):
        """A case that is closed, with nothing left to do."""
        first, second = self.open(f"Double {number}"), self.open(f"Double {number}")
        self.act(second, "confirm_duplicate", of_case=first)
        for task in self.ask("coordinator", "GET", "/tasks?limit=200")["items"]:
            if task.get("case") == second or task.get("case_id") == second:
                self.ask(task["role"], "POST", f"/tasks/{task['id']}/done")
        return second

    def erase(self, case):
        self.ask("administrator", "PUT", "/clock", {"now": LATER})
        result, = self.ask("deputy_director", "POST", "/retention/erasures",
                           {"cases": [case], "confirm": "effacer"})["items"]
        if not result["done"]:
            raise RuntimeError(str(result))

    def seal(self):
        return self.command("audit", "seal")
