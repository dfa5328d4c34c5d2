#pragma once

#include "engine/ports/outbox.hpp"

namespace jalon::postgres {

/// A row of queries/claim_messages.sql as the sender takes it.
///
/// A person is written to at their own address. The MDPH's is in the setting `mdph_addresses`, by department:
/// an e-mail address, or {"name", "email", "address"}; without it, or for staff, `recipient_address` is
/// empty.
OutgoingMessage read_outgoing(Json const& row);

/// What letters and documents are made of (adapters/letters/templates/vocabulary.json), from the facts that
/// letter_facts (0017) gathers: establishment, person, notification, the case's data, recipient {name,
/// address}, date (« 5 janvier 2026 »), `due` (until when the person is asked to answer), `deadlines` by
/// name, the next closures, by_email, to_mdph, and the details beside them.
///
/// The head of letters is the establishment's own, with the setting `letter_head` over it: {"name",
/// "address", "phone", "email", "city", "documents_url", "brochure_url", "signatory", "signatory_title",
/// "plain_language"}; who signs a kind of letter stands in the setting `signatories`, by its template:
/// {"name", "title"}, else it is whom the letter head names.
Json letter_data(Json const& row);

/// The establishment's own text for the row's template.
std::optional<OwnTemplate> own_template_of(Json const& row);

}  // namespace jalon::postgres
