#include "adapters/postgres/committees.hpp"

#include "adapters/postgres/finishing.hpp"
#include "adapters/postgres/lines_in_sight.hpp"
#include "adapters/postgres/one_value.hpp"
#include "adapters/postgres/queries.hpp"
#include "engine/committee/priority.hpp"
#include "engine/model/scalar_fields.hpp"

namespace jalon::postgres {
namespace {

std::string_view name_of(CommitteeGrade::Kind kind) {
  return kind == CommitteeGrade::Kind::social ? "social" : "medical";
}

}  // namespace

std::optional<Json> PostgresCommittees::read(std::string const& establishment, std::string const& committee) {
  if (!is_uuid(committee)) return std::nullopt;
  return maybe_value(access_, sql::read_committee, {establishment, committee});
}

Finished PostgresCommittees::grade(std::string const& establishment, std::string const& committee,
                                   std::string const& case_id, CommitteeGrade const& grade,
                                   std::string const& login) {
  if (!is_uuid(committee)) return Finished::no_such;
  if (!is_uuid(case_id)) return Finished::not_this_way;
  return finish(access_, sql::grade_for_committee,
                {establishment, committee, case_id, std::string(name_of(grade.kind)),
                 std::to_string(grade.urgency), grade.reason, login});
}

Json PostgresCommittees::grades_of(std::string const& establishment, std::string const& case_id) {
  if (!is_uuid(case_id)) return Json::array();
  return one_value(access_, sql::committee_grades_of_case, {establishment, case_id});
}

// Places count among all lines, whoever reads them.
std::optional<Json> PostgresCommittees::list(Sight const& sight, std::string const& committee,
                                             WantedList const& wanted, std::string const& login) {
  if (!is_uuid(committee)) return std::nullopt;
  auto const version = wanted.version ? std::optional(std::to_string(*wanted.version)) : std::nullopt;
  auto list = maybe_value(
      access_, sql::read_committee_list,
      {sight.establishment, committee, sight.mdph, version, wanted.draft ? "true" : "false", login});
  if (!list) return list;
  auto& lines = (*list)["lines"];
  if (list->at("version").is_null()) lines = in_order_of_priority(std::move(lines));
  lines = lines_in_sight(lines, sight.mdph);
  return list;
}

Committees::SentList PostgresCommittees::send_list(std::string const& establishment,
                                                   std::string const& committee, std::string const& login,
                                                   std::string const& url) {
  if (!is_uuid(committee)) return {SendingList::no_such_committee, {}};
  return access_.repeatable([&](pqxx::connection& connection) -> SentList {
    pqxx::work work(connection);
    auto const now = run_inside(work, sql::lock_committee, {establishment, committee});
    if (now.empty()) return {SendingList::no_such_committee, {}};
    if (now[0][1].as<bool>()) return {SendingList::held_already, {}};
    auto const lines = in_order_of_priority(Json::parse(now[0][0].c_str()));
    if (lines.empty()) return {SendingList::nobody_listed, {}};
    auto const sent =
        run_inside(work, sql::send_committee_list, {establishment, committee, lines.dump(), login, url});
    work.commit();
    return {SendingList::done, Json::parse(sent[0][0].c_str())};
  });
}

}  // namespace jalon::postgres
