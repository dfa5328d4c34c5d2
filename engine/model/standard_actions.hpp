// The actions most rows need: write to somebody, report to the MDPH.
#pragma once
#include "engine/model/turn.hpp"
#include "engine/model/vocabulary.hpp"

namespace jalon {

// A letter, or an e-mail when the person prefers it.
template <Literal Template>
struct WriteToPerson : ActionBase {
  static constexpr std::string_view id = Template.view(), what = "écrit à la personne";
  static constexpr std::string_view message_template = Template.view();
  template <class Data>
  static void run(Act<Data> act) {
    act.write_to_person(std::string(message_template));
  }
};

// Always an e-mail.
template <Literal Template>
struct EmailMdph : ActionBase {
  static constexpr std::string_view id = Template.view(), what = "écrit à la MDPH par courriel";
  static constexpr std::string_view message_template = Template.view();
  static constexpr bool writes_to_mdph = true;
  template <class Data>
  static void run(Act<Data> act) {
    act.write_to_mdph(std::string(message_template), true);
  }
};

// Always on paper.
template <Literal Template>
struct WriteToMdph : ActionBase {
  static constexpr std::string_view id = Template.view(), what = "écrit à la MDPH";
  static constexpr std::string_view message_template = Template.view();
  static constexpr bool writes_to_mdph = true;
  template <class Data>
  static void run(Act<Data> act) {
    act.write_to_mdph(std::string(message_template), false);
  }
};

// A status of TRE_R357 that needs no reason, or always has the same one of TRE_R358.
template <Literal Status, Literal Reason = "">
struct Transmit : ActionBase {
  static constexpr std::string_view id = Status.view(), what = "à transmettre sur ViaTrajectoire";
  static constexpr std::string_view transmission_code = Status.view();
  template <class Data>
  static void run(Act<Data> act) {
    if constexpr (Reason.view().empty())
      act.transmit(std::string(transmission_code));
    else
      act.transmit(std::string(transmission_code), std::string(Reason.view()));
  }
};

}  // namespace jalon
