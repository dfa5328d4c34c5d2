// The committee's own papers, beside the cases: how urgent each listed file is, and the list as it was sent.
#pragma once
#include <optional>
#include <string>

#include "engine/ports/registers.hpp"

namespace jalon {

// How urgent a file is in one respect: a conclusion with its reason in words, never a diagnosis (C49).
struct CommitteeGrade {
  enum class Kind { social, medical } kind{};
  int urgency = 0;  // 0 (none) to 3 (strong)
  std::string reason;
};

// Which list is wanted: a version that was sent, the last one, or what it would be if it were sent now.
struct WantedList {
  std::optional<int> version;
  bool draft = false;
};

enum class SendingList { done, no_such_committee, nobody_listed, held_already };

class Committees {
 public:
  virtual ~Committees() = default;

  // {"id","held_on","lists":[{"version","sent_at","sent_by","files"}]}: what was sent, and no person's data.
  virtual std::optional<Json> read(std::string const& establishment, std::string const& committee) = 0;

  // Kept with who and when; the last one counts. no_such: no such committee; not_this_way: the case is not on
  // its list, or no longer.
  virtual Finished grade(std::string const& establishment, std::string const& committee,
                         std::string const& case_id, CommitteeGrade const& grade,
                         std::string const& login) = 0;

  // [{"committee","held_on","kind","urgency","reason","by","at"}], all of them, for who asks what is known of
  // the person (right of access).
  virtual Json grades_of(std::string const& establishment, std::string const& case_id) = 0;

  // {"committee","held_on","version","sent_by","sent_at" (three nulls: a draft),"lines"}, in the order of
  // engine/committee/priority.hpp and less those out of sight; each line with the "consent" as it is now,
  // also in a version sent before. That the lines were read is kept. Nothing when there is no such committee
  // or version.
  virtual std::optional<Json> list(Sight const& sight, std::string const& committee, WantedList const& wanted,
                                   std::string const& login) = 0;

  // Keeps the list as it is now as its next version, and writes to each member in the same commit: they are
  // told where to read it (`url`), and nothing of what it says. `answer`: {"version","sent_at","files",
  // "recipients","without_email" (logins),"without_consent" (references)}. The same list sent again is no
  // further version and reaches only who has not had it.
  struct SentList {
    SendingList outcome{};
    Json answer;
  };
  virtual SentList send_list(std::string const& establishment, std::string const& committee,
                             std::string const& login, std::string const& url) = 0;
};

}  // namespace jalon
