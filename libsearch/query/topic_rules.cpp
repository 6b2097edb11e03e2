#include "query/topic_rules.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <libsearch/error.hpp>

#include "index/field_values.hpp"
#include "index/term.hpp"
#include "query/compile.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

struct rule {
  std::string topic;
  condition_ptr condition;
};

/// A document that is not recorded yet, as the slots of the default schema.
class given_values final : public slot_values {
 public:
  explicit given_values(const document &d) : document_(d), date_(text::parse_date(d.date)) {}

  std::string value(unsigned slot) const override {
    switch (slot) {
      case indexing::slot_id: return document_.id;
      case indexing::slot_topic: return indexing::join_values(document_.topics);
      case indexing::slot_first_day: return date_ ? indexing::pack_day(date_->first) : "";
      case indexing::slot_last_day: return date_ ? indexing::pack_day(date_->last) : "";
      default: return {};
    }
  }

 private:
  const document &document_;
  const std::optional<text::date_interval> date_;
};

class tagger final : public indexing::topic_tagger {
 public:
  explicit tagger(std::vector<rule> rules) : rules_(std::move(rules)) {}

  std::vector<std::string> topics_of(const document &d, std::string_view compact) const override {
    // Word boundaries need an analyzer, and calls come from several threads.
    thread_local analysis::text_analyzer analyzer;
    document_view view;
    const given_values values(d);
    view.compact = compact;
    view.values = &values;
    view.analyzer = &analyzer;
    std::vector<std::string> found;
    for (const rule &r : rules_)
      if (r.condition->matches(view)) found.push_back(r.topic);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  std::vector<rule> rules_;
};

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::shared_ptr<const indexing::topic_tagger> parse_topic_rules(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  std::vector<rule> rules;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    const std::string where = "topic rules, line " + std::to_string(number) + ": ";
    if (text::find_ill_formed(line) != text::npos) throw error(errc::malformed, where + "not UTF-8");
    if (trimmed(line).empty() || trimmed(line)[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    const std::string_view topic = trimmed(line.substr(0, tab));
    const std::string_view query = tab == std::string_view::npos ? "" : trimmed(line.substr(tab + 1));
    if (topic.empty() || query.empty())
      throw error(errc::malformed, where + "not a topic, a tab and a query",
                  "write for example: 原子力/小型モジュール炉<TAB>小型モジュール炉 OR SMR");
    std::vector<diagnostic> told;
    rules.push_back({std::string(topic), compile(parse_query(query).root, nullptr, told)});
  }
  if (rules.empty()) return nullptr;
  return std::make_shared<tagger>(std::move(rules));
}

}  // namespace libsearch::query
