"""What the tests of committees' and sessions' pages stand on."""
import re

from committee_house import RETAINED, CommitteeTest
from endpoint import AA, CO, NOTIFICATIONS, SHEETS
from page import PageTest


class MeetingTest(CommitteeTest, PageTest):
    @property
    def house(self):
        return PageTest.house

    def waiting(self, family_name):
        """A complete file that no committee has on its list; its identifier and reference."""
        case = self.open_case(person_fields={"family_name": family_name})
        self.act(AA, case, "send_first_contact")
        self.act(AA, case, "receive_documents", {"documents": NOTIFICATIONS})
        self.act(AA, case, "return_file", {"documents": SHEETS})
        return case, self.act(AA, case, "check_file")["reference"]

    def listed_as(self, committee, family_name):
        case, reference = self.waiting(family_name)
        self.act(AA, case, "list_for_committee", {"committee": committee})
        return case, reference

    def seated_as(self, session, family_name, dated=False):
        case, reference = self.listed_as(self.committee(), family_name)
        self.act(CO, case, "open_review")
        self.act(CO, case, "decide", RETAINED)
        self.act(CO, case, "assign_session", {"session": session})
        if dated:
            self.act(AA, case, "send_dates_letter")
        return case, reference

    def line(self, browser, reference):
        """What the page shows of one file."""
        found = re.search(f'id="dossier-{reference}">(.*?)</li>\n', browser.text, re.S)
        self.assertIsNotNone(found, f"{reference} is not on the page")
        return found.group(1)

    def address_of(self, browser, ending):
        """Where the page's form of that ending is sent."""
        return re.search(rf'action="([^"]+{ending})"', browser.text).group(1)
