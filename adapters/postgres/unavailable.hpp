#pragma once

#include "engine/ports/case_store.hpp"

namespace jalon::postgres {

/// No connection to the database within the time allowed: all are taken, or the database does not answer.
/// Nothing was written; the caller may try again later (HTTP: 503). `what()` is a French sentence.
/// It is the port's own, so that callers need not know which store they have.
using jalon::Unavailable;

}  // namespace jalon::postgres
