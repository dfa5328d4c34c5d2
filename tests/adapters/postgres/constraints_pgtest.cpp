// F17. A stored case that cannot be read holds up no other.
#include <gtest/gtest.h>

#include "tests/kit/postgres_house.hpp"

namespace jalon::kit {
namespace {

struct Constraints : testing::Test, PostgresHouse {
  Snapshot opened = open([](Move& move) {
    set_deadline(move, sample_deadline("seat", "2026-03-17"));
    open_task(move, sample_task("overdue", "deadline:seat"));
    move.effects.messages = {sample_message("reminder")};
    move.effects.transmissions = {sample_transmission("41")};
  });

  void refuse(std::string const& statement) {
    EXPECT_THROW(ask(statement), pqxx::integrity_constraint_violation) << statement;
  }
};

}  // namespace

TEST_F(Constraints, HistoryIsAppendOnly) {
  EXPECT_THROW(ask("update history set actor = 'nobody'"), pqxx::restrict_violation);
  EXPECT_THROW(ask("delete from history"), pqxx::restrict_violation);
  EXPECT_THROW(ask("truncate history"), pqxx::restrict_violation);
  EXPECT_THROW(ask("delete from setting_history"), pqxx::restrict_violation);
  EXPECT_EQ(ask_one("select count(*) from history"), "1");
}

TEST_F(Constraints, RefuseACaseThatCouldNotBe) {
  refuse("update \"case\" set revision = 0");
  refuse("update \"case\" set definition_version = 0");
  refuse("update \"case\" set reference = '26-1'");
  refuse("update \"case\" set weeks_lost = -1");
  refuse("update \"case\" set places = '[]'");
  refuse("update \"case\" set data = '3'");
  refuse("update \"case\" set notification = '{}'");
  refuse("update \"case\" set person = '{}'");
  refuse("update \"case\" set establishment = 'nowhere'");
}

TEST_F(Constraints, RefuseWorkThatCouldNotBe) {
  refuse("update deadline set number = -1");
  refuse("update deadline set owner = ''");
  refuse("update task set done_at = jalon_now()");
  refuse(
      "insert into task select establishment, gen_random_uuid(), case_id, kind, label, role, source, due, "
      "repeats_monthly, first_due, opened_at from task");
  refuse("update message set status = 'lost'");
  refuse("update message set status = 'sending'");
  refuse("update message set status = 'prepared'");
  refuse("update message set case_id = null, seq = null");
  refuse(
      "insert into message (establishment, id, case_id, seq, kind, template, recipient, created_at) select "
      "establishment, gen_random_uuid(), case_id, seq, kind, template, recipient, created_at from message");
  refuse("update transmission set status = 'confirmed'");
  refuse("update transmission set status = 'queued'");
  refuse("update transmission set confirmed_on = '2026-03-03'");
}

TEST_F(Constraints, RefuseHouseholdThatCouldNotBe) {
  ask("insert into session (establishment, entry_on, capacity) values ('espo', '2026-09-07', 2)");
  refuse("update session set taken = 3");
  refuse("update session set taken = -1");
  refuse("update session set capacity = 0");
  refuse("update session set pre_reception_on = entry_on");
  refuse("insert into committee (establishment, held_on) values ('nowhere', '2026-09-07')");
  refuse(
      "insert into account (establishment, login, name, roles, password_hash) values ('espo', 'a b', 'A', "
      "'{doctor}', '')");
  refuse(
      "insert into account (establishment, login, name, roles, password_hash) values ('espo', 'a', 'A', "
      "'{pilot}', '')");
  refuse(
      "insert into account (establishment, login, name, roles, password_hash) values ('espo', 'a', 'A', "
      "'{mdph_partner}', '')");
  refuse(
      "insert into token (establishment, token_hash, login, expires_at) values ('espo', 'x', 'nobody', "
      "now())");
  refuse("insert into establishment (code, name) values ('É', 'x')");
  refuse(
      "insert into command_log (establishment, command_id, at, key) values ('espo', gen_random_uuid(), "
      "now(), 'k')");
}

TEST_F(Constraints, EveryKeyBeginsWithTheEstablishment) {
  // The schema's own tables have none; secrets are looked up before their establishment is known.
  EXPECT_EQ(ask_one("select coalesce(string_agg(c.relname || ': ' || i.relname, ', '), '') from pg_index x "
                    "join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid "
                    "join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] "
                    "where c.relnamespace = 'public'::regnamespace and x.indisunique "
                    "and a.attname <> 'establishment' "
                    "and c.relname not in ('clock', 'schema_migration', 'establishment') "
                    "and i.relname not in ('token_token_hash_key', 'login_session_session_hash_key', "
                    "'feed_secret_hash_key', 'log_in_ticket_ticket_hash_key')"),
            "");
}

TEST_F(Constraints, ADeadlineFiresAtMidnightInParisWhateverTheSeason) {
  auto const fires = [&](char const* due) {
    ask(std::string("update deadline set due = '") + due + "'");
    return ask_one("select fires_at at time zone 'UTC' from deadline");
  };
  EXPECT_EQ(fires("2026-03-28"), "2026-03-28 23:00:00");
  EXPECT_EQ(fires("2026-03-29"), "2026-03-29 22:00:00");
  EXPECT_EQ(fires("2026-10-24"), "2026-10-24 22:00:00");
  EXPECT_EQ(fires("2026-10-25"), "2026-10-25 23:00:00");
}

TEST_F(Constraints, OneBadEntryOfABatchOfDeadlinesHoldsUpNoOther) {
  auto const good = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-18")); });
  registers.set_manual_clock(instant("2026-04-01T09:00:00Z"));
  auto const claimed = due_work.fire_due({10}, [&](Instant now, std::vector<DueDeadline> const& due) {
    std::vector<Entry> entries;
    for (auto const& one : due) entries.push_back(passing_entry(one.snapshot, one.deadline, one.number, now));
    for (auto& entry : entries)
      if (entry.move.after.id == opened.id) entry.actor = "";  // refused by the database
    return entries;
  });
  EXPECT_EQ(claimed, 2U);
  EXPECT_TRUE(read(good.id).deadlines.at(0).passed);
  EXPECT_FALSE(read(opened.id).deadlines.at(0).passed);
  EXPECT_EQ(read(opened.id).revision, 1);
}

TEST_F(Constraints, AStoredCaseThatCannotBeReadHoldsUpNoOther) {
  auto const good = open([](Move& move) { set_deadline(move, sample_deadline("seat", "2026-03-18")); });
  registers.set_manual_clock(instant("2026-04-01T09:00:00Z"));
  ask("update \"case\" set notification = notification || '{\"channel\": \"pigeon\"}' where id = '" +
      opened.id + "'");
  std::vector<std::string> seen;
  auto const fire = [&] {
    return due_work.fire_due({10}, [&](Instant now, std::vector<DueDeadline> const& due) {
      std::vector<Entry> entries;
      for (auto const& one : due) {
        seen.push_back(one.snapshot.id);
        entries.push_back(passing_entry(one.snapshot, one.deadline, one.number, now));
      }
      return entries;
    });
  };
  EXPECT_EQ(fire(), 2U);
  EXPECT_EQ(seen, std::vector{good.id});
  EXPECT_EQ(fire(), 0U) << "it is put off, and stays in every list";
}

}  // namespace jalon::kit
