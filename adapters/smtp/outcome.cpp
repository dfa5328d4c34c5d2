#include "adapters/smtp/outcome.hpp"

#include <sstream>
#include <string>

namespace jalon::smtp {

namespace {

constexpr std::size_t longest_quotation = 160;

// The server's words for a person's eyes: addresses taken out, printable ASCII only, cut at a fair length.
std::string quoted(std::string const& answer) {
  std::istringstream words{answer};
  std::string text;
  for (std::string word; words >> word;) {
    if (!text.empty()) text += ' ';
    text += word.find('@') == std::string::npos ? word : "(adresse)";
  }
  for (char& c : text) c = c >= ' ' && c <= '~' ? c : '?';
  if (text.size() > longest_quotation) text = text.substr(0, longest_quotation) + "…";
  return "« " + text + " »";
}

std::string what_broke(CURLcode ended) {
  switch (ended) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return "Le serveur de messagerie est introuvable.";
    case CURLE_COULDNT_CONNECT:
      return "Le serveur de messagerie est injoignable.";
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_ABORTED_BY_CALLBACK:
      return "Le serveur de messagerie n’a pas répondu à temps.";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "Le certificat du serveur de messagerie n’a pas pu être vérifié.";
    case CURLE_LOGIN_DENIED:
      return "Le serveur de messagerie ne propose aucun moyen de s’identifier qui soit connu ici.";
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
      return "La connexion chiffrée avec le serveur de messagerie a échoué.";
    default:
      return std::string{"La connexion avec le serveur de messagerie s’est interrompue ("} +
             curl_easy_strerror(ended) + ").";
  }
}

// Certificates, encryption and log-in do not mend themselves.
bool is_of_settings(CURLcode ended) {
  return ended == CURLE_PEER_FAILED_VERIFICATION || ended == CURLE_USE_SSL_FAILED ||
         ended == CURLE_LOGIN_DENIED;
}

TryLater broken_off(CURLcode ended) {
  return {what_broke(ended), is_of_settings(ended) ? Trouble::settings : Trouble::server};
}

// Nothing was said of this mail yet: whatever happened is no fault of it.
TryLater before_the_mail(CURLcode ended, Conversation const& conversation) {
  int const kind = conversation.last_code() / 100;
  auto const answer = quoted(conversation.last_answer());
  if (ended == CURLE_LOGIN_DENIED && kind == 5)
    return {"Le serveur de messagerie a refusé l’identifiant ou le mot de passe : " + answer,
            Trouble::settings};
  if (kind == 5) return {"Le serveur de messagerie refuse la connexion : " + answer, Trouble::settings};
  if (kind == 4)
    return {"Le serveur de messagerie demande de réessayer plus tard : " + answer, Trouble::server};
  return broken_off(ended);
}

// « Log in first », « encrypt first » (RFC 4954, RFC 3207): said of us, not of the mail.
bool asks_for_log_in(int code) {
  return code == 530;
}

// « Service not available, closing »: said of the server, not of the mail.
bool is_closing(int code) {
  return code == 421;
}

}  // namespace

SendOutcome outcome_of(CURLcode ended, Conversation const& conversation) {
  if (ended == CURLE_OK) return Sent{};
  if (conversation.phase() < Phase::sender) return before_the_mail(ended, conversation);
  int const code = conversation.last_code();
  auto const answer = quoted(conversation.last_answer());
  if (asks_for_log_in(code)) return before_the_mail(ended, conversation);
  if (code / 100 == 5) return Refused{"Le serveur de messagerie a refusé l’envoi : " + answer};
  if (code / 100 == 4)
    return TryLater{"Le serveur de messagerie demande de réessayer plus tard : " + answer,
                    is_closing(code) ? Trouble::server : Trouble::mail};
  if (conversation.whole_message_sent()) {
    return InDoubt{"Le message est parti, mais le serveur n’a pas confirmé l’avoir reçu. " +
                   what_broke(ended)};
  }
  return broken_off(ended);
}

}  // namespace jalon::smtp
