// What is read of a session: who is next, and the lists that are printed for its days.
#pragma once
#include <string>

#include "engine/json/json.hpp"
#include "engine/model/role.hpp"

namespace jalon::api {

// The session as these roles see it, with "free" (seats) and, of those who wait, as many marked "offered" as
// there are free seats: « une place libérée est proposée à la personne suivante » (C23). A person assigns
// it. Urgencies are for the readers of the committee's list.
Json session_seen_by(RoleSet roles, Json session);

// Lines of those who wait, as these roles see them; as many are marked "offered" as there are free seats.
Json waiting_seen_by(RoleSet roles, Json waiting, int free);

// What the template pre_reception_list is given: for each person the three checks of the pre-reception
// (L1251-1255), each a box to tick, with what is known already.
Json pre_reception_content(Json const& session, RoleSet roles);

// What the template attendance_list is given. Nothing but names: everybody in the room sees it.
Json attendance_content(Json const& session, std::string const& on);

}  // namespace jalon::api
