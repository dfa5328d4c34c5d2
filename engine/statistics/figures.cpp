#include "engine/statistics/figures.hpp"

#include <algorithm>
#include <map>

#include "engine/model/serafin_needs.hpp"
#include "engine/model/value_labels.hpp"

namespace jalon {

namespace {

constexpr int contact_days = 15, contract_days = 15, internship_target_hours = 105;

using Cases = std::vector<Milestones>;

template <class Is>
int count_of(Cases const& cases, Is const& is) {
  return int(std::count_if(cases.begin(), cases.end(), is));
}

// Of those in the base, so many.
template <class InBase, class Is>
Figure share(Cases const& cases, std::string id, std::string label, std::string base_label,
             InBase const& in_base, Is const& is) {
  Figure figure{std::move(id), std::move(label), std::move(base_label), count_of(cases, in_base), {}, {}};
  figure.count = count_of(cases, [&](auto const& each) { return in_base(each) && is(each); });
  return figure;
}

// How the base divides: the most frequent first, equals by name.
template <class InBase, class LabelsOf>
Figure distribution(Cases const& cases, std::string id, std::string label, std::string base_label,
                    InBase const& in_base, LabelsOf const& labels_of) {
  Figure figure{std::move(id), std::move(label), std::move(base_label), count_of(cases, in_base), {}, {}};
  std::map<std::string, int> counts;
  for (auto const& each : cases)
    if (in_base(each))
      for (auto const& name : labels_of(each)) ++counts[name];
  for (auto const& [name, count] : counts) figure.rows.push_back({name, count, {}});
  std::stable_sort(figure.rows.begin(), figure.rows.end(),
                   [](FigureRow const& one, FigureRow const& next) { return one.count > next.count; });
  return figure;
}

Figure delay(Cases const& cases, std::string id, std::string label, std::string base_label,
             std::optional<Date> Milestones::*reached) {
  std::vector<int> days;
  for (auto const& each : cases)
    if (each.*reached) days.push_back(days_between(each.received_on, *(each.*reached)));
  Figure figure{std::move(id), std::move(label), std::move(base_label), int(days.size()), {}, {}};
  figure.days = spread_of(std::move(days));
  return figure;
}

using Labels = std::vector<std::string>;

Labels word(std::optional<std::string> const& value) {
  return {std::string(french_label_of_value(value.value_or("")))};
}

bool everybody(Milestones const&) {
  return true;
}

// Contacted, or not and too late; who left before the fifteenth day, or still has time, does not count.
bool contact_is_settled(Milestones const& each, Date today) {
  return each.contacted_on || (!each.closed && days_between(each.received_on, today) > contact_days);
}
bool is_contacted_in_time(Milestones const& each) {
  return each.contacted_on && days_between(each.received_on, *each.contacted_on) <= contact_days;
}

std::string month_of(Date date) {
  return to_string(date).substr(0, 7);
}

Figure contact_trend(Cases const& cases, Date today) {
  Figure figure{"first_contact_trend",
                "Premiers contacts dans les 15 jours, par mois de notification",
                "dossiers dont le délai est échu",
                0,
                {},
                {}};
  std::map<std::string, FigureRow> months;
  for (auto const& each : cases) {
    if (!contact_is_settled(each, today)) continue;
    auto& month = months[month_of(each.received_on)];
    month.base = month.base.value_or(0) + 1;
    month.count += is_contacted_in_time(each);
    ++figure.base;
  }
  for (auto& [name, month] : months) {
    month.label = name;
    figure.rows.push_back(std::move(month));
  }
  return figure;
}

bool contract_is_settled(Milestones const& each, Date today) {
  return each.entered_on &&
         (each.contract_signed_on || days_between(*each.entered_on, today) > contract_days);
}

Figure number_of_needs(Cases const& cases) {
  return distribution(
      cases, "needs_per_person", "Nombre de besoins par personne", "rapports avec des besoins relevés",
      [](auto const& each) { return !each.needs.empty(); },
      [](auto const& each) {
        auto const count = each.needs.size();
        return Labels{std::to_string(count) + (count == 1 ? " besoin" : " besoins")};
      });
}

Labels needs_in_words(Milestones const& each) {
  Labels labels;
  for (auto const& code : each.needs) {
    auto const wording = label_of_need(code);
    labels.push_back(wording.empty() ? code : code + " " + std::string(wording));
  }
  return labels;
}

std::vector<Figure> of_notifications(Cases const& cases, Date today) {
  return {
      distribution(cases, "by_channel", "Notifications par canal", "dossiers notifiés", everybody,
                   [](auto const& each) { return word(each.channel); }),
      distribution(cases, "by_mdph", "Notifications par MDPH", "dossiers notifiés", everybody,
                   [](auto const& each) { return Labels{"MDPH " + each.mdph}; }),
      share(
          cases, "first_contact_in_time", "Premier contact dans les 15 jours",
          "dossiers dont le délai est échu",
          [&](auto const& each) { return contact_is_settled(each, today); }, is_contacted_in_time),
      contact_trend(cases, today),
      share(
          cases, "no_answer", "Clos sans réponse", "personnes contactées",
          [](auto const& each) { return each.contacted_on.has_value(); },
          [](auto const& each) { return each.state == "closed_no_answer"; }),
  };
}

std::vector<Figure> of_admission(Cases const& cases) {
  return {
      share(
          cases, "complete_at_first", "Dossiers complets au premier retour", "dossiers vérifiés",
          [](auto const& each) { return each.complete_at_first.has_value(); },
          [](auto const& each) { return *each.complete_at_first; }),
      delay(cases, "days_to_file", "De la notification à l'envoi du dossier", "dossiers envoyés",
            &Milestones::file_sent_on),
      delay(cases, "days_to_complete", "De la notification au dossier complet", "dossiers complets",
            &Milestones::complete_on),
      delay(cases, "days_to_committee", "De la notification à la décision de la commission",
            "dossiers examinés", &Milestones::decided_on),
      delay(cases, "days_to_entry", "De la notification à l'entrée", "personnes entrées",
            &Milestones::entered_on),
      distribution(
          cases, "decisions", "Décisions de la commission", "dossiers examinés",
          [](auto const& each) { return each.decision.has_value(); },
          [](auto const& each) { return word(each.decision); }),
      share(
          cases, "pre_reception", "Présence au pré-accueil", "pré-accueils tenus",
          [](auto const& each) { return each.came_to_pre_reception.has_value(); },
          [](auto const& each) { return *each.came_to_pre_reception; }),
  };
}

std::vector<Figure> of_stay(Cases const& cases, Date today) {
  return {
      share(
          cases, "contract_in_time", "Contrats de séjour signés dans les 15 jours",
          "entrées dont le délai est échu",
          [&](auto const& each) { return contract_is_settled(each, today); },
          [](auto const& each) {
            return each.contract_signed_on &&
                   days_between(*each.entered_on, *each.contract_signed_on) <= contract_days;
          }),
      share(
          cases, "internship_hours", "105 heures de stage ou plus", "personnes parties après leur entrée",
          [](auto const& each) { return each.entered_on && each.departed_on; },
          [](auto const& each) { return each.internship_hours >= internship_target_hours; }),
      distribution(
          cases, "recommendations", "Préconisations", "rapports rédigés",
          [](auto const& each) { return each.recommendation.has_value(); },
          [](auto const& each) { return word(each.recommendation); }),
      distribution(
          cases, "cdaph", "Décisions de la CDAPH sur le rapport", "décisions connues",
          [](auto const& each) { return each.cdaph_outcome.has_value(); },
          [](auto const& each) { return word(each.cdaph_outcome); }),
      distribution(
          cases, "needs", "Besoins relevés (SERAFIN-PH)", "rapports avec des besoins relevés",
          [](auto const& each) { return !each.needs.empty(); }, needs_in_words),
      number_of_needs(cases),
  };
}

std::vector<Figure> of_ends(Cases const& cases, StateLabel const& label_of) {
  return {
      share(
          cases, "followed_up", "Joints au bout de douze mois", "points de suivi à douze mois",
          [](auto const& each) { return each.follow_up_at_twelve_months.has_value(); },
          [](auto const& each) {
            return each.follow_up_at_twelve_months != "unreachable" &&
                   each.follow_up_at_twelve_months != "declined";
          }),
      distribution(
          cases, "at_twelve_months", "Situation au bout de douze mois", "points de suivi à douze mois",
          [](auto const& each) { return each.follow_up_at_twelve_months.has_value(); },
          [](auto const& each) { return word(each.follow_up_at_twelve_months); }),
      distribution(cases, "where_they_stand", "Où en sont les dossiers", "dossiers notifiés", everybody,
                   [&](auto const& each) { return Labels{label_of(each.state)}; }),
  };
}

void append(std::vector<Figure>& all, std::vector<Figure> some) {
  std::move(some.begin(), some.end(), std::back_inserter(all));
}

}  // namespace

std::vector<Figure> figures_of(Cases const& cases, Date today, StateLabel const& label_of) {
  auto all = of_notifications(cases, today);
  append(all, of_admission(cases));
  append(all, of_stay(cases, today));
  append(all, of_ends(cases, label_of));
  return all;
}

}  // namespace jalon
