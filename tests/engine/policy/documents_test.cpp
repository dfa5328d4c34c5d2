// Which documents make a file complete where an establishment asks for fewer.
#include "tests/engine/policy/policy_case.hpp"

namespace jalon {

namespace {

Policy requiring(std::set<std::string, std::less<>> documents) {
  Policy policy;
  policy.required_documents = std::move(documents);
  return policy;
}

std::vector<std::string_view> missing(kit::PolicyCase const& story, Policy const& policy) {
  return all_workflows().front().documents.missing(story.snapshot().data, policy);
}

}  // namespace

TEST(AFile, IsCompleteWithTheDocumentsThePolicyRequires) {
  kit::PolicyCase(starts::file_sent + R"(
    on 2026-02-10
    return_file | documents=administrative_sheet | completeness_check
    check_file | | waiting_committee
  )",
                  requiring({"administrative_sheet", "rqth_notification"}));
}

TEST(AFile, IsHelpedUntilTheLastRequiredDocumentIsThere) {
  kit::PolicyCase(starts::file_sent + R"(
    on 2026-02-10
    return_file | documents=administrative_sheet | completeness_check
    check_file | | incomplete_admin_help
    receive_documents | documents=professional_sheet | incomplete_admin_help
    receive_documents | documents=social_sheet | waiting_committee
  )",
                  requiring({"administrative_sheet", "social_sheet"}));
}

TEST(AnEntry, WaitsOnlyForRequiredDocumentsFoundMissing) {
  std::string const missing_one = starts::admitted + R"(
    on 2026-08-07
    hold_pre_reception | attended=yes missing_documents=professional_sheet | pre_reception_done
  )";
  kit::PolicyCase(missing_one +
                  "send_convocation | | refused file_complete | reason=\"fiche professionnelle\"\n");
  kit::PolicyCase(missing_one + "send_convocation | | convoked\n", requiring({"social_sheet"}));
}

TEST(MissingDocuments, AreTheRequiredOnesThatAreNotThere) {
  kit::PolicyCase const story(starts::file_sent);
  EXPECT_THAT(missing(story, {}), testing::ElementsAre("administrative_sheet", "social_sheet",
                                                       "professional_sheet", "remuneration_sheet"));
  EXPECT_THAT(missing(story, requiring({"social_sheet", "rqth_notification"})),
              testing::ElementsAre("social_sheet"));
}

}  // namespace jalon
