#include "adapters/letters/template_check.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>

#include "adapters/letters/template_tags.hpp"
#include "adapters/letters/vocabulary.hpp"

namespace jalon::letters {

namespace {

constexpr std::size_t longest_bytes = 60'000;

class Check {
 public:
  Check(std::string const& text, std::map<std::string, std::string, std::less<>> const& partials)
      : text_(text), partials_(partials) {}

  std::vector<TemplateFault> run() {
    if (text_.size() > longest_bytes) return {{1, "ce modèle est trop long"}};
    if (!split_template(text_)) fault(1, "la première ligne donne l’objet : « Objet : … »");
    for (auto const& tag : template_tags(text_, faults_)) look_at(tag);
    for (auto const& open : open_) fault(open.line, "la section « " + open.name + " » ne se ferme pas");
    std::stable_sort(faults_.begin(), faults_.end(),
                     [](auto const& one, auto const& other) { return one.line < other.line; });
    if (faults_.empty() && !kainjow::mustache::mustache{text_}.is_valid())
      fault(1, "ce modèle ne se lit pas");
    return std::move(faults_);
  }

 private:
  struct Section {
    std::string name;
    int line = 0;
    Json const* context = nullptr;  // null: the names around it only
  };

  void fault(int line, std::string reason) { faults_.push_back({line, std::move(reason)}); }

  void look_at(TemplateTag const& tag) {
    if (tag.mark == ' ') return look_at_value(tag);
    if (tag.mark == '#' || tag.mark == '^') return open_section(tag);
    if (tag.mark == '/') return close_section(tag);
    if (tag.mark == '>') return look_at_part(tag);
    if (tag.mark == '&' || tag.mark == '{')
      return fault(tag.line, "« " + tag.name + " » s’écrit entre deux accolades, sans autre signe");
    if (tag.mark == '=') fault(tag.line, "les balises s’écrivent toujours « {{ » et « }} »");
  }
  void look_at_value(TemplateTag const& tag) {
    if (!find(tag.name)) fault(tag.line, "la donnée « " + tag.name + " » n’existe pas");
  }
  void look_at_part(TemplateTag const& tag) {
    if (!partials_.contains(tag.name)) fault(tag.line, "la partie « " + tag.name + " » n’existe pas");
  }
  void open_section(TemplateTag const& tag) {
    auto const* known = find(tag.name);
    if (!known) fault(tag.line, "la section « " + tag.name + " » n’existe pas");
    bool const enters = known && tag.mark == '#';
    open_.push_back({tag.name, tag.line, enters ? inside(*known) : nullptr});
  }
  void close_section(TemplateTag const& tag) {
    if (open_.empty()) return fault(tag.line, "« " + tag.name + " » se ferme sans avoir été ouverte");
    if (open_.back().name != tag.name)
      fault(tag.line, "« " + open_.back().name + " » se ferme avant « " + tag.name + " »");
    open_.pop_back();
  }

  static Json const* inside(Json const& known) {
    if (known.is_object()) return &known;
    return known.is_array() && !known.empty() && known.front().is_object() ? &known.front() : nullptr;
  }
  // Names are looked for from the innermost section outwards, as mustache does.
  Json const* find(std::string const& name) const {
    if (name == "." && !open_.empty()) return &vocabulary();
    for (auto section = open_.rbegin(); section != open_.rend(); ++section)
      if (auto const* known = section->context ? known_name(*section->context, name) : nullptr) return known;
    return known_name(vocabulary(), name);
  }

  std::string const& text_;
  std::map<std::string, std::string, std::less<>> const& partials_;
  std::vector<TemplateFault> faults_;
  std::vector<Section> open_;
};

}  // namespace

std::optional<TemplateParts> split_template(std::string const& text) {
  for (std::string_view const mark : {"Objet\u00A0: ", "Objet : ", "Objet\u202F: "}) {
    if (!text.starts_with(mark)) continue;
    auto const end = std::min(text.find('\n'), text.size());
    auto const page = text.find_first_not_of("\r\n", end);
    auto subject = text.substr(mark.size(), end - mark.size());
    if (subject.ends_with('\r')) subject.pop_back();
    return TemplateParts{std::move(subject), page == std::string::npos ? "" : text.substr(page)};
  }
  return std::nullopt;
}

std::vector<TemplateFault> template_faults(std::string const& text,
                                           std::map<std::string, std::string, std::less<>> const& partials) {
  return Check(text, partials).run();
}

}  // namespace jalon::letters
