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
      return "Le serveur de messagerie n’a pas répondu à temps.";
    case CURLE_PEER_FAILED_VERIFICATION:
      return "Le certificat du serveur de messagerie n’a pas pu être vérifié.";
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
      return "La connexion chiffrée avec le serveur de messagerie a échoué.";
    default:
      return std::string{"La connexion avec le serveur de messagerie s’est interrompue ("} +
             curl_easy_strerror(ended) + ").";
  }
}

}  // namespace

SendOutcome outcome_of(CURLcode ended, Conversation const& conversation) {
  if (ended == CURLE_OK) return Sent{};
  int const kind = conversation.last_code() / 100;
  auto const answer = quoted(conversation.last_answer());
  if (ended == CURLE_LOGIN_DENIED) {
    return TryLater{"Le serveur de messagerie a refusé l’identifiant ou le mot de passe : " + answer};
  }
  if (kind == 5) return Refused{"Le serveur de messagerie a refusé l’envoi : " + answer};
  if (kind == 4) return TryLater{"Le serveur de messagerie demande de réessayer plus tard : " + answer};
  if (conversation.whole_message_sent()) {
    return InDoubt{"Le message est parti, mais le serveur n’a pas confirmé l’avoir reçu. " +
                   what_broke(ended)};
  }
  return TryLater{what_broke(ended)};
}

}  // namespace jalon::smtp
