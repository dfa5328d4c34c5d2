// What a decision causes, as data: recorded in the same commit as the decision, carried out from the outbox.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/model/snapshot.hpp"

namespace jalon {

// A report to the MDPH on ViaTrajectoire, with codes of TRE_R357 and TRE_R358.
struct TransmissionEffect {
  std::string id;  // given when it is recorded
  std::string code;
  std::optional<std::string> reason;
  Json details = Json::object();
  bool queued = false;  // the case is not linked yet: it waits for its turn
};

enum class Recipient { person, mdph };
BOOST_DESCRIBE_ENUM(Recipient, person, mdph)

// A letter or an e-mail; its text is made from the template when it leaves.
struct MessageEffect {
  std::string id;  // given when it is recorded
  bool by_email = false;
  std::string template_name;
  Recipient recipient{};
  Json details = Json::object();
};

struct Effects {
  std::vector<TransmissionEffect> transmissions;
  std::vector<MessageEffect> messages;
  std::vector<TaskRecord> tasks_opened;
  std::vector<TaskRecord> tasks_closed;
  std::vector<DeadlineRecord> deadlines_set;  // new, or with other dates, or passed
  std::vector<DeadlineRecord> deadlines_dropped;
  bool transmissions_released = false;  // what was queued becomes to do, in its order
  bool messages_cancelled = false;      // what has not left yet will not leave
};

// As history shows it.
Json to_json(Effects const& effects);

}  // namespace jalon
