#pragma once

#include "engine/ports/outbox.hpp"

namespace jalon::postgres {

/// A row of queries/claim_messages.sql as the sender takes it. `data` is what letters are made of:
/// establishment, person, notification, recipient {name, address}, reference, date (« 5 janvier 2026 »),
/// mdph, by_email, to_mdph, and the effect's details beside them.
///
/// The head of letters is the establishment's own, with the setting `letter_head` over it: {"address",
/// "phone", "email", "city", "documents_url", "brochure_url"}.
///
/// A person is written to at their own address. The MDPH's is in the setting `mdph_addresses`, by department:
/// an e-mail address, or {"name", "email", "address"}; without it, or for staff, `recipient_address` is
/// empty.
OutgoingMessage read_outgoing(Json const& row);

}  // namespace jalon::postgres
