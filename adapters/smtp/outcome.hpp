#pragma once

#include <curl/curl.h>

#include "adapters/smtp/conversation.hpp"
#include "engine/ports/mailer.hpp"

namespace jalon::smtp {

// What became of a mail, judged by how the transfer ended and what the server last said.
SendOutcome outcome_of(CURLcode ended, Conversation const& conversation);

}  // namespace jalon::smtp
