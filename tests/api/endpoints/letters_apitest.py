"""Letters and documents: read, printed in a batch, posted, come back; the texts that make them."""
import time

from endpoint import AA, CO, NOBODY, EndpointTest

ADMIN = "administrator"
LONG_ENOUGH_S = 30


class LettersTest(EndpointTest):
    def case_with_a_letter(self, **person):
        case = self.open_case(person_fields={"address": "3 rue de l’Église, 12400 Saint-Affrique"} | person)
        self.act(AA, case, "send_first_contact")
        return case, self.prepared(case)

    def prepared(self, case):
        """The case's one letter, once the outbox has made it."""
        end = time.monotonic() + LONG_ENOUGH_S
        while time.monotonic() < end:
            [letter] = self.get(AA, f"/messages?case={case}")["items"]
            if letter["status"] == "prepared":
                return letter["id"]
        self.fail("the letter is not prepared")

    def letter_tasks(self, case, who=AA):
        kinds = [item["kind"] for item in self.walk(who, "/tasks") if item["case"] == case]
        return [kind for kind in kinds if kind.startswith("letter_")]


class Reading(LettersTest):
    def test_a_letter_is_a_page_or_a_pdf_as_the_client_wishes(self):
        _, letter = self.case_with_a_letter()
        page = self.call(AA, "GET", f"/messages/{letter}/letter")
        self.assertEqual((200, "text/html; charset=utf-8"), (page.status, page.header("content-type")))
        self.assertIn("Camille Soulier", page.body.decode())
        self.assertIn("default-src 'none'", page.header("content-security-policy"))
        for path, headers in ((f"/messages/{letter}/letter.pdf", {}),
                              (f"/messages/{letter}/letter", {"Accept": "application/pdf"})):
            pdf = self.call(CO, "GET", path, headers=headers)
            self.assertEqual((200, "application/pdf"), (pdf.status, pdf.header("content-type")))
            self.assertTrue(pdf.body.startswith(b"%PDF-"))
            self.assertNotIn("Soulier", pdf.header("content-disposition"), "no name in a file's name")

    def test_a_letter_is_for_those_who_see_its_case(self):
        _, letter = self.case_with_a_letter()
        address = f"/messages/{letter}/letter"
        self.assertEqual(200, self.call("partner_of_12", "GET", address).status)
        for who in ("partner_of_48", "neighbour"):
            self.assert_problem(self.call(who, "GET", address), 404, "not_found")
        self.assert_problem(self.call(ADMIN, "GET", address), 403, "role_not_allowed")
        self.assert_problem(self.call(AA, "GET", f"/messages/{NOBODY}/letter"), 404, "not_found")
        self.assert_problem(self.call(AA, "GET", "/messages/x/letter"), 404, "not_found")

    def test_a_batch_is_one_pdf_and_names_what_it_lacks(self):
        letters = [self.case_with_a_letter()[1] for _ in range(2)]
        pdf = self.call(AA, "POST", "/letters", {"messages": letters})
        self.assertEqual((200, "application/pdf"), (pdf.status, pdf.header("content-type")))
        self.assertTrue(pdf.body.startswith(b"%PDF-"))
        refused = self.call(AA, "POST", "/letters", {"messages": [letters[0], NOBODY]})
        self.assert_problem(refused, 422, "invalid_data")
        self.assertEqual(["/messages/1"], refused.pointers())
        for wrong in ([], ["x"], "x", [1], letters * 51):
            self.assert_problem(self.call(AA, "POST", "/letters", {"messages": wrong}), 422, "invalid_data")


class Posting(LettersTest):
    def test_a_letter_is_a_task_until_it_is_posted(self):
        case, letter = self.case_with_a_letter()
        self.assertEqual(["letter_to_post"], self.letter_tasks(case))
        self.assertEqual(["transmission"], [task["kind"] for task in self.get(AA, f"/cases/{case}")["tasks"]])
        self.assert_refused(case, 409, "not_allowed_here", lambda: self.call(AA, "POST", f"/tasks/{letter}/done"))
        self.assert_refused(case, 422, "invalid_data",
                            lambda: self.call(AA, "POST", f"/messages/{letter}/posted", {"on": self.today(1)}))
        self.assert_refused(case, 403, "role_not_allowed",
                            lambda: self.call(CO, "POST", f"/messages/{letter}/posted", {"on": self.today()}))
        self.assert_refused(case, 404, "not_found",
                            lambda: self.call(AA, "POST", f"/messages/{NOBODY}/posted", {"on": self.today()}))
        answer = self.call(AA, "POST", f"/messages/{letter}/posted", {"on": self.today()})
        self.assertEqual(200, answer.status, answer.body)
        self.assertEqual(self.today(), answer.json()["posted_on"])
        self.assertEqual([], self.letter_tasks(case))
        last = self.walk(AA, f"/cases/{case}/history")[-1]
        self.assertEqual(("letter_posted", AA, letter), (last["event"], last["actor"], last["data"]["message"]))

    def test_a_letter_that_comes_back_is_a_task(self):
        case, letter = self.case_with_a_letter()
        back = {"on": self.today(), "reason": "N’habite pas à l’adresse indiquée"}
        self.assert_refused(case, 409, "not_allowed_here",
                            lambda: self.call(AA, "POST", f"/messages/{letter}/returned", back))
        self.call(AA, "POST", f"/messages/{letter}/posted", {"on": self.today()})
        self.assert_refused(case, 422, "invalid_data",
                            lambda: self.call(AA, "POST", f"/messages/{letter}/returned", {"on": self.today()}))
        self.assertEqual(200, self.call(AA, "POST", f"/messages/{letter}/returned", back).status)
        self.assertEqual(["letter_returned"], self.letter_tasks(case))
        self.assertEqual(200, self.call(AA, "POST", f"/tasks/{letter}/done").status)
        self.assertEqual([], self.letter_tasks(case))
        events = [entry["event"] for entry in self.walk(AA, f"/cases/{case}/history")]
        self.assertEqual(["open_case", "send_first_contact", "letter_posted", "letter_returned"], events)
        self.act(AA, case, "record_interest")  # the case goes on from there


class Documents(LettersTest):
    def test_a_document_is_made_once_the_case_knows_what_it_says(self):
        case = self.open_case()
        address = f"/cases/{case}/documents/"
        self.assert_refused(case, 409, "not_allowed_here", lambda: self.call(AA, "GET", address + "entry_certificate"))
        self.assert_refused(case, 404, "not_found", lambda: self.call(AA, "GET", address + "diploma"))
        self.assert_refused(case, 409, "not_allowed_here", lambda: self.call(AA, "GET", address + "acknowledgement"))
        self.assert_problem(self.call(AA, "GET", f"/cases/{NOBODY}/documents/stay_contract"), 404, "no_such_case")
        self.assert_problem(self.call("partner_of_12", "GET", address + "stay_contract"), 403, "role_not_allowed")


class Templates(LettersTest):
    def test_a_broken_text_is_refused_with_line_and_reason(self):
        refused = self.call(ADMIN, "PUT", "/templates/reminder",
                            {"text": "Objet : x\n\n<p>{{nom}}</p>\n{{#plain}}\n"})
        self.assert_problem(refused, 422, "invalid_data")
        self.assertEqual(["ligne 3 : la donnée « nom » n’existe pas",
                          "ligne 4 : la section « plain » ne se ferme pas"],
                         [error["message"] for error in refused.json()["errors"]])
        self.assertFalse(self.get(ADMIN, "/templates/reminder")["own"])

    def test_a_letter_says_which_version_made_it(self):
        shipped = self.get(ADMIN, "/templates/first_contact")
        self.assertTrue(shipped["version"].startswith("jalon-"))
        answer = self.call(ADMIN, "PUT", "/templates/first_contact",
                           {"text": "Objet : Bonjour\n\n<p>Le dossier {{reference}} attend la RQTH.</p>"})
        self.assertEqual((200, True), (answer.status, answer.json()["own"]), answer.body)
        self.assertIn("RQTH", answer.json()["remarks"][0])
        case, letter = self.case_with_a_letter()
        [message] = self.get(AA, f"/messages?case={case}")["items"]
        self.assertEqual(answer.json()["version"], message["template_version"])
        self.assertIn("attend la RQTH", self.call(AA, "GET", f"/messages/{letter}/letter").body.decode())
        back = self.call(ADMIN, "DELETE", "/templates/first_contact").json()
        self.assertEqual((False, shipped["version"]), (back["own"], back["version"]))
        versions = self.get(ADMIN, "/templates/first_contact/versions")["items"]
        self.assertEqual((None, "Objet : Bonjour"), (versions[0]["text"], versions[1]["text"].split("\n")[0]))

    def test_a_text_can_be_looked_at_before_it_is_kept(self):
        address = "/templates/reminder/sample"
        page = self.call(ADMIN, "POST", address, {"text": "Objet : Essai\n\n<p>Bonjour {{person.given_name}}</p>\n"})
        self.assertEqual((200, "text/html; charset=utf-8"), (page.status, page.header("content-type")))
        self.assertIn("Bonjour Camille", page.body.decode())
        self.assertFalse(self.get(ADMIN, "/templates/reminder")["own"])
        usual, plain = (self.call(AA, "POST", address, {"language": language}).body for language in ("usual", "plain"))
        self.assertNotEqual(usual, plain)
        pdf = self.call(AA, "POST", address, {}, headers={"Accept": "application/pdf"})
        self.assertTrue(pdf.body.startswith(b"%PDF-"))
        for body in ({"text": "Objet : x\n\n{{#plain}}\n"}, {"language": "falc"}):
            self.assert_problem(self.call(AA, "POST", address, body), 422, "invalid_data")
        self.assert_problem(self.call(AA, "POST", "/templates/none/sample", {}), 404, "not_found")

    def test_texts_are_edited_by_the_administrator_only(self):
        self.assertIn("convocation", [item["name"] for item in self.get(AA, "/templates")["items"]])
        self.assert_problem(self.call(AA, "PUT", "/templates/reminder", {"text": "Objet : x\n"}), 403,
                            "role_not_allowed")
        self.assert_problem(self.call(AA, "DELETE", "/templates/reminder"), 403, "role_not_allowed")
        self.assert_problem(self.call(ADMIN, "GET", "/templates/none"), 404, "not_found")


class Signatories(LettersTest):
    def tearDown(self):
        self.call(ADMIN, "DELETE", "/settings/signatories/first_contact")

    def put(self, who=ADMIN, letter="first_contact", **body):
        return self.call(who, "PUT", f"/settings/signatories/{letter}", body)

    def of(self, letter):
        return next(item for item in self.walk(CO, "/settings/signatories") if item["template"] == letter)

    def page(self):
        _, letter = self.case_with_a_letter()
        return self.call(AA, "GET", f"/messages/{letter}/letter").body.decode()

    def test_a_kind_of_letter_is_signed_by_its_own_signatory_and_the_others_by_the_letter_head(self):
        self.assertIsNone(self.of("first_contact")["name"])
        self.assertNotIn("Dr Paul Mazars", self.page())
        answer = self.put("deputy_director", name="Dr Paul Mazars", title="médecin")
        self.assertEqual((200, {"template": "first_contact", "name": "Dr Paul Mazars", "title": "médecin"}),
                         (answer.status, answer.json()))
        page = self.page()
        self.assertIn("Dr Paul Mazars", page)
        self.assertIn("médecin", page)
        self.assertIsNone(self.of("admission_file")["name"])
        self.assertEqual(200, self.call(ADMIN, "DELETE", "/settings/signatories/first_contact").status)
        self.assertNotIn("Dr Paul Mazars", self.page())

    def test_what_cannot_be_is_refused_and_changes_nothing(self):
        for body, pointer in (({}, "/name"), ({"name": " "}, "/name"), ({"name": "x" * 201}, "/name"),
                              ({"name": "x", "title": 3}, "/title"), ({"name": "x", "role": "y"}, "/role")):
            answer = self.put(**body)
            self.assert_problem(answer, 422, "invalid_data")
            self.assertIn(pointer, answer.pointers())
        for who in (AA, CO, "partner_of_12"):
            self.assert_problem(self.put(who, name="x"), 403, "role_not_allowed")
        for letter in ("nothing", "staff_digest"):
            self.assert_problem(self.put(letter=letter, name="x"), 404, "not_found")
        self.assertIsNone(self.of("first_contact")["name"])
