#include "adapters/postgres/transmission_item.hpp"

#include "engine/model/transmission_codes.hpp"

namespace jalon::postgres {

void add_labels(Json& transmission) {
  transmission["label"] = transmission_label(transmission.at("code").get_ref<std::string const&>());
  if (transmission.at("reason").is_string())
    transmission["reason_label"] = reason_label(transmission["reason"].get_ref<std::string const&>());
}

}  // namespace jalon::postgres
