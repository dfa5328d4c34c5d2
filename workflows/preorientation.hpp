// The admission pathway of a pre-orientation service (ESPO), from the MDPH's notification to the end of the
// twelve-month follow-up. This header is the only place where the pathway is written: forms, timers, checks,
// diagrams and documentation follow from it. Line numbers « L1193 » are those of the establishment's own
// project (Projet d'établissement ESPO SESAME 2023-2027).
//
// In order: the values of its data · what a case remembers · events · guards and conditions · deadlines ·
// actions · states · the table.
#pragma once
#include <algorithm>

#include "engine/model/case_file.hpp"
#include "engine/model/deadline.hpp"
#include "engine/model/standard_actions.hpp"
#include "engine/model/vocabulary.hpp"

namespace jalon::preorientation {

// ---- values
// ------------------------------------------------------------------------------------------------

// Four sheets and two decisions make a complete file (L1198-1215).
enum class Document {
  administrative_sheet,
  social_sheet,
  professional_sheet,
  remuneration_sheet,
  rqth_notification,
  orientation_notification
};
BOOST_DESCRIBE_ENUM(Document, administrative_sheet, social_sheet, professional_sheet, remuneration_sheet,
                    rqth_notification, orientation_notification)
constexpr std::string_view french_name_of(Document document) {
  switch (document) {
    case Document::administrative_sheet:
      return "fiche administrative";
    case Document::social_sheet:
      return "fiche sociale";
    case Document::professional_sheet:
      return "fiche professionnelle";
    case Document::remuneration_sheet:
      return "fiche de rémunération";
    case Document::rqth_notification:
      return "notification de RQTH";
    case Document::orientation_notification:
      return "notification d'orientation";
  }
  return "";
}
enum class ReminderMeans { phone, letter };
BOOST_DESCRIBE_ENUM(ReminderMeans, phone, letter)
enum class CommitteeOutcome { retained, more_information, not_retained };
BOOST_DESCRIBE_ENUM(CommitteeOutcome, retained, more_information, not_retained)
enum class ChoiceOrigin { person, partners, both };
BOOST_DESCRIBE_ENUM(ChoiceOrigin, person, partners, both)
// The four recommendations of the final report (L1436-1443), each with its detail.
enum class Recommendation { ordinary_employment, vocational_training, protected_employment, unfit };
BOOST_DESCRIBE_ENUM(Recommendation, ordinary_employment, vocational_training, protected_employment, unfit)
enum class TrainingPlace { esrp, common_law };
BOOST_DESCRIBE_ENUM(TrainingPlace, esrp, common_law)
enum class Workplace { esat, adapted_company };
BOOST_DESCRIBE_ENUM(Workplace, esat, adapted_company)
enum class Unfitness { temporary, permanent };
BOOST_DESCRIBE_ENUM(Unfitness, temporary, permanent)
enum class PersonView { agrees, disagrees };
BOOST_DESCRIBE_ENUM(PersonView, agrees, disagrees)
enum class CdaphOutcome { validated, modified, refused };
BOOST_DESCRIBE_ENUM(CdaphOutcome, validated, modified, refused)
enum class FollowUpResult { employed, training, care, job_seeking, unreachable, declined, other };
BOOST_DESCRIBE_ENUM(FollowUpResult, employed, training, care, job_seeking, unreachable, declined, other)
enum class NoteKind { call, visit, letter, other };
BOOST_DESCRIBE_ENUM(NoteKind, call, visit, letter, other)
enum class ExitCause { abandoned, transferred, health, excluded };
BOOST_DESCRIBE_ENUM(ExitCause, abandoned, transferred, health, excluded)
// TRE_R358: why an admission is impossible (status 45).
using ImpossibleReason =
    Code<"86", "113", "114", "115", "116", "117", "118", "119", "120", "121", "122", "124", "127", "148">;

// ---- what a case remembers
// ---------------------------------------------------------------------------------

struct ReminderSent {
  Date on;
  Several<ReminderMeans> by;
};
BOOST_DESCRIBE_STRUCT(ReminderSent, (), (on, by))
struct CommitteeSeen {
  std::string id;
  Date held_on;
};
BOOST_DESCRIBE_STRUCT(CommitteeSeen, (), (id, held_on))
struct CommitteeDecision {
  CommitteeOutcome outcome{};
  std::optional<std::string> aim, reason;
  std::optional<ChoiceOrigin> choice;
  std::optional<int> social_urgency, medical_urgency, rank;
};
BOOST_DESCRIBE_STRUCT(CommitteeDecision, (),
                      (outcome, aim, reason, choice, social_urgency, medical_urgency, rank))
struct Seat {
  std::string session;
  Date entry_on;
  int weeks = 14;
  std::optional<Date> pre_reception_on;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (session, entry_on, weeks, pre_reception_on))
struct PreReceptionHeld {
  bool attended = false;
  std::optional<bool> medically_stable, social_urgency;
  AnyOf<Document> missing_documents;
};
BOOST_DESCRIBE_STRUCT(PreReceptionHeld, (), (attended, medically_stable, social_urgency, missing_documents))
struct Meeting {
  Date on;
  std::optional<int> week;
  std::optional<std::string> summary;
};
BOOST_DESCRIBE_STRUCT(Meeting, (), (on, week, summary))
struct Amendment {
  Date signed_on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Amendment, (), (signed_on, reason))
struct Internship {
  std::string company;
  Date from, to;
  int hours = 0;
};
BOOST_DESCRIBE_STRUCT(Internship, (), (company, from, to, hours))
struct FinalReport {
  Recommendation recommendation{};
  std::optional<bool> placement_aid, return_to_care;
  std::optional<TrainingPlace> training_place;
  std::optional<Workplace> workplace;
  std::optional<Unfitness> unfitness;
  PersonView person_view{};
  std::optional<std::string> person_observations;
  std::vector<std::string> needs;
};
BOOST_DESCRIBE_STRUCT(FinalReport, (),
                      (recommendation, placement_aid, return_to_care, training_place, workplace, unfitness,
                       person_view, person_observations, needs))
struct FollowUpMade {
  Date on;
  int check = 0;
  FollowUpResult result{};
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(FollowUpMade, (), (on, check, result, note))

struct Data {
  AnyOf<Document> documents;
  std::vector<ReminderSent> reminders;
  int reminders_before_help = 0;
  std::optional<Date> file_sent_on, returned_on;
  std::optional<std::string> documents_waived_because, duplicate_of, transferred_to;
  std::optional<CommitteeSeen> committee;
  bool next_quarter = false;  // the committee asked for more: the next one sees the file
  std::optional<CommitteeDecision> decision;
  std::optional<Seat> seat;
  std::optional<PreReceptionHeld> pre_reception;
  std::vector<Date> interviews;
  std::optional<Date> entered_on, departed_on, contract_signed_on, died_on;
  int stay_weeks = 14;
  std::optional<Meeting> initial_synthesis, final_synthesis;
  std::vector<Meeting> team_meetings;
  std::vector<Amendment> contract_amendments;
  std::optional<std::string> referent, project_objectives;
  std::vector<Meeting> project_reviews;
  std::vector<Internship> internships;
  int internship_hours = 0;  // out of 105 (L1425), a target and not a condition
  std::optional<FinalReport> report;
  std::optional<Date> report_sent_on, cdaph_decided_on;
  std::optional<CdaphOutcome> cdaph_outcome;
  std::optional<ExitCause> exit_cause;
  std::vector<FollowUpMade> follow_ups;

  bool has(Document document) const {
    return std::find(documents.values.begin(), documents.values.end(), document) != documents.values.end();
  }
  bool is_file_complete() const { return documents.values.size() == 6; }
  bool has_entered() const { return entered_on.has_value(); }
  int last_meeting_week() const { return team_meetings.empty() ? 0 : team_meetings.back().week.value_or(0); }
  int last_check() const {
    int last = 0;
    for (auto const& made : follow_ups) last = std::max(last, made.check);
    return last;
  }
  std::optional<std::string> held_seat() const { return seat ? std::optional(seat->session) : std::nullopt; }
  std::optional<CommitteeFact> listed_for() const {
    return committee ? std::optional(CommitteeFact{committee->id, committee->held_on}) : std::nullopt;
  }
  bool see_session(SessionFact const& session) {
    if (!seat || seat->session != session.id || seat->pre_reception_on == session.pre_reception_on)
      return false;
    seat->pre_reception_on = session.pre_reception_on;
    return true;
  }
};
BOOST_DESCRIBE_STRUCT(Data, (),
                      (documents, reminders, reminders_before_help, file_sent_on, returned_on,
                       documents_waived_because, duplicate_of, transferred_to, committee, next_quarter,
                       decision, seat, pre_reception, interviews, entered_on, departed_on, contract_signed_on,
                       died_on, stay_weeks, initial_synthesis, final_synthesis, team_meetings,
                       contract_amendments, referent, project_objectives, project_reviews, internships,
                       internship_hours, report, report_sent_on, cdaph_decided_on, cdaph_outcome, exit_cause,
                       follow_ups))

using Case = View<Data>;
using Doing = Act<Data>;

// ---- events
// ------------------------------------------------------------------------------------------------

using AA = By<Role::admin_assistant>;
using CO = By<Role::coordinator>;
using DR = By<Role::doctor>;
using DD = By<Role::deputy_director>;
using RF = By<Role::referent>;
using CO_AA = By<Role::coordinator, Role::admin_assistant>;
using DD_CO = By<Role::deputy_director, Role::coordinator>;
using AA_SW = By<Role::admin_assistant, Role::social_worker>;
using RF_SW = By<Role::referent, Role::social_worker>;
using CO_RF = By<Role::coordinator, Role::referent>;
using CO_PC = By<Role::coordinator, Role::placement_counsellor>;

struct OpenCase : Event<"open_case", "Ouvrir le dossier", CO_AA>, OpeningEvent {
  Person person;
  Notification notification;
};
BOOST_DESCRIBE_STRUCT(OpenCase, (), (person, notification))
struct SearchViaTrajectoire : Event<"search_via_trajectoire", "Rechercher sur ViaTrajectoire", AA> {
  bool found = false;
  std::optional<Text> national_decision_id;
  static void examine(Case const& view, SearchViaTrajectoire const& event, FieldErrors& errors) {
    if (event.found && !event.national_decision_id && !view.notification().national_decision_id)
      errors.push_back(
          {"/data/national_decision_id", "required", "le numéro national de la décision est attendu"});
  }
};
BOOST_DESCRIBE_STRUCT(SearchViaTrajectoire, (), (found, national_decision_id))
struct SendFirstContact : Event<"send_first_contact", "Envoyer le premier courrier", AA> {};
struct ConfirmDuplicate : Event<"confirm_duplicate", "Confirmer le doublon", AA> {
  CaseReference of_case;
  static void examine(Case const& view, ConfirmDuplicate const& event, FieldErrors& errors) {
    if (event.of_case.value == view.turn.before.id)
      errors.push_back({"/data/of_case", "reference", "un dossier n'est pas son propre doublon"});
  }
};
BOOST_DESCRIBE_STRUCT(ConfirmDuplicate, (), (of_case))
struct RejectNotification : Event<"reject_notification", "Écarter la notification", AA> {
  Text reason;
};
BOOST_DESCRIBE_STRUCT(RejectNotification, (), (reason))
struct RecordInterest : Event<"record_interest", "Noter l'intérêt de la personne", AA> {
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(RecordInterest, (), (note))
struct ReceiveDocuments : Event<"receive_documents", "Recevoir des pièces", AA> {
  Several<Document> documents;
};
BOOST_DESCRIBE_STRUCT(ReceiveDocuments, (), (documents))
struct SendReminder : Event<"send_reminder", "Relancer la personne", AA> {
  Several<ReminderMeans> by;
};
BOOST_DESCRIBE_STRUCT(SendReminder, (), (by))
struct CloseWithoutAnswer : Event<"close_without_answer", "Clore sans suite", AA> {
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(CloseWithoutAnswer, (), (note))
struct ReturnFile : Event<"return_file", "Recevoir le dossier retourné", AA> {
  Several<Document> documents;
  std::optional<OwnDate> returned_on;
};
BOOST_DESCRIBE_STRUCT(ReturnFile, (), (documents, returned_on))
struct CheckFile : Event<"check_file", "Vérifier le dossier", AA> {};
struct ReferToSocialWorker : Event<"refer_to_social_worker", "Passer le relais à l'assistante sociale", AA> {
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(ReferToSocialWorker, (), (note))
struct ListForCommittee : Event<"list_for_committee", "Inscrire à la commission", AA> {
  CommitteeReference committee;
};
BOOST_DESCRIBE_STRUCT(ListForCommittee, (), (committee))
struct Unlist : Event<"unlist", "Retirer de la liste de la commission", AA> {
  Text reason;
};
BOOST_DESCRIBE_STRUCT(Unlist, (), (reason))
struct OpenReview : Event<"open_review", "Ouvrir l'examen en commission", CO> {};
struct Decide : Event<"decide", "Enregistrer la décision de la commission", CO> {
  CommitteeOutcome outcome{};
  std::optional<Text> aim;
  std::optional<ChoiceOrigin> choice;
  std::optional<Whole<0, 3>> social_urgency, medical_urgency;
  std::optional<Whole<1, 9999>> rank;
  std::optional<Text> reason;
  static void examine(Case const&, Decide const& event, FieldErrors& errors) {
    if (event.outcome != CommitteeOutcome::retained && !event.reason)
      errors.push_back({"/data/reason", "required", "cette décision demande un motif"});
  }
};
BOOST_DESCRIBE_STRUCT(Decide, (), (outcome, aim, choice, social_urgency, medical_urgency, rank, reason))
struct AssignSession : Event<"assign_session", "Attribuer une place", CO_AA> {
  SessionReference session;
};
BOOST_DESCRIBE_STRUCT(AssignSession, (), (session))
struct ChangeSession : Event<"change_session", "Changer de session", CO> {
  SessionReference session;
};
BOOST_DESCRIBE_STRUCT(ChangeSession, (), (session))
struct SendDatesLetter : Event<"send_dates_letter", "Envoyer le courrier des dates", AA> {};
struct HoldPreReception : Event<"hold_pre_reception", "Enregistrer le pré-accueil", CO> {
  bool attended = false;
  std::optional<bool> medically_stable, social_urgency;
  std::optional<AnyOf<Document>> missing_documents;
};
BOOST_DESCRIBE_STRUCT(HoldPreReception, (), (attended, medically_stable, social_urgency, missing_documents))
struct WaiveDocuments : Event<"waive_documents", "Dispenser des pièces manquantes", CO> {
  Text reason;
};
BOOST_DESCRIBE_STRUCT(WaiveDocuments, (), (reason))
struct PostponeForHealth : Event<"postpone_for_health", "Reporter l'entrée pour raison de santé", DR> {
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(PostponeForHealth, (), (note))
struct ConfirmStable : Event<"confirm_stable", "Confirmer la stabilisation", DR> {};
struct SendConvocation : Event<"send_convocation", "Envoyer la convocation", AA> {};
struct RecordEntry : Event<"record_entry", "Enregistrer l'entrée", CO_AA> {
  OwnDate entered_on;
};
BOOST_DESCRIBE_STRUCT(RecordEntry, (), (entered_on))
struct RecordNoShow : Event<"record_no_show", "Constater l'absence à l'entrée", CO> {
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(RecordNoShow, (), (note))
struct Renounce : Event<"renounce", "Enregistrer la renonciation", AA>, LeavingEvent {
  std::optional<Text> reason;
  std::optional<ImpossibleReason> code;
};
BOOST_DESCRIBE_STRUCT(Renounce, (), (reason, code))
struct ScheduleInterview : Event<"schedule_interview", "Fixer un entretien individuel", AA> {
  Date on;
};
BOOST_DESCRIBE_STRUCT(ScheduleInterview, (), (on))
struct Transfer : Event<"transfer", "Transférer vers un autre service", CO> {
  Text to;
  Agreed consent;
};
BOOST_DESCRIBE_STRUCT(Transfer, (), (to, consent))
struct Depart : Event<"depart", "Enregistrer le départ", CO_AA>, LeavingEvent {
  OwnDate departed_on;
};
BOOST_DESCRIBE_STRUCT(Depart, (), (departed_on))
struct Abandon : Event<"abandon", "Enregistrer l'abandon", CO>, LeavingEvent {
  std::optional<Text> reason;
};
BOOST_DESCRIBE_STRUCT(Abandon, (), (reason))
struct Exclude : Event<"exclude", "Prononcer l'exclusion", DD> {
  Text reason;
};
BOOST_DESCRIBE_STRUCT(Exclude, (), (reason))
struct InterruptForHealth : Event<"interrupt_for_health", "Interrompre pour raison de santé", DR> {
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(InterruptForHealth, (), (note))
struct Resume : Event<"resume", "Reprendre le parcours", DR> {};
struct Reschedule : Event<"reschedule", "Reporter à une autre session", CO> {};
struct StopForHealth : Event<"stop_for_health", "Arrêter pour raison de santé", DR> {};
struct RecordFollowUp : Event<"record_follow_up", "Enregistrer un suivi", RF_SW> {
  Among<1, 3, 6, 12> check;
  FollowUpResult result{};
  std::optional<Text> note;
};
BOOST_DESCRIBE_STRUCT(RecordFollowUp, (), (check, result, note))
struct Reopen : Event<"reopen", "Rouvrir le dossier", AA> {
  Text reason;
};
BOOST_DESCRIBE_STRUCT(Reopen, (), (reason))
struct RecordDeath : Event<"record_death", "Enregistrer le décès", CO> {
  OwnDate on;
};
BOOST_DESCRIBE_STRUCT(RecordDeath, (), (on))

struct HoldInitialSynthesis : Event<"hold_initial_synthesis", "Tenir la synthèse de S2", CO> {
  Text summary;
};
BOOST_DESCRIBE_STRUCT(HoldInitialSynthesis, (), (summary))
struct HoldTeamMeeting : Event<"hold_team_meeting", "Tenir la réunion pluridisciplinaire", CO> {
  Whole<3, 14> week;
  std::optional<Text> summary;
};
BOOST_DESCRIBE_STRUCT(HoldTeamMeeting, (), (week, summary))
struct HoldFinalSynthesis : Event<"hold_final_synthesis", "Tenir la synthèse finale de S12", CO> {
  Text summary;
};
BOOST_DESCRIBE_STRUCT(HoldFinalSynthesis, (), (summary))
struct SignContract : Event<"sign_contract", "Signer le contrat de séjour", DD_CO> {
  OwnDate signed_on;
};
BOOST_DESCRIBE_STRUCT(SignContract, (), (signed_on))
struct AmendContract : Event<"amend_contract", "Signer un avenant au contrat", DD_CO> {
  OwnDate signed_on;
  Text reason;
};
BOOST_DESCRIBE_STRUCT(AmendContract, (), (signed_on, reason))
struct DesignateReferent : Event<"designate_referent", "Désigner le référent", CO> {
  AccountReference user;
};
BOOST_DESCRIBE_STRUCT(DesignateReferent, (), (user))
struct ReplaceReferent : Event<"replace_referent", "Remplacer le référent", CO> {
  AccountReference user;
  Text reason;
};
BOOST_DESCRIBE_STRUCT(ReplaceReferent, (), (user, reason))
struct DraftProject : Event<"draft_project", "Rédiger le projet personnalisé", RF> {
  std::optional<Text> objectives;
};
BOOST_DESCRIBE_STRUCT(DraftProject, (), (objectives))
struct ConsentToProject : Event<"consent_to_project", "Recueillir l'accord sur le projet", RF> {
  bool given = false;
};
BOOST_DESCRIBE_STRUCT(ConsentToProject, (), (given))
struct ReviewProject : Event<"review_project", "Réévaluer le projet personnalisé", RF> {
  std::optional<Text> summary;
};
BOOST_DESCRIBE_STRUCT(ReviewProject, (), (summary))
struct RecordInternship : Event<"record_internship", "Enregistrer un stage", CO_PC> {
  Text company;
  Date from, to;
  Whole<1, 200> hours;
  static void examine(Case const&, RecordInternship const& event, FieldErrors& errors) {
    if (event.to < event.from) errors.push_back({"/data/to", "value", "la fin du stage précède son début"});
  }
};
BOOST_DESCRIBE_STRUCT(RecordInternship, (), (company, from, to, hours))

struct OpenReport : Event<"open_report", "Ouvrir le bilan final", CO> {};
struct SubmitReport : Event<"submit_report", "Soumettre le bilan final", CO_RF> {
  Recommendation recommendation{};
  std::optional<bool> placement_aid, return_to_care;
  std::optional<TrainingPlace> training_place;
  std::optional<Workplace> workplace;
  std::optional<Unfitness> unfitness;
  PersonView person_view{};
  std::optional<Text> person_observations;
  std::optional<ListOf<Text>> needs;
  // Each recommendation with its own detail (L1436-1443).
  static void examine(Case const&, SubmitReport const& event, FieldErrors& errors) {
    auto const require = [&](bool given, char const* field) {
      if (!given)
        errors.push_back(
            {std::string("/data/") + field, "required", "cette préconisation demande cette précision"});
    };
    switch (event.recommendation) {
      case Recommendation::ordinary_employment:
        return require(event.placement_aid.has_value(), "placement_aid");
      case Recommendation::vocational_training:
        return require(event.training_place.has_value(), "training_place");
      case Recommendation::protected_employment:
        return require(event.workplace.has_value(), "workplace");
      case Recommendation::unfit:
        require(event.unfitness.has_value(), "unfitness");
        return require(event.return_to_care.has_value(), "return_to_care");
    }
  }
};
BOOST_DESCRIBE_STRUCT(SubmitReport, (),
                      (recommendation, placement_aid, return_to_care, training_place, workplace, unfitness,
                       person_view, person_observations, needs))
struct ValidateReport : Event<"validate_report", "Valider le bilan final", CO> {};
struct ReturnReport : Event<"return_report", "Renvoyer le bilan à la rédaction", CO> {
  Text comment;
};
BOOST_DESCRIBE_STRUCT(ReturnReport, (), (comment))
struct SendReport : Event<"send_report", "Envoyer le bilan final", AA> {
  OwnDate sent_on;
};
BOOST_DESCRIBE_STRUCT(SendReport, (), (sent_on))
struct RecordCdaphDecision : Event<"record_cdaph_decision", "Enregistrer la décision de la CDAPH", AA> {
  CdaphOutcome outcome{};
  OwnDate decided_on;
};
BOOST_DESCRIBE_STRUCT(RecordCdaphDecision, (), (outcome, decided_on))
struct RequestReportAddition : Event<"request_report_addition", "Enregistrer une demande de complément", AA> {
  Text reason;
};
BOOST_DESCRIBE_STRUCT(RequestReportAddition, (), (reason))

struct Suspend : Event<"suspend", "Suspendre le dossier", CO> {
  Text reason;
};
BOOST_DESCRIBE_STRUCT(Suspend, (), (reason))
struct ResumeCase : Event<"resume_case", "Reprendre le dossier", CO> {};
struct AddNote : Event<"add_note", "Ajouter une note", ByReaders> {
  NoteKind kind{};
  Text text;
};
BOOST_DESCRIBE_STRUCT(AddNote, (), (kind, text))

// ---- guards: what is missing, said so that somebody can act
// -------------------------------------------------

struct ReminderSentGuard : Guard<"reminder_sent", "la personne n'a pas encore été relancée"> {
  static bool test(Case const& view) { return !view.data.reminders.empty(); }
};
struct RemindedTwice
    : Guard<"reminded_twice", "la personne n'a pas été relancée deux fois depuis le début de l'aide"> {
  static bool test(Case const& view) {
    return int(view.data.reminders.size()) - view.data.reminders_before_help >= 2;
  }
};
struct FileComplete
    : Guard<"file_complete", "le dossier n'est pas complet : quatre fiches et deux notifications"> {
  static bool test(Case const& view) {
    return view.data.is_file_complete() || view.data.documents_waived_because.has_value();
  }
};
// « Les dernières pièces manquantes » of the pre-reception (L1254): complete for the committee is not yet
// complete for the entry.
struct FileCompleteForEntry
    : Guard<"file_complete", "des pièces manquaient au pré-accueil et la coordinatrice n'en a pas dispensé"> {
  static bool test(Case const& view) {
    auto const& data = view.data;
    return data.documents_waived_because || (data.is_file_complete() && missing(data).empty());
  }
  static std::string detail(Case const& view) {
    std::string names;
    for (auto const document : missing(view.data))
      names += (names.empty() ? "" : ", ") + std::string(french_name_of(document));
    return names;
  }

 private:
  static std::vector<Document> missing(Data const& data) {
    return data.pre_reception ? data.pre_reception->missing_documents.values : std::vector<Document>{};
  }
};
struct AimAndChoiceRecorded : Guard<"aim_and_choice_recorded",
                                    "le but de la pré-orientation et l'origine du choix ne sont pas notés"> {
  static bool test(Case const& view, Decide const& event) {
    auto const& before = view.data.decision;
    return (event.aim || (before && before->aim)) && (event.choice || (before && before->choice));
  }
};
struct SeatFree : Guard<"seat_free", "la session n'a plus de place libre"> {
  static bool test(Case const& view, AssignSession const&) { return is_free(view); }
  static bool test(Case const& view, ChangeSession const&) { return is_free(view); }
  static bool is_free(Case const& view) {
    return view.facts().session && view.facts().session->taken < view.facts().session->capacity;
  }
};
struct DecisionValid : Guard<"decision_valid", "la décision d'orientation n'est pas valide à cette date"> {
  static bool test(Case const& view) { return view.notification().is_valid_on(view.occurred_on()); }
};
struct FinalSynthesisHeld;  // looks at a state: below the states

// ---- conditions: which of several rows is meant
// -------------------------------------------------------------

struct IsPaper : Condition<"is_paper"> {
  static bool test(Case const&, OpenCase const& event) {
    return event.notification.channel == Channel::paper;
  }
};
struct IsFound : Condition<"is_found"> {
  static bool test(Case const&, SearchViaTrajectoire const& event) { return event.found; }
};
struct IsOpenOrQueued;  // looks at states: below the states
struct HasBothNotifications : Condition<"has_both_notifications"> {
  static bool test(Case const& view, ReceiveDocuments const& event) {
    return has(view, event, Document::rqth_notification) &&
           has(view, event, Document::orientation_notification);
  }
  static bool has(Case const& view, ReceiveDocuments const& event, Document document) {
    auto const& received = event.documents.values;
    return view.data.has(document) || std::find(received.begin(), received.end(), document) != received.end();
  }
};
struct CompletesFile : Condition<"completes_file"> {
  static bool test(Case const& view, ReceiveDocuments const& event) {
    bool complete = true;
    mp::mp_for_each<boost::describe::describe_enumerators<Document>>([&](auto document) {
      complete = complete && HasBothNotifications::has(view, event, document.value);
    });
    return complete;
  }
};
struct IsRetained : Condition<"is_retained", "committee_outcome"> {
  static bool test(Case const&, Decide const& event) { return event.outcome == CommitteeOutcome::retained; }
};
struct NeedsMoreInformation : Condition<"needs_more_information", "committee_outcome"> {
  static bool test(Case const&, Decide const& event) {
    return event.outcome == CommitteeOutcome::more_information;
  }
};
struct IsNotRetained : Condition<"is_not_retained", "committee_outcome"> {
  static bool test(Case const&, Decide const& event) {
    return event.outcome == CommitteeOutcome::not_retained;
  }
};
struct HasAttended : Condition<"has_attended"> {
  static bool test(Case const&, HoldPreReception const& event) { return event.attended; }
};
struct HasEntered : Condition<"has_entered"> {
  static bool test(Case const& view) { return view.data.has_entered(); }
};
struct HasReturnedFile : Condition<"has_returned_file"> {
  static bool test(Case const& view) { return view.data.returned_on.has_value(); }
};
struct HasConsented : Condition<"has_consented"> {
  static bool test(Case const&, ConsentToProject const& event) { return event.given; }
};
template <ExitCause Cause, Literal Id>
struct LeftBecause : Condition<Id, "exit_cause"> {
  static bool test(Case const& view) { return view.data.exit_cause == Cause; }
};
using LeftByAbandon = LeftBecause<ExitCause::abandoned, "left_by_abandon">;
using LeftByTransfer = LeftBecause<ExitCause::transferred, "left_by_transfer">;
using LeftForHealth = LeftBecause<ExitCause::health, "left_for_health">;
using LeftByExclusion = LeftBecause<ExitCause::excluded, "left_by_exclusion">;

// ---- deadlines
// ---------------------------------------------------------------------------------------------

struct EntryOfSession {
  static constexpr std::string_view id = "entry_of_session";
  static std::optional<Date> date(Case const& view, Date) {
    return view.data.seat ? std::optional(view.data.seat->entry_on) : std::nullopt;
  }
};
struct EnteredOn {
  static constexpr std::string_view id = "entered_on";
  static std::optional<Date> date(Case const& view, Date) { return view.data.entered_on; }
};
struct DepartedOn {
  static constexpr std::string_view id = "departed_on";
  static std::optional<Date> date(Case const& view, Date) { return view.data.departed_on; }
};
struct CommitteeHeldOn {
  static constexpr std::string_view id = "committee_held_on";
  static std::optional<Date> date(Case const& view, Date) {
    return view.data.committee ? std::optional(view.data.committee->held_on) : std::nullopt;
  }
};
// One committee a quarter (L1222), its list sent 14 days before: a file complete later waits for the next
// one.
struct QuarterEnd {
  static constexpr Roll roll = Roll::none;
  static constexpr bool training_weeks = false;
  static std::string rule() { return "end of the quarter with 14 days left, none"; }
  static std::optional<DueDate> date(Case const& view, Date entered, int number) {
    if (number > 0) return std::nullopt;
    if (view.data.next_quarter) return next_quarter_end(entered, view.calendar());
    return quarter_end(entered, 14, view.calendar());
  }
};
// About one month before the entry (L1248), or the day the session names.
struct OneMonthBeforeEntry {
  static constexpr Roll roll = Roll::previous_opening_day;
  static constexpr bool training_weeks = false;
  static std::string rule() {
    return "-P1M from entry_of_session, previous_opening_day, or the session's own day";
  }
  static std::optional<DueDate> date(Case const& view, Date entered, int number) {
    if (view.data.seat && view.data.seat->pre_reception_on && number == 0)
      return fixed_date(*view.data.seat->pre_reception_on, Roll::none, view.calendar(),
                        "pré-accueil de la session");
    return After<EntryOfSession, calendar_months(-1)>::date(view, entered, number);
  }
};
struct EndOfStayWeeks {
  static constexpr Roll roll = Roll::none;
  static constexpr bool training_weeks = false;
  static std::string rule() { return "14 weeks from entered_on, or the session's number of weeks, none"; }
  static std::optional<DueDate> date(Case const& view, Date, int number) {
    if (!view.data.entered_on || number > 0) return std::nullopt;
    return due_date(*view.data.entered_on, calendar_days(7 * view.data.stay_weeks), Roll::none,
                    view.calendar());
  }
};
// S12 (L1543); in a shorter formula the last week but one.
struct WeekOfFinalSynthesis {
  static constexpr Roll roll = Roll::none;
  static constexpr bool training_weeks = true;
  static std::string rule() { return "end of training week S12, or of the last but one, from entered_on"; }
  static std::optional<DueDate> date(Case const& view, Date, int number) {
    if (!view.data.entered_on || number > 0) return std::nullopt;
    int const week = std::min(12, std::max(2, view.data.stay_weeks - 1));
    return training_week_end(*view.data.entered_on, week + view.turn.weeks_lost, view.calendar());
  }
};

// « Délai maximum 15 jours » (L1193), from the day the notification appears.
struct FirstContact : Deadline<"first_contact", "Premier contact", Role::admin_assistant,
                               After<ReceivedOn, calendar_days(15)>> {};
struct ProposesClosingOnceReminded {
  static std::string_view task_kind(Case const& view) {
    return view.data.reminders.empty() ? "overdue" : "close_proposal";
  }
};
struct FirstContactAnswer : Deadline<"first_contact_answer", "Réponse au premier courrier",
                                     Role::admin_assistant, After<StateEntered, calendar_months(2)>> {
  static std::string_view task_kind(Case const& view) { return ProposesClosingOnceReminded::task_kind(view); }
};
struct DocumentsAwaited : Deadline<"documents", "Réception des deux notifications", Role::admin_assistant,
                                   After<StateEntered, calendar_months(2)>> {
  static std::string_view task_kind(Case const& view) { return ProposesClosingOnceReminded::task_kind(view); }
};
// « Un délai d'1 mois pour répondre » (L1204).
struct FileReturn : Deadline<"file_return", "Retour du dossier d'admission", Role::admin_assistant,
                             After<StateEntered, calendar_months(1)>> {
  static std::string_view task_kind(Case const&) { return "reminder"; }
};
struct ReminderAnswer : Deadline<"reminder_answer", "Réponse à la relance", Role::admin_assistant,
                                 After<StateEntered, calendar_months(1)>> {
  static std::string_view task_kind(Case const&) { return "close_proposal"; }
};
struct Completeness : Deadline<"completeness", "Vérification du dossier", Role::admin_assistant,
                               After<StateEntered, calendar_days(7)>> {};
struct HelpReview : Deadline<"help_review", "Point sur l'aide apportée", Role::coordinator,
                             After<StateEntered, calendar_months(1)>> {};
struct CommitteeOfQuarter : Deadline<"committee", "Passage en commission", Role::coordinator, QuarterEnd> {
  static constexpr bool fixed = true;
};
struct CommitteeDay : Deadline<"committee", "Passage en commission", Role::coordinator,
                               On<CommitteeHeldOn, "date de la commission">> {
  static constexpr bool fixed = true;
};
struct SeatAwaited : Deadline<"seat", "Attribution d'une place", Role::coordinator,
                              After<StateEntered, calendar_months(3)>> {};
struct DatesLetter : Deadline<"dates_letter", "Courrier des dates", Role::admin_assistant,
                              After<StateEntered, calendar_days(7)>> {};
struct PreReception : Deadline<"pre_reception", "Pré-accueil", Role::coordinator, OneMonthBeforeEntry> {
  static constexpr bool fixed = true;
};
struct Convocation : Deadline<"convocation", "Convocation", Role::admin_assistant,
                              After<EntryOfSession, calendar_days(-21)>> {
  static constexpr bool fixed = true;
};
struct HealthReviewBeforeEntry
    : Deadline<"health_review", "Point de santé", Role::doctor, After<StateEntered, calendar_months(1)>> {};
struct HealthReview
    : Deadline<"health_review", "Point de santé", Role::doctor, Every<StateEntered, calendar_days(15)>> {};
struct EntryDay : Deadline<"entry", "Entrée", Role::coordinator, On<EntryOfSession, "entrée de la session">> {
  static constexpr bool fixed = true;
};
// « Une durée maximale de 14 semaines » (L1148).
struct StayEnd : Deadline<"stay_end", "Fin du parcours", Role::coordinator, EndOfStayWeeks> {};
// « Signé au maximum 15 jours après l'admission » (L1078): admission is the first day.
struct ContractSigned : Deadline<"contract", "Signature du contrat de séjour", Role::deputy_director,
                                 After<EnteredOn, calendar_days(15)>> {};
struct ReferentNamed
    : Deadline<"referent", "Désignation du référent", Role::coordinator, On<EnteredOn, "jour de l'entrée">> {
};
struct ProjectDrafted : Deadline<"project", "Première version du projet personnalisé", Role::referent,
                                 AtTrainingWeeks<EnteredOn, 2>> {};
struct SynthesisS2
    : Deadline<"synthesis_s2", "Synthèse de S2", Role::coordinator, AtTrainingWeeks<EnteredOn, 2>> {};
// « Tous les 15 jours » (L1538): every two training weeks between the two syntheses.
struct TeamMeeting : Deadline<"team_meeting", "Réunion pluridisciplinaire", Role::coordinator,
                              AtTrainingWeeks<EnteredOn, 4, 6, 8, 10>> {
  static bool answered(Case const& view, int number) {
    if (term::numbers[number] <= view.data.last_meeting_week()) return true;
    auto const date = term::date(view, {}, number);
    return date && view.data.initial_synthesis && date->due < view.data.initial_synthesis->on;
  }
};
struct SynthesisS12 : Deadline<"synthesis_s12", "Synthèse finale", Role::coordinator, WeekOfFinalSynthesis> {
};
// « Suivie sur les douze mois suivant son départ » (L1927).
struct FollowUpEnd : Deadline<"follow_up_end", "Fin du suivi de douze mois", Role::referent,
                              After<DepartedOn, calendar_months(12), Roll::none>> {
  static constexpr bool automatic = true;
};
struct FollowUpCheck
    : Deadline<"follow_up_check", "Point de suivi", Role::referent, AtMonths<DepartedOn, 1, 3, 6>> {
  static bool answered(Case const& view, int number) {
    return term::numbers[number] <= view.data.last_check();
  }
};

// ---- actions
// -----------------------------------------------------------------------------------------------

inline std::optional<std::string> text_of(std::optional<Text> const& text) {
  return text ? std::optional(text->value) : std::nullopt;
}

struct NoteChannel : Action<"note_channel", "retient les pièces qu'une notification papier apporte"> {
  static void run(Doing act, OpenCase const& event) {
    if (event.notification.channel == Channel::paper)
      act.data.documents.values = {Document::rqth_notification, Document::orientation_notification};
  }
};
struct LinkRecord : Action<"link_record", "rattache le dossier de ViaTrajectoire"> {
  static void run(Doing act, SearchViaTrajectoire const& event) {
    if (event.national_decision_id)
      act.notification().national_decision_id = event.national_decision_id->value;
  }
};
// « Envoi d'un dossier d'admission » with « liste d'attente » (L1185-1201): once in the life of a case.
struct SendFile : Action<"send_file", "envoie le dossier d'admission"> {
  static constexpr std::string_view message_template = "admission_file", transmission_code = "42";
  static void run(Doing act) {
    if (act.data.file_sent_on) return;
    act.data.file_sent_on = act.occurred_on();
    act.write_to_person("admission_file");
    act.transmit("42");
  }
};
struct NoteDuplicate : Action<"note_duplicate", "retient le dossier d'origine"> {
  static void run(Doing act, ConfirmDuplicate const& event) { act.data.duplicate_of = event.of_case.value; }
};
struct AskToInformMdph : Action<"ask_to_inform_mdph", "demande d'informer la MDPH"> {
  static void run(Doing act) {
    act.open_task(Role::admin_assistant, "inform_mdph", "Informer la MDPH de la clôture du dossier");
  }
};
struct AddDocuments : Action<"add_documents", "ajoute les pièces reçues"> {
  static void run(Doing act, ReceiveDocuments const& event) { add(act, event.documents); }
  static void run(Doing act, ReturnFile const& event) {
    add(act, event.documents);
    if (!act.data.returned_on) act.data.returned_on = act.occurred_on();
  }
  static void add(Doing act, Several<Document> const& received) {
    for (Document document : received.values)
      if (!act.data.has(document)) act.data.documents.values.push_back(document);
  }
};
struct NoteReminder : Action<"note_reminder", "retient la relance, et l'écrit si elle est postale"> {
  static constexpr std::string_view message_template = "reminder";
  static void run(Doing act, SendReminder const& event) {
    act.data.reminders.push_back({act.occurred_on(), event.by});
    auto const& by = event.by.values;
    if (std::find(by.begin(), by.end(), ReminderMeans::letter) != by.end()) act.write_to_person("reminder");
  }
};
struct BeginHelp : Action<"begin_help", "compte les relances à partir de maintenant"> {
  static void run(Doing act) { act.data.reminders_before_help = int(act.data.reminders.size()); }
};
struct NoteCommittee : Action<"note_committee", "retient la commission"> {
  static void run(Doing act) {
    act.data.committee = CommitteeSeen{act.facts().committee->id, act.facts().committee->held_on};
    act.data.next_quarter = false;
  }
};
struct LeaveCommittee : Action<"leave_committee", "libère la commission"> {
  static void run(Doing act) { act.data.committee.reset(); }
};
struct NoteDecision : Action<"note_decision", "retient la décision de la commission"> {
  static void run(Doing act, Decide const& event) {
    CommitteeDecision decision = act.data.decision.value_or(CommitteeDecision{});
    decision.outcome = event.outcome;
    if (event.aim) decision.aim = event.aim->value;
    if (event.choice) decision.choice = event.choice;
    if (event.social_urgency) decision.social_urgency = event.social_urgency->value;
    if (event.medical_urgency) decision.medical_urgency = event.medical_urgency->value;
    if (event.rank) decision.rank = event.rank->value;
    decision.reason = text_of(event.reason);
    act.data.decision = decision;
  }
};
struct AskForInformation : Action<"ask_for_information", "renvoie à la commission du trimestre suivant"> {
  static void run(Doing act, Decide const& event) {
    act.data.committee.reset();
    act.data.next_quarter = true;
    act.open_task(Role::admin_assistant, "more_information",
                  "Réunir ce que la commission demande : " + event.reason->value);
  }
};
struct WriteNotRetained : Action<"write_not_retained", "écrit la décision, ses motifs et les recours"> {
  static constexpr std::string_view message_template = "decision_not_retained", transmission_code = "45";
  static void run(Doing act, Decide const& event) {
    act.write_to_person("decision_not_retained", {{"reason", event.reason->value}});
    act.transmit("45", act.reasons().not_retained);
  }
};
struct TakeSeat : Action<"take_seat", "prend la place dans la session"> {
  static void run(Doing act) {
    auto const& session = *act.facts().session;
    act.data.seat = Seat{session.id, session.entry_on, session.weeks, session.pre_reception_on};
  }
};
struct FreeSeat : Action<"free_seat", "libère la place et la propose à la personne suivante"> {
  static void run(Doing act) {
    if (!act.data.seat) return;
    act.data.seat.reset();
    act.open_task(Role::coordinator, "offer_seat",
                  "Proposer la place libérée à la personne suivante de la liste");
  }
};
// « Les dates d'entrée … les dates des prochaines vacances … la date du pré-accueil » (L1235-1243).
struct WriteDates : Action<"write_dates", "écrit les dates et annonce l'entrée prévue"> {
  static constexpr std::string_view message_template = "entry_dates", transmission_code = "71";
  static void run(Doing act) {
    Json const details{{"entry_on", to_string(act.data.seat->entry_on)}};
    act.write_to_person("entry_dates", details);
    act.transmit("71", {}, {{"planned_entry_on", to_string(act.data.seat->entry_on)}});
  }
};
struct NotePreReception : Action<"note_pre_reception", "retient les trois vérifications du pré-accueil"> {
  static void run(Doing act, HoldPreReception const& event) {
    act.data.pre_reception = PreReceptionHeld{event.attended, event.medically_stable, event.social_urgency,
                                              event.missing_documents.value_or(AnyOf<Document>{})};
    act.data.documents_waived_because.reset();  // of another list
    if (event.social_urgency.value_or(false))
      act.open_task(Role::social_worker, "social_urgency", "Urgence sociale signalée au pré-accueil");
  }
};
// An absence is never a reason to lose the place (L1237): the three checks remain to be done.
struct AskForChecks : Action<"ask_for_checks", "demande les trois vérifications du pré-accueil"> {
  static void run(Doing act) {
    act.open_task(Role::doctor, "medical_check",
                  "Vérifier la stabilisation médicale (absence au pré-accueil)");
    act.open_task(Role::social_worker, "social_check",
                  "Vérifier la situation sociale (absence au pré-accueil)");
    act.open_task(Role::admin_assistant, "documents_check",
                  "Vérifier les dernières pièces (absence au pré-accueil)");
  }
};
struct NoteWaiver : Action<"note_waiver", "retient la dispense de pièces"> {
  static void run(Doing act, WaiveDocuments const& event) {
    act.data.documents_waived_because = event.reason.value;
  }
};
struct NoteEntry : Action<"note_entry", "retient le jour de l'entrée"> {
  static void run(Doing act) {
    act.data.entered_on = act.occurred_on();
    act.data.stay_weeks = act.data.seat ? act.data.seat->weeks : 14;
    act.data.initial_synthesis.reset();
    act.data.final_synthesis.reset();
    act.data.team_meetings.clear();
    act.data.contract_signed_on.reset();
  }
};
struct TransmitRenunciation : Action<"transmit_renunciation", "signale l'admission impossible"> {
  static constexpr std::string_view transmission_code = "45";
  static void run(Doing act, Renounce const& event) {
    act.transmit("45", event.code ? event.code->value : act.reasons().renounced);
  }
};
struct TransmitNoShow : Action<"transmit_no_show", "signale l'admission impossible"> {
  static constexpr std::string_view transmission_code = "45";
  static void run(Doing act) { act.transmit("45", act.reasons().no_show); }
};
struct TransmitTransfer : Action<"transmit_transfer", "demande la réorientation"> {
  static constexpr std::string_view transmission_code = "51";
  static void run(Doing act, Transfer const& event) {
    act.data.transferred_to = event.to.value;
    act.transmit("51", act.reasons().transferred);
  }
};
struct NoteInterview : Action<"note_interview", "retient l'entretien"> {
  static void run(Doing act, ScheduleInterview const& event) {
    act.data.interviews.push_back(event.on);
    act.open_task(Role::coordinator, "interview", "Entretien individuel du " + french(event.on), event.on);
  }
};
struct NoteDeparture : Action<"note_departure", "retient le départ"> {
  static void run(Doing act) { act.data.departed_on = act.occurred_on(); }
};
template <ExitCause Cause, Literal Id>
struct NoteCause : Action<Id, "retient la cause du départ"> {
  static void run(Doing act) {
    act.data.departed_on = act.occurred_on();
    act.data.exit_cause = Cause;
  }
};
using NoteAbandon = NoteCause<ExitCause::abandoned, "note_abandon">;
using NoteTransfer = NoteCause<ExitCause::transferred, "note_transfer">;
using NoteHealth = NoteCause<ExitCause::health, "note_health">;
using NoteExclusion = NoteCause<ExitCause::excluded, "note_exclusion">;
struct NoteFollowUp : Action<"note_follow_up", "retient le point de suivi"> {
  static void run(Doing act, RecordFollowUp const& event) {
    act.data.follow_ups.push_back({act.occurred_on(), event.check.value, event.result, text_of(event.note)});
  }
};
struct ForgetWaiver : Action<"forget_waiver", "revient sur la dispense de pièces"> {
  static void run(Doing act) { act.data.documents_waived_because.reset(); }
};
// What has not left yet is no longer for anybody.
struct NoteDeath : Action<"note_death", "retient le décès et n'envoie plus rien"> {
  static void run(Doing act) {
    act.data.died_on = act.occurred_on();
    if (!act.data.has_entered()) act.data.seat.reset();
    act.cancel_unsent_messages();
  }
};
struct FlagUnfinishedReport : Action<"flag_unfinished_report", "signale un bilan inachevé"> {
  static void run(Doing act) {
    if (!act.turn.is_in("decided"))
      act.open_task(Role::deputy_director, "unfinished_report",
                    "Suivi terminé, bilan final sans décision de la CDAPH");
  }
};

struct NoteInitialSynthesis : Action<"note_initial_synthesis", "retient la synthèse"> {
  static void run(Doing act, HoldInitialSynthesis const& event) {
    act.data.initial_synthesis = Meeting{act.occurred_on(), 2, event.summary.value};
  }
};
struct NoteTeamMeeting : Action<"note_team_meeting", "retient la réunion"> {
  static void run(Doing act, HoldTeamMeeting const& event) {
    act.data.team_meetings.push_back({act.occurred_on(), event.week.value, text_of(event.summary)});
  }
};
struct NoteFinalSynthesis : Action<"note_final_synthesis", "retient la synthèse finale"> {
  static void run(Doing act, HoldFinalSynthesis const& event) {
    act.data.final_synthesis = Meeting{act.occurred_on(), 12, event.summary.value};
  }
};
struct NoteContract : Action<"note_contract", "retient la signature"> {
  static void run(Doing act) { act.data.contract_signed_on = act.occurred_on(); }
};
struct NoteAmendment : Action<"note_amendment", "retient l'avenant"> {
  static void run(Doing act, AmendContract const& event) {
    act.data.contract_amendments.push_back({act.occurred_on(), event.reason.value});
  }
};
struct NoteReferent : Action<"note_referent", "retient le référent"> {
  static void run(Doing act, DesignateReferent const& event) { act.data.referent = event.user.value; }
  static void run(Doing act, ReplaceReferent const& event) { act.data.referent = event.user.value; }
};
struct NoteProject : Action<"note_project", "retient le projet personnalisé"> {
  static void run(Doing act, DraftProject const& event) {
    if (event.objectives) act.data.project_objectives = event.objectives->value;
  }
};
struct NoteProjectReview : Action<"note_project_review", "retient la réévaluation"> {
  static void run(Doing act, ReviewProject const& event) {
    act.data.project_reviews.push_back({act.occurred_on(), {}, text_of(event.summary)});
  }
};
struct NoteInternship : Action<"note_internship", "retient le stage et ses heures"> {
  static void run(Doing act, RecordInternship const& event) {
    act.data.internships.push_back({event.company.value, event.from, event.to, event.hours.value});
    act.data.internship_hours += event.hours.value;
  }
};
struct NoteReport : Action<"note_report", "retient le bilan final"> {
  static void run(Doing act, SubmitReport const& event) {
    FinalReport report{event.recommendation,
                       event.placement_aid,
                       event.return_to_care,
                       event.training_place,
                       event.workplace,
                       event.unfitness,
                       event.person_view,
                       text_of(event.person_observations),
                       {}};
    if (event.needs)
      for (auto const& need : event.needs->values) report.needs.push_back(need.value);
    act.data.report = report;
  }
};
struct NoteReportSent : Action<"note_report_sent", "retient l'envoi et surveille chaque mois la décision"> {
  static void run(Doing act) {
    act.data.report_sent_on = act.occurred_on();
    act.open_monthly_task(
        Role::admin_assistant, "cdaph_check", "Décision de la CDAPH : où en est-elle ?",
        due_date(act.occurred_on(), calendar_months(1), Roll::next_opening_day, act.calendar()).due);
  }
};
struct StopWatchingCdaph : Action<"stop_watching_cdaph", "cesse de surveiller la décision"> {
  static void run(Doing act) { act.close_tasks("cdaph_check"); }
};
struct NoteCdaphDecision : Action<"note_cdaph_decision", "retient la décision de la CDAPH"> {
  static void run(Doing act, RecordCdaphDecision const& event) {
    act.data.cdaph_outcome = event.outcome;
    act.data.cdaph_decided_on = act.occurred_on();
  }
};

// ---- states
// ------------------------------------------------------------------------------------------------

struct BeforeEntry : Tag<"before_entry"> {};
struct OpenState : Tag<"open"> {};
struct MayHaveEntered : Tag<"may_have_entered"> {};  // a rescheduled or reopened person may stand here
struct MayReopen : Tag<"may_reopen"> {};
struct Stay;

// clang-format off
struct JourneyBegin         : State<"journey_begin", "Avant l'ouverture", Hidden> {};
struct NotifiedPaper        : State<"notified_paper", "Notification papier reçue", BeforeEntry, OpenState, Deadlines<FirstContact>> {};
struct NotifiedDigital      : State<"notified_digital", "Notification numérique reçue", BeforeEntry, OpenState, Deadlines<FirstContact>> {};
struct FirstContactSent     : State<"first_contact_sent", "Premier courrier envoyé", BeforeEntry, OpenState, Deadlines<FirstContactAnswer>> {};
struct InterestExpressed    : State<"interest_expressed", "Intérêt exprimé", BeforeEntry, OpenState, Deadlines<DocumentsAwaited>> {};
struct FileSent             : State<"file_sent", "Dossier d'admission envoyé", BeforeEntry, OpenState, Deadlines<FileReturn>> {};
struct FileReminded         : State<"file_reminded", "Relancé(e)", BeforeEntry, OpenState, Deadlines<ReminderAnswer>> {};
struct CompletenessCheck    : State<"completeness_check", "Vérification du dossier", BeforeEntry, OpenState, MayHaveEntered, Deadlines<Completeness>> {};
struct IncompleteAdminHelp  : State<"incomplete_admin_help", "Dossier incomplet, aide de l'assistante administrative", BeforeEntry, OpenState, MayHaveEntered, Deadlines<HelpReview>> {};
struct IncompleteSocialHelp : State<"incomplete_social_help", "Dossier incomplet, aide de l'assistante sociale", BeforeEntry, OpenState, MayHaveEntered, Deadlines<HelpReview>> {};
struct WaitingCommittee     : State<"waiting_committee", "En attente de la commission", BeforeEntry, OpenState, MayHaveEntered, Deadlines<CommitteeOfQuarter>> {};
struct OnCommitteeList      : State<"on_committee_list", "Inscrit(e) à la commission", BeforeEntry, OpenState, MayHaveEntered, Deadlines<CommitteeDay>> {};
struct UnderReview          : State<"under_review", "Examen en commission", BeforeEntry, OpenState, MayHaveEntered, NoDeadline<"se règle pendant la réunion">> {};
struct Retained             : State<"retained", "Retenu(e), liste d'attente", BeforeEntry, OpenState, MayHaveEntered, Deadlines<SeatAwaited>> {};
struct Assigned             : State<"assigned", "Place attribuée", BeforeEntry, OpenState, MayHaveEntered, Deadlines<DatesLetter>> {};
struct Admitted             : State<"admitted", "Admis(e), pré-accueil à venir", BeforeEntry, OpenState, MayHaveEntered, Deadlines<PreReception>> {};
struct PreReceptionDone     : State<"pre_reception_done", "Pré-accueil fait", BeforeEntry, OpenState, MayHaveEntered, Deadlines<Convocation>> {};
struct PreReceptionMissed   : State<"pre_reception_missed", "Absent(e) au pré-accueil", BeforeEntry, OpenState, MayHaveEntered, Deadlines<Convocation>> {};
struct PostponedHealth      : State<"postponed_health", "Entrée reportée (santé)", BeforeEntry, OpenState, MayHaveEntered, Deadlines<HealthReviewBeforeEntry>> {};
struct Convoked             : State<"convoked", "Convoqué(e)", BeforeEntry, OpenState, MayHaveEntered, Deadlines<EntryDay>> {};
struct SuspendedHealth      : State<"suspended_health", "Suspendu (santé)", OpenState, Remembers<Stay>, Deadlines<HealthReview>> {};
struct FollowUp             : State<"follow_up", "Suivi de douze mois", OpenState, Deadlines<FollowUpEnd, FollowUpCheck>> {};
struct FollowUpEarly        : State<"follow_up_early", "Suivi de douze mois (sortie anticipée)", OpenState, Deadlines<FollowUpEnd, FollowUpCheck>> {};
struct ClosedNoAnswer       : State<"closed_no_answer", "Sans suite", Final, MayReopen> {};
struct ClosedRenounced      : State<"closed_renounced", "Renonciation", Final, MayReopen> {};
struct ClosedNoShow         : State<"closed_no_show", "Absence à l'entrée", Final, MayReopen> {};
struct ClosedDuplicate      : State<"closed_duplicate", "Doublon", Final, TellsNobody<"le dossier d'origine continue et informe la MDPH">> {};
struct ClosedInvalid        : State<"closed_invalid", "Notification non recevable", Final, TellsNobody<"l'assistante informe la MDPH elle-même : une tâche le demande">> {};
struct ClosedNotRetained    : State<"closed_not_retained", "Non retenu(e) par la commission", Final> {};
struct ClosedTransferred    : State<"closed_transferred", "Transféré(e) vers un autre service", Final> {};
struct ClosedCompleted      : State<"closed_completed", "Parcours achevé, suivi terminé", Final, TellsNobody<"la sortie (48) a été transmise au départ">> {};
struct ClosedAbandoned      : State<"closed_abandoned", "Abandon, suivi terminé", Final, TellsNobody<"la sortie (48) a été transmise au départ">> {};
struct ClosedHealth         : State<"closed_health", "Arrêt pour santé, suivi terminé", Final, TellsNobody<"la sortie (48) a été transmise au départ">> {};
struct ClosedExcluded       : State<"closed_excluded", "Exclusion, suivi terminé", Final, TellsNobody<"la sortie (48) a été transmise au départ">> {};
struct ClosedDeceased       : State<"closed_deceased", "Décès", Final, TellsNobody<"l'assistante informe la MDPH elle-même : une tâche le demande">> {};

struct ToSign               : State<"to_sign", "Contrat à signer", Deadlines<ContractSigned>> {};
struct Signed               : State<"signed", "Contrat signé", NoDeadline<"rien n'est attendu">> {};
struct AwaitingS2           : State<"awaiting_s2", "Avant la synthèse de S2", Deadlines<SynthesisS2>> {};
struct InProgress           : State<"in_progress", "Évaluation en cours", Deadlines<TeamMeeting, SynthesisS12>> {};
struct FinalHeld            : State<"final_held", "Synthèse finale tenue", NoDeadline<"le départ suit la fin du parcours">> {};
struct ToDesignate          : State<"to_designate", "Référent à désigner", Deadlines<ReferentNamed>> {};
struct Designated           : State<"designated", "Référent désigné", NoDeadline<"rien n'est attendu">> {};
struct Collecting           : State<"collecting", "Recueil des attentes", Deadlines<ProjectDrafted>> {};
struct Drafted              : State<"drafted", "Projet rédigé", NoDeadline<"l'accord est recueilli avec la personne, à son rythme">> {};
struct Consented            : State<"consented", "Projet accepté", NoDeadline<"réévalué à chaque réunion pluridisciplinaire">> {};
struct InternshipsOpen      : State<"open", "Stages", NoDeadline<"105 heures sont un but, pas une échéance">> {};

struct ReportBegin          : State<"report_begin", "Avant l'entrée", Hidden> {};
struct NotDue               : State<"not_due", "Bilan à venir", NoDeadline<"suit la synthèse S12 et la fin du séjour">> {};
struct Drafting             : State<"drafting", "Bilan en rédaction", NoDeadline<"suit la synthèse S12 et la fin du séjour">> {};
struct ToValidate           : State<"to_validate", "Bilan à valider", NoDeadline<"suit la synthèse S12 et la fin du séjour">> {};
struct Validated            : State<"validated", "Bilan validé", NoDeadline<"suit la synthèse S12 et la fin du séjour">> {};
struct AwaitingCdaph        : State<"awaiting_cdaph", "Décision de la CDAPH attendue", NoDeadline<"décision d'un autre : une tâche chaque mois à la place">> {};
struct Decided              : State<"decided", "Décision de la CDAPH reçue", NoDeadline<"rien n'est attendu">> {};

struct RecordBegin          : State<"record_begin", "Avant l'ouverture", Hidden> {};
struct Unknown              : State<"unknown", "À rechercher sur ViaTrajectoire", NoDeadline<"suit le délai du premier contact">> {};
struct Requested            : State<"requested", "Demandé à la MDPH", NoDeadline<"la consultation hebdomadaire le retrouve">> {};
struct Linked               : State<"linked", "Rattaché sur ViaTrajectoire", OpensTransmissions, NoDeadline<"rien n'est attendu">> {};

struct LifeOpen             : State<"open", "Dossier en cours", NoDeadline<"les échéances sont celles du parcours">> {};
struct LifeSuspended        : State<"suspended", "Dossier suspendu", Interrupting, FreezesDeadlines, NoDeadline<"la coordinatrice reprend le dossier">> {};
// clang-format on

struct FinalSynthesisHeld : Guard<"final_synthesis_held", "la synthèse finale n'a pas encore été tenue"> {
  static bool test(Case const& view) { return view.is_in<FinalHeld>(); }
};
struct IsOpen : Condition<"is_open"> {
  static bool test(Case const& view) { return !view.is_final(); }
};
struct IsOpenOrQueued : Condition<"is_open_or_queued"> {
  static bool test(Case const& view) { return !view.is_final() || view.has_queued_transmissions(); }
};

// ---- the table
// ---------------------------------------------------------------------------------------------

// clang-format off
struct Stay : Composite<"stay", "En parcours", OpenState, Deadlines<StayEnd>> {
  using regions = Regions<
    Region<"assessment", "Évaluation", AwaitingS2>,
    Region<"contract", "Contrat de séjour", ToSign>,
    Region<"referent", "Référent", ToDesignate>,
    Region<"project", "Projet personnalisé", Collecting>,
    Region<"internships", "Stages", InternshipsOpen>>;
  using table = Rows<
    Row<AwaitingS2,      HoldInitialSynthesis, InProgress,  Do<NoteInitialSynthesis>>,
    Row<InProgress,      HoldTeamMeeting,      Same,        Do<NoteTeamMeeting>>,
    Row<InProgress,      HoldFinalSynthesis,   FinalHeld,   Do<NoteFinalSynthesis>>,
    Row<ToSign,          SignContract,         Signed,      Do<NoteContract>>,
    Row<Signed,          AmendContract,        Same,        Do<NoteAmendment>>,
    Row<ToDesignate,     DesignateReferent,    Designated,  Do<NoteReferent>>,
    Row<Designated,      ReplaceReferent,      Same,        Do<NoteReferent>>,
    Row<Collecting,      DraftProject,         Drafted,     Do<NoteProject>>,
    Row<Drafted,         ConsentToProject,     Consented,   When<HasConsented>>,
    Row<Drafted,         ConsentToProject,     Collecting,  When<Not<HasConsented>>>,
    Row<Consented,       ReviewProject,        Same,        Do<NoteProjectReview>>,
    Row<InternshipsOpen, RecordInternship,     Same,        Do<NoteInternship>>>;
};

struct Preorientation : Workflow<"preorientation", "Admission et parcours en pré-orientation", 1, Data> {
  // In the order in which one event moves them: a letter to the MDPH leaves before the file it announces.
  using regions = Regions<
    Region<"via_trajectoire", "Dossier sur ViaTrajectoire", RecordBegin>,
    Region<"journey", "Parcours", JourneyBegin>,
    Region<"report", "Bilan final", ReportBegin>,
    Region<"life", "Vie du dossier", LifeOpen>>;
  using table = Rows<
    // ViaTrajectoire (L1168-1190)
    Row<RecordBegin, OpenCase,             Unknown,   When<IsPaper>>,
    Row<RecordBegin, OpenCase,             Linked,    When<Not<IsPaper>>>,
    Row<Unknown,     SearchViaTrajectoire, Linked,    When<IsOpenOrQueued, IsFound>, Do<LinkRecord>>,
    Row<Unknown,     SearchViaTrajectoire, Requested, When<IsOpenOrQueued, Not<IsFound>>, Do<EmailMdph<"mdph_registration_request">>>,
    Row<Requested,   SearchViaTrajectoire, Linked,    When<IsOpenOrQueued, IsFound>, Do<LinkRecord>>,
    Row<Requested,   SearchViaTrajectoire, Same,      When<IsOpenOrQueued, Not<IsFound>>>,

    // from the notification to the file (L1169-1212)
    Row<JourneyBegin,    OpenCase,             NotifiedPaper,    When<IsPaper>, Do<NoteChannel>>,
    Row<JourneyBegin,    OpenCase,             NotifiedDigital,  When<Not<IsPaper>>, Do<NoteChannel>>,
    Row<NotifiedPaper,   SearchViaTrajectoire, FileSent,         Do<SendFile>>,
    Row<NotifiedDigital, SendFirstContact,     FirstContactSent, Do<WriteToPerson<"first_contact">, Transmit<"41", "151">>>,
    Row<OneOf<NotifiedPaper, NotifiedDigital>, ConfirmDuplicate,   ClosedDuplicate, Do<NoteDuplicate>>,
    Row<OneOf<NotifiedPaper, NotifiedDigital>, RejectNotification, ClosedInvalid,   Do<WriteToPerson<"invalid_notification">, AskToInformMdph>>,
    Row<FirstContactSent, RecordInterest, InterestExpressed>,
    Row<OneOf<FirstContactSent, InterestExpressed>, ReceiveDocuments,   FileSent, When<HasBothNotifications>, Do<AddDocuments, SendFile>>,
    Row<OneOf<FirstContactSent, InterestExpressed>, ReceiveDocuments,   Same,     When<Not<HasBothNotifications>>, Do<AddDocuments>>,
    Row<FirstContactSent,  SendReminder, Same, Do<NoteReminder>, Restarts<FirstContactAnswer, calendar_months(1)>>,
    Row<InterestExpressed, SendReminder, Same, Do<NoteReminder>, Restarts<DocumentsAwaited, calendar_months(1)>>,
    Row<OneOf<FirstContactSent, InterestExpressed>, CloseWithoutAnswer, ClosedNoAnswer, If<ReminderSentGuard>, Do<Transmit<"41", "151">>>,
    Row<OneOf<FileSent, FileReminded>, ReturnFile, CompletenessCheck, Do<AddDocuments>, MayPrecedeState>,
    Row<FileSent,     SendReminder,       FileReminded,   Do<NoteReminder>>,
    Row<FileReminded, CloseWithoutAnswer, ClosedNoAnswer, Do<Transmit<"41", "151">>>,

    // completeness and help (L1213-1221)
    Row<CompletenessCheck, CheckFile, WaitingCommittee,    If<FileComplete>>,
    Row<CompletenessCheck, CheckFile, IncompleteAdminHelp, Do<BeginHelp>, Otherwise>,
    Row<IncompleteAdminHelp,  ReceiveDocuments, WaitingCommittee, When<CompletesFile>, Do<AddDocuments>>,
    Row<IncompleteAdminHelp,  ReceiveDocuments, Same,             When<Not<CompletesFile>>, Do<AddDocuments>>,
    Row<IncompleteSocialHelp, ReceiveDocuments, WaitingCommittee, When<CompletesFile>, Do<AddDocuments>, AA_SW>,
    Row<IncompleteSocialHelp, ReceiveDocuments, Same,             When<Not<CompletesFile>>, Do<AddDocuments>, AA_SW>,
    Row<IncompleteAdminHelp,  ReferToSocialWorker, IncompleteSocialHelp>,
    Row<OneOf<IncompleteAdminHelp, IncompleteSocialHelp>, SendReminder,       Same,           Do<NoteReminder>>,
    Row<OneOf<IncompleteAdminHelp, IncompleteSocialHelp>, CloseWithoutAnswer, ClosedNoAnswer, If<RemindedTwice>, Do<Transmit<"41", "151">>, CO>,

    // the committee (L1222-1235)
    Row<WaitingCommittee, ListForCommittee, OnCommitteeList,   Do<NoteCommittee>>,
    Row<OnCommitteeList,  Unlist,           WaitingCommittee,  Do<LeaveCommittee>>,
    Row<OnCommitteeList,  OpenReview,       UnderReview>,
    Row<UnderReview,      Decide,           Retained,          When<IsRetained>, If<AimAndChoiceRecorded>, Do<NoteDecision, Transmit<"72">>>,
    Row<UnderReview,      Decide,           WaitingCommittee,  When<NeedsMoreInformation>, Do<NoteDecision, AskForInformation>>,
    Row<UnderReview,      Decide,           ClosedNotRetained, When<IsNotRetained>, Do<NoteDecision, WriteNotRetained>>,

    // from the seat to the entry (L1235-1296)
    Row<Retained, AssignSession,    Assigned,           If<SeatFree>, Do<TakeSeat>>,
    Row<OneOf<Assigned, Admitted, PreReceptionDone, PreReceptionMissed, Convoked>, ChangeSession, Assigned, If<SeatFree>, Do<TakeSeat>>,
    Row<Assigned, SendDatesLetter,  Admitted,           Do<WriteDates>>,
    Row<Admitted, HoldPreReception, PreReceptionDone,   When<HasAttended>, Do<NotePreReception>>,
    Row<Admitted, HoldPreReception, PreReceptionMissed, When<Not<HasAttended>>, Do<NotePreReception, AskForChecks>>,
    Row<OneOf<PreReceptionDone, PreReceptionMissed>, WaiveDocuments,  Same,     Do<NoteWaiver>>,
    Row<OneOf<PreReceptionDone, PreReceptionMissed>, SendConvocation, Convoked, If<FileCompleteForEntry>, Do<WriteToPerson<"convocation">>>,
    Row<OneOf<PreReceptionDone, PreReceptionMissed, Convoked>, PostponeForHealth, PostponedHealth, Do<FreeSeat>>,
    Row<PostponedHealth, ConfirmStable, Retained>,
    Row<Convoked, RecordEntry,  Stay,         If<DecisionValid>, Do<NoteEntry, Transmit<"47">>>,
    Row<Convoked, RecordNoShow, ClosedNoShow, Do<FreeSeat, TransmitNoShow>>,

    // before entry: the person may renounce in one step, or ask for an interview (L1257-1264)
    Row<OneOf<NotifiedPaper, NotifiedDigital, FirstContactSent, InterestExpressed, FileSent, FileReminded>, Renounce, ClosedRenounced, Do<TransmitRenunciation>>,
    Row<Tagged<MayHaveEntered>, Renounce,       ClosedRenounced, When<Not<HasEntered>>, Do<FreeSeat, TransmitRenunciation>>,
    Row<Tagged<BeforeEntry>, ScheduleInterview, Same,            Do<NoteInterview>>,
    Row<OneOf<Retained, Assigned, Admitted>, Transfer, ClosedTransferred, When<Not<HasEntered>>, Do<FreeSeat, TransmitTransfer>>,
    Row<OneOf<Retained, Assigned, Admitted>, Transfer, FollowUpEarly,     When<HasEntered>, Do<FreeSeat, NoteTransfer, Transmit<"48">, TransmitTransfer>>,
    Row<Tagged<MayHaveEntered>, Abandon, FollowUpEarly,   When<HasEntered>, Do<FreeSeat, NoteAbandon, Transmit<"48">>>,
    Row<Tagged<MayReopen>, Reopen, CompletenessCheck, When<HasReturnedFile>, If<DecisionValid>, Do<ForgetWaiver, SendFile>>,
    Row<Tagged<MayReopen>, Reopen, FileSent,          When<Not<HasReturnedFile>>, If<DecisionValid>, Do<ForgetWaiver, SendFile>>,

    // the stay and its ends (L1148, L1581)
    Row<Stay, Depart,             FollowUp,        If<FinalSynthesisHeld>, Do<NoteDeparture, Transmit<"48">>>,
    Row<Stay, Abandon,            FollowUpEarly,   Do<NoteAbandon, Transmit<"48">>>,
    Row<Stay, Exclude,            FollowUpEarly,   Do<NoteExclusion, Transmit<"48">>>,
    Row<Stay, Transfer,           FollowUpEarly,   Do<NoteTransfer, Transmit<"48">, TransmitTransfer>>,
    Row<Stay, InterruptForHealth, SuspendedHealth>,
    Row<SuspendedHealth, Resume,        Stay>,
    Row<SuspendedHealth, Reschedule,    Retained,      Do<FreeSeat>>,
    Row<SuspendedHealth, StopForHealth, FollowUpEarly, Do<NoteHealth, Transmit<"48">>>,
    Row<SuspendedHealth, Abandon,       FollowUpEarly, Do<NoteAbandon, Transmit<"48">>>,

    // twelve months (L1927): the only end the engine decides
    Row<OneOf<FollowUp, FollowUpEarly>, RecordFollowUp, Same, Do<NoteFollowUp>>,
    Row<FollowUp,      Passed<FollowUpEnd>, ClosedCompleted,   Do<FlagUnfinishedReport>>,
    Row<FollowUpEarly, Passed<FollowUpEnd>, ClosedAbandoned,   When<LeftByAbandon>, Do<FlagUnfinishedReport>>,
    Row<FollowUpEarly, Passed<FollowUpEnd>, ClosedTransferred, When<LeftByTransfer>, Do<FlagUnfinishedReport>, TellsNobody<"la sortie (48) a été transmise au départ">>,
    Row<FollowUpEarly, Passed<FollowUpEnd>, ClosedHealth,      When<LeftForHealth>, Do<FlagUnfinishedReport>>,
    Row<FollowUpEarly, Passed<FollowUpEnd>, ClosedExcluded,    When<LeftByExclusion>, Do<FlagUnfinishedReport>>,

    Row<Tagged<OpenState>, RecordDeath, ClosedDeceased, Do<NoteDeath, AskToInformMdph>, MayPrecedeState>,

    // the final report, beside the journey from entry on (L1433-1462)
    Row<ReportBegin,   RecordEntry,           NotDue,        Alongside>,
    Row<NotDue,        OpenReport,            Drafting>,
    Row<NotDue,        HoldFinalSynthesis,    Drafting,      Alongside>,
    Row<NotDue,        Abandon,               Drafting,      Alongside>,
    Row<NotDue,        Exclude,               Drafting,      Alongside>,
    Row<NotDue,        Transfer,              Drafting,      Alongside>,
    Row<NotDue,        StopForHealth,         Drafting,      Alongside>,
    Row<Drafting,      SubmitReport,          ToValidate,    Do<NoteReport>>,
    Row<ToValidate,    ValidateReport,        Validated>,
    Row<ToValidate,    ReturnReport,          Drafting>,
    Row<Validated,     SendReport,            AwaitingCdaph, Do<WriteToPerson<"final_report">, WriteToMdph<"final_report">, NoteReportSent>>,
    Row<AwaitingCdaph, RecordCdaphDecision,   Decided,       Do<NoteCdaphDecision, StopWatchingCdaph>>,
    Row<AwaitingCdaph, RequestReportAddition, Drafting,      Do<StopWatchingCdaph>>,

    // the life of the case
    Row<LifeOpen,      Suspend,     LifeSuspended, When<IsOpen>>,
    Row<LifeSuspended, ResumeCase,  LifeOpen>,
    Row<LifeSuspended, Renounce,    LifeOpen,      Alongside>,
    Row<LifeSuspended, Abandon,     LifeOpen,      Alongside>,
    Row<LifeSuspended, RecordDeath, LifeOpen,      Alongside>,
    Row<OneOf<LifeOpen, LifeSuspended>, AddNote, Same>>;
};
// clang-format on

}  // namespace jalon::preorientation
