#pragma once
#include "engine/json/json.hpp"

namespace jalon::api::schemas {

Json account();
Json account_entry();
Json token();
Json new_account();
Json opened_account();  // with its password, when that was generated
Json account_change();
Json password_choice();
Json password_set();
Json new_token();
Json opened_token();  // with its secret

}  // namespace jalon::api::schemas
