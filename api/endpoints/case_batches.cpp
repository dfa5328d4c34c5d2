// One event for several cases at once, with the same data: each for itself.
#include "api/endpoints/case_batches.hpp"

#include "api/endpoints/batch.hpp"
#include "api/endpoints/openapi_schemas.hpp"

namespace jalon::api {

namespace {

void refuse_more_than_a_case(Body& body, std::vector<Json> const& items) {
  for (std::size_t place = 0; place < items.size(); ++place)
    if (items[place].size() > 1)
      body.wrong("items/" + std::to_string(place), "unknown_field", "seul le dossier est attendu ici");
}

http::Response submit_to_all(Exchange& exchange) {
  Body body(exchange.body, {"event", "data", "occurred_on", "items"});
  Command command;
  command.event = body.text("event").value_or("");
  command.data = body.object("data");
  command.occurred_on = body.optional_date("occurred_on");
  auto const items = batch_items(body, exchange.body, "items");
  refuse_more_than_a_case(body, items);
  body.refuse();
  std::vector<std::string> cases;
  for (auto const& item : items) cases.push_back(item.at("case"));
  return batch_response(exchange, cases,
                        [&](std::string const& id) { return submit_part(exchange, id, command); });
}

}  // namespace

std::vector<Route> case_batch_routes() {
  return {{.method = "POST",
           .address = "/case-batches",
           .operation = "submitBatch",
           .summary = "Un même événement pour plusieurs dossiers : chacun pour soi, un résultat par dossier",
           .execute = submit_to_all,
           .roles = case_readers(),
           .body_schema = schemas::batch_of_events(),
           .answer_schema = schemas::page_of("BatchResult"),
           .problems = {ProblemName::role_not_allowed, ProblemName::invalid_data},
           .takes_key = true}};
}

}  // namespace jalon::api
