#include "query/topic_rules.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/query.hpp>

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

/// One line of the rules.
struct rule_line {
  std::size_t number = 0;
  std::string_view topic, query;
};

constexpr char example[] = "write for example: 原子力/小型モジュール炉<TAB>小型モジュール炉 OR SMR";

[[noreturn]] void refuse(std::size_t line, const std::string &cause, const std::string &hint) {
  throw error(errc::malformed, "topic rules, line " + std::to_string(line) + ": " + cause, hint);
}

/// The levels of a topic that are not empty, joined again, and whether some were empty.
std::string without_empty_levels(std::string_view topic, bool &had) {
  std::string out;
  had = false;
  for (std::size_t at = 0; at <= topic.size();) {
    const std::size_t end = std::min(topic.find('/', at), topic.size());
    const std::string_view level = trimmed(topic.substr(at, end - at));
    if (level.empty()) had = true;
    else out.append(out.empty() ? "" : "/").append(level);
    at = end + 1;
  }
  return out;
}

/// What the parts of a line are is certain; whether they make sense is asked here.
void check(const rule_line &line) {
  bool has_empty_level = false;
  const std::string mended = without_empty_levels(line.topic, has_empty_level);
  if (has_empty_level)
    refuse(line.number, "the topic " + std::string(line.topic) + " has a level without a name",
           mended.empty() ? example : "\"/\" stands between levels only: write " + mended);
  if (line.query.find('\t') != std::string_view::npos)
    refuse(line.number, "something stands behind a second tab, in a third column",
           "take it away, or put it into a line of its own that begins with #; words of a query have blanks between them");
}

/// Calls `visit` with each rule. `kept`: the rules were taken before.
template <typename Visit>
void for_each_rule(std::string_view text, bool kept, const Visit &visit) {
  const std::size_t all = text.size();
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const std::size_t mark = all - text.size();
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (text::find_ill_formed(line) != text::npos)
      refuse(number, "not UTF-8", "convert the file first, for example: iconv -f CP932 -t UTF-8 FILE > NEW_FILE");
    if (trimmed(line).empty() || trimmed(line)[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    const rule_line rule{number, trimmed(line.substr(0, tab)),
                         tab == std::string_view::npos ? "" : trimmed(line.substr(tab + 1))};
    if (rule.topic.empty() || rule.query.empty()) refuse(number, "not a topic, a tab and a query", example);
    if (!kept) check(rule);
    visit(rule, mark + static_cast<std::size_t>(rule.query.data() - text.data()));
  }
}

std::shared_ptr<const indexing::topic_tagger> read_rules(std::string_view text, bool kept) {
  std::vector<rule> rules;
  for_each_rule(text, kept, [&](const rule_line &line, std::size_t) {
    std::vector<diagnostic> told;
    rules.push_back({std::string(line.topic), compile(parse_query(line.query).root, nullptr, told)});
  });
  if (rules.empty()) return nullptr;
  return std::make_shared<tagger>(std::move(rules));
}

}  // namespace

std::shared_ptr<const indexing::topic_tagger> parse_topic_rules(std::string_view text) { return read_rules(text, false); }

std::shared_ptr<const indexing::topic_tagger> parse_kept_topic_rules(std::string_view text) {
  return read_rules(text, true);
}

}  // namespace libsearch::query

namespace libsearch {

std::vector<diagnostic> check_topic_rules(std::string_view rules) {
  std::vector<diagnostic> all;
  query::for_each_rule(rules, false, [&](const query::rule_line &line, std::size_t start) {
    parsed_query parsed = parse_query(line.query);
    std::vector<diagnostic> told = std::move(parsed.diagnostics);
    query::compile(parsed.root, nullptr, told);
    for (diagnostic &one : told)
      all.push_back({"topic rules, line " + std::to_string(line.number) + ": " + one.message, start + one.offset, one.length});
  });
  return all;
}

}  // namespace libsearch
