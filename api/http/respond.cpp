#include "api/http/respond.hpp"

#include "api/http/refusal.hpp"

namespace jalon::http {

namespace {

void tell(FailureListener const& listener, Request const& request, std::exception_ptr failure) noexcept {
  try {
    if (listener) listener(request, failure);
  } catch (...) {
    // The client's answer does not depend on the log.
  }
}

Response internal_error() {
  return Refusal(500, "La demande n'a pas pu être traitée. Rien ne garantit qu'elle ait été prise en compte.")
      .response();
}

}  // namespace

Answer respond(Request const& request, Options const& options, Handler const& handler, AnswerContext context,
               std::atomic<bool> const& is_stopping) {
  try {
    Response response = handler(request);
    context.keeps_alive = context.keeps_alive && !is_stopping;
    return render(std::move(response), context);
  } catch (...) {
    tell(options.on_failure, request, std::current_exception());
  }
  context.keeps_alive = context.keeps_alive && !is_stopping;
  return render(internal_error(), context);
}

std::optional<Response> ask_doorkeeper(Request const& request, Options const& options) {
  try {
    return options.doorkeeper ? options.doorkeeper(request) : std::nullopt;
  } catch (...) {
    tell(options.on_failure, request, std::current_exception());
  }
  return internal_error();
}

}  // namespace jalon::http
