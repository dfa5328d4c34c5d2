#include "api/commands/demo.hpp"

#include <ostream>

#include "api/commands/demo_story.hpp"
#include "api/commands/setting_change.hpp"
#include "api/endpoints/all_items.hpp"
#include "api/endpoints/feeds.hpp"
#include "api/endpoints/hashing.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon::commands {

namespace {

constexpr char const* demo_password = "Jalon-Demonstration-2026";

struct DemoAccount {
  char const *login, *name;
  Role role;
};
constexpr DemoAccount accounts[] = {{"assistante", "Anne Rivière", Role::admin_assistant},
                                    {"coordinatrice", "Claire Soulié", Role::coordinator},
                                    {"directrice", "Hélène Vayssade", Role::deputy_director},
                                    {"medecin", "Dr Paul Mazars", Role::doctor},
                                    {"sociale", "Leïla Carles", Role::social_worker},
                                    {"referent", "Julien Bastide", Role::referent},
                                    {"mdph12", "Marie Calvet, RIP de la MDPH", Role::mdph_partner},
                                    {"admin", "Administration", Role::administrator}};

class Demo {
 public:
  Demo(Program& program, std::string establishment)
      : program_(program),
        establishment_(std::move(establishment)),
        this_monday_(monday_of(paris_date(program.registers.clock().now))) {}

  void add_accounts() {
    std::string const hash = api::hash_password(demo_password);
    for (auto const& [login, name, role] : accounts)
      program_.registers.add_account(
          {establishment_,
           login,
           name,
           std::string(login) + "@espo-demo.example",
           role == Role::mdph_partner ? std::optional<std::string>("12") : std::nullopt,
           {std::string(name_of(role))},
           hash});
  }

  void add_addresses() {
    auto& registers = program_.registers;
    registers.set_setting(establishment_, "letter_head",
                          {{"name", "ESPO Les Causses (établissement inventé)"},
                           {"address", "3 avenue des Tilleuls, 12100 Millau"},
                           {"city", "Millau"},
                           {"phone", "05 65 00 00 00"},
                           {"email", "admissions@espo-demo.example"},
                           {"signatory", "Hélène Vayssade"},
                           {"signatory_title", "directrice adjointe"}},
                          "demo");
    registers.set_setting(
        establishment_, "signatories",
        {{"mdph_registration_request", {{"name", "Anne Rivière"}, {"title", "assistante administrative"}}}},
        "demo");
    registers.set_setting(establishment_, "mdph_addresses",
                          {{"12", {{"name", "MDPH de l'Aveyron"}, {"email", "mdph12@exemple.example"}}},
                           {"48", {{"name", "MDPH de la Lozère"}, {"email", "mdph48@exemple.example"}}}},
                          "demo");
    registers.set_setting(establishment_, "via_trajectoire",
                          {{"finess", "120999990"}, {"name", "ESPO Les Causses"}, {"mode_of_care", "46"}},
                          "demo");
  }

  DemoPlaces add_places() {
    auto& registers = program_.registers;
    auto const committee = [&](int days_ago) {
      return registers.add_committee(establishment_, {day(days_ago)}).at("id").get<std::string>();
    };
    auto const session = [&](int entry_days_ago) {
      NewSession wanted;
      wanted.entry_on = day(entry_days_ago), wanted.capacity = 8;
      return registers.add_session(establishment_, wanted).at("id").get<std::string>();
    };
    return {committee(60), committee(-8), session(147), session(35), session(-49)};
  }

  // The coming committee, prepared and sent: its list is frozen, its members' e-mails wait in the outbox.
  void prepare_committee(std::string const& committee, std::string const& public_url) {
    auto& committees = program_.committees;
    auto const list = committees.list({establishment_, std::nullopt}, committee, {{}, true}, "demo");
    int urgency = 3;
    // The first person agreed that the MDPH reads it; the second has not been asked.
    program_.disclosures.record_consent(establishment_, list->at("lines").at(0).at("case"),
                                        {Consent::Purpose::mdph, true, true, day(10)},
                                        login_of(Role::admin_assistant));
    for (auto const& line : list->at("lines")) {
      committees.grade(establishment_, committee, line.at("case"),
                       {CommitteeGrade::Kind::social, urgency, "Ressources incertaines à partir de l’été"},
                       login_of(Role::social_worker));
      committees.grade(establishment_, committee, line.at("case"),
                       {CommitteeGrade::Kind::medical, 1, "Compatible avec une présence à temps plein"},
                       login_of(Role::doctor));
      urgency = urgency == 3 ? 1 : 3;
    }
    committees.send_list(establishment_, committee, login_of(Role::admin_assistant), public_url);
  }

  // What happened long ago was reported the day after; the rest is to do.
  void confirm_reports() {
    auto const reports = api::all_items([&](PageRequest const& request) {
      return program_.registers.transmissions({establishment_, std::nullopt}, std::nullopt, request);
    });
    for (auto const& report : reports) confirm_if_old(report);
  }

  std::string open_feed(std::string const& address) {
    auto const secret = api::new_token();
    program_.feeds.add(establishment_, login_of(Role::coordinator), "Démonstration", api::hash_of(secret));
    return api::address_of_feed("http://" + address, secret);
  }

  // The referent is away, and the coordinator gets those lines: `jalon messages planned` shows it.
  void announce_leave() {
    NewAbsence const leave{login_of(Role::referent), day(-1), day(-18), "leave", login_of(Role::coordinator)};
    program_.absences.add(establishment_, api::new_uuid(), leave, login_of(Role::coordinator));
  }

  // A change of policy to be seen: groups of twelve, more time for answers, the dates that ran kept.
  void set_policy() {
    Json const value{{"deadlines", {{"first_contact_answer", {{"period", "P75D"}}}}}, {"group_size", 12}};
    change_in(program_).set(establishment_, "policy", value, {{"first_contact_answer", Clock::kept}},
                            login_of(Role::coordinator));
  }

  std::size_t tell(std::vector<DemoStory> const& stories) {
    std::size_t events = 0;
    int number = 0;
    for (auto const& story : stories) {
      auto const id = open(story, ++number);
      for (auto const& step : story.steps) submit(id, story, step);
      events += 1 + story.steps.size();
    }
    return events;
  }

 private:
  void confirm_if_old(Json const& report) {
    auto const occurred_on = *parse_date(report.at("occurred_on").get_ref<std::string const&>());
    if (report.at("status") != "to_do" || occurred_on > day(10)) return;
    program_.registers.confirm_transmission(establishment_, report.at("id"), plus_days(occurred_on, 1),
                                            "Saisi sur ViaTrajectoire", login_of(Role::admin_assistant));
  }

  Date day(int days_ago) const { return plus_days(this_monday_, -days_ago); }

  static std::string login_of(Role role) {
    for (auto const& account : accounts)
      if (account.role == role) return account.login;
    return "assistante";
  }
  Request request_of(Role role) const { return {establishment_, {login_of(role), {role}, ""}, {}, ""}; }

  std::string open(DemoStory const& story, int number) {
    Json notification{{"channel", story.paper ? "paper" : "digital"},
                      {"received_on", to_string(day(story.received_days_ago))},
                      {"mdph", number % 4 == 0 ? "48" : "12"},
                      {"valid_until", to_string(day(-900))}};
    notification["decision_id"] = "MDPH-DEMO-" + std::to_string(number);
    if (!story.paper) notification["national_decision_id"] = "DEC-DEMO-" + std::to_string(number);
    Json person{{"given_name", story.given_name},
                {"family_name", story.family_name},
                {"birth_date", story.birth_date},
                {"address", std::to_string(number) + " rue de la Fontaine, 12100 Millau"}};
    if (number % 3 == 0) person["email"] = "personne" + std::to_string(number) + "@exemple.example";
    auto const outcome =
        program_.runner.open(request_of(Role::admin_assistant), "preorientation",
                             {"open_case", {{"person", person}, {"notification", notification}}, {}, {}, {}});
    return require(outcome, story, "open_case").case_id;
  }

  void submit(std::string const& id, DemoStory const& story, DemoStep const& step) {
    Command command{step.event, step.data, day(step.days_ago), {}, {}};
    // an event with a date of its own says it there
    if (step.event == "record_entry") command.data["entered_on"] = to_string(day(step.days_ago));
    if (step.event == "sign_contract") command.data["signed_on"] = to_string(day(step.days_ago));
    if (step.event == "send_report") command.data["sent_on"] = to_string(day(step.days_ago));
    if (step.event == "depart") command.data["departed_on"] = to_string(day(step.days_ago));
    require(program_.runner.submit(request_of(step.by), id, command), story, step.event);
  }

  static Done require(Outcome const& outcome, DemoStory const& story, std::string const& event) {
    if (auto const* done = std::get_if<Done>(&outcome)) return *done;
    std::string why = "refusé";
    if (auto const* refusal = std::get_if<Refusal>(&outcome)) {
      why = refusal->message;
      for (auto const& error : refusal->errors) why += " " + error.pointer + " " + error.message;
      for (auto const& blocked : refusal->blocked_by) why += " " + blocked.guard;
    }
    throw CommandFailed("La démonstration s'arrête à « " + story.family_name + ", " + event + " » : " + why);
  }

  Program& program_;
  std::string establishment_;
  Date this_monday_;  // stories count from it, so that sessions begin on Mondays
};

}  // namespace

void fill_demo(Program& program, std::ostream& out, std::string const& address) {
  auto const establishment = program.registers.establishments().front();
  EstablishmentScope const scope(establishment);
  if (!program.registers.cases({establishment, std::nullopt}, {}, {1, std::nullopt}).items.empty()) {
    out << "Cette base a déjà des dossiers : la démonstration n'y ajoute rien." << std::endl;
  } else {
    Demo demo(program, establishment);
    demo.add_accounts();
    demo.add_addresses();
    auto const places = demo.add_places();
    auto stories = demo_stories(places);
    for (auto& story : demo_crowd(places)) stories.push_back(std::move(story));
    auto const events = demo.tell(stories);
    demo.prepare_committee(places.next_committee, "http://" + address);
    demo.confirm_reports();
    demo.announce_leave();
    demo.set_policy();
    out << "Établissement inventé : " << stories.size() << " dossiers, " << events << " événements.\n"
        << "Commission à venir, liste envoyée : " << places.next_committee << "\n"
        << "Agenda de la coordinatrice, à donner à un logiciel d'agenda : " << demo.open_feed(address)
        << "\n";
  }
  out << "Pages : http://" << address << "/\nAPI : http://" << address << "/api/v1\nComptes (mot de passe « "
      << demo_password << " ») :\n";
  for (auto const& [login, name, role] : accounts)
    out << "  " << login << "  " << name << ", " << french_name_of(role) << "\n";
  out << "Un jeton pour l'API : jalon token create --login assistante" << std::endl;
}

}  // namespace jalon::commands
