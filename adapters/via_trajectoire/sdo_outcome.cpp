#include "adapters/via_trajectoire/sdo_outcome.hpp"

#include <algorithm>

#include "engine/json/strict_json.hpp"
#include "engine/text/utf8.hpp"

namespace jalon::via_trajectoire {

namespace {

constexpr std::size_t longest_reason_bytes = 600, longest_proof_bytes = 200;

std::string what_broke(CURLcode ended) {
  switch (ended) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "est introuvable.";
    case CURLE_COULDNT_CONNECT:
      return "est injoignable.";
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_ABORTED_BY_CALLBACK:
      return "n’a pas répondu à temps.";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "a un certificat qui n’a pas pu être vérifié.";
    case CURLE_SSL_CERTPROBLEM:
      return "ne peut pas être joint : le certificat ou la clé du client ne se lisent pas.";
    default:
      return std::string("n’a pas répondu (") + curl_easy_strerror(ended) + ").";
  }
}

// Certificates do not mend themselves.
bool is_of_settings(CURLcode ended) {
  return ended == CURLE_PEER_FAILED_VERIFICATION || ended == CURLE_SSL_CERTPROBLEM ||
         ended == CURLE_SSL_CACERT_BADFILE;
}

// One line for people: no control character, cut between two characters.
std::string quoted(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 127; }, ' ');
  if (text.size() > longest_reason_bytes) {
    std::size_t end = longest_reason_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end) + "…";
  }
  return "« " + text + " »";
}

std::string text_of(Json const& object, char const* field) {
  auto const found = object.is_object() ? object.find(field) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// What the system says is wrong (OperationOutcome.issue), or its status alone.
std::string told(HttpAnswer const& answer) {
  auto const outcome = read_object(answer.body);
  std::string text;
  for (auto const& issue : outcome.value("issue", Json::array())) {
    auto said = text_of(issue, "diagnostics");
    if (said.empty()) said = text_of(issue.is_object() ? issue.value("details", Json()) : Json(), "text");
    if (said.empty()) said = text_of(issue, "code");
    if (!said.empty()) text += (text.empty() ? "" : " ; ") + said;
  }
  auto const status = std::to_string(answer.status);
  return text.empty() ? "(" + status + ")" : "(" + status + ") : " + quoted(text);
}

// « Task/41 », where the system keeps it.
std::string proof_of(HttpAnswer const& answer) {
  auto const& location = answer.location;
  auto const task = location.rfind("/Task/");
  auto proof = task == std::string::npos ? location : location.substr(task + 1);
  proof = proof.substr(0, proof.find("/_history"));
  auto const id = text_of(read_object(answer.body), "id");
  if (proof.empty() && !id.empty()) proof = "Task/" + id;
  bool const is_plain = std::all_of(proof.begin(), proof.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (proof.empty() || !is_plain || proof.size() > longest_proof_bytes)
    return "Accepté par ViaTrajectoire (201)";
  return proof;
}

constexpr char const* system_name = "ViaTrajectoire";

TransmitOutcome without_answer(HttpAnswer const& answer) {
  if (!answer.whole_request_sent) return not_reached(answer, system_name);
  return InDoubt{
      "L’envoi est parti, mais ViaTrajectoire n’a pas confirmé l’avoir reçu. Vérifiez si le statut y est "
      "déjà."};
}

}  // namespace

Json read_object(std::string const& body) {
  try {
    auto json = parse_json(body);
    if (json.is_object()) return json;
  } catch (MalformedJson const&) {
  }
  return Json::object();
}

TryLater not_reached(HttpAnswer const& answer, std::string const& who) {
  return {who + " " + what_broke(answer.ended),
          is_of_settings(answer.ended) ? Trouble::settings : Trouble::server};
}

TransmitOutcome outcome_of(HttpAnswer const& answer) {
  int const status = answer.status;
  if (status == 0) return without_answer(answer);
  if (status == 201) return Accepted{proof_of(answer)};
  if (status < 300 || status == 502 || status == 504)
    return InDoubt{"ViaTrajectoire ne dit pas si le statut est enregistré " + told(answer) +
                   ". Vérifiez s’il y est déjà."};
  if (status < 400)
    return TryLater{
        "ViaTrajectoire renvoie vers une autre adresse " + told(answer) + " : vérifiez le réglage.",
        Trouble::settings};
  if (status == 401)
    return TryLater{"ViaTrajectoire refuse le jeton d’accès " + told(answer), Trouble::settings};
  if (status == 408 || status == 429 || status >= 500)
    return TryLater{"ViaTrajectoire demande de réessayer plus tard " + told(answer), Trouble::server};
  return Refused{"ViaTrajectoire refuse cette transmission " + told(answer)};
}

}  // namespace jalon::via_trajectoire
