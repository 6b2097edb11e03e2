// Brute-force search: what the contract says, in the simplest code that says it, with nothing of
// the library's own text handling. Slow, and meant to be obviously right.
#ifndef LIBSEARCH_TESTS_ORACLE_HPP
#define LIBSEARCH_TESTS_ORACLE_HPP

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <libsearch/document.hpp>
#include <libsearch/schema.hpp>
#include <libsearch/search.hpp>

namespace test::oracle {

inline bool is_cjk(UChar32 c) {
  static constexpr std::pair<UChar32, UChar32> ranges[] = {
      {0x2E80, 0x2FDF},   {0x2FF0, 0x303F},   {0x3040, 0x30FF},   {0x3100, 0x312F},
      {0x3190, 0x31FF},   {0x3200, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
      {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},   {0xFF00, 0xFF9F},   {0xFFDD, 0xFFEF},
      {0x1B000, 0x1B16F}, {0x1F200, 0x1F2FF}, {0x20000, 0x3FFFD},
  };
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [c](const auto &range) { return range.first <= c && c <= range.second; });
}

/// NFKC, case fold, NFKC of the whole string; then the rule for white space.
inline std::string normalize(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString all = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  all = nfkc->normalize(all, status);
  all.foldCase(U_FOLD_CASE_DEFAULT);
  all = nfkc->normalize(all, status);
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));

  icu::UnicodeString out;
  for (std::int32_t at = 0; at < all.length();) {
    std::int32_t end = at;
    while (end < all.length() && u_isUWhiteSpace(all.char32At(end))) ++end;
    if (end > at) {
      const bool before = at > 0 && is_cjk(all.char32At(all.moveIndex32(at, -1)));
      const bool behind = end < all.length() && is_cjk(all.char32At(end));
      if (!before && !behind) out.append(u' ');
      at = end;
      continue;
    }
    out.append(all.char32At(at));
    at = all.moveIndex32(at, 1);
  }
  std::string bytes;
  out.toUTF8String(bytes);
  return bytes;
}

inline bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// First and last day of a date "YYYY", "YYYY-MM" or "YYYY-MM-DD", as strings that compare.
struct days {
  std::string first, last;
};

inline days days_of(const std::string &date) {
  if (date.size() == 10) return {date, date};
  if (date.size() == 4) return {date + "-01-01", date + "-12-31"};
  static constexpr const char *last[] = {"31", "28", "31", "30", "31", "30",
                                         "31", "31", "30", "31", "30", "31"};
  const int year = std::stoi(date), month = std::stoi(date.substr(5));
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return {date + "-01", date + "-" + (month == 2 && leap ? "29" : last[month - 1])};
}

/// Whether a range "A", "A..B", "A.." or "..B" contains the whole of a document's date.
inline bool range_contains(const std::string &range, const std::string &date) {
  if (date.empty()) return false;
  const std::size_t dots = range.find("..");
  const std::string from = range.substr(0, dots);
  const std::string to = dots == std::string::npos ? from : range.substr(dots + 2);
  const days own = days_of(date);
  return (from.empty() || days_of(from).first <= own.first) &&
         (to.empty() || own.last <= days_of(to).last);
}

/// Whether a range "A", "A..B", "A.." or "..B" of plain numbers contains a number.
inline bool number_in(const std::string &range, double number) {
  const std::size_t dots = range.find("..");
  const std::string from = range.substr(0, dots);
  const std::string to = dots == std::string::npos ? from : range.substr(dots + 2);
  return (from.empty() || std::stod(from) <= number) && (to.empty() || number <= std::stod(to));
}

/// A document with its normalized texts.
struct entry {
  libsearch::document given;
  libsearch::schema fields;
  std::string title, body;
  std::vector<std::string> authors;

  explicit entry(libsearch::document d, libsearch::schema s = {})
      : given(std::move(d)), fields(std::move(s)) {
    title = normalize(given.title);
    body = normalize(given.body);
    for (const std::string &author : given.authors) authors.push_back(normalize(author));
  }

  /// The texts of a field: "" = all of them.
  std::vector<std::string_view> texts(std::string_view field = "") const {
    std::vector<std::string_view> all;
    if (field.empty() || field == "title") all.push_back(title);
    if (field.empty() || field == "author") all.insert(all.end(), authors.begin(), authors.end());
    if (field.empty() || field == "body") all.push_back(body);
    return all;
  }

  bool holds(std::string_view normalized, std::string_view field = "") const {
    for (const std::string &text : attribute_values(std::string(field)))
      if (oracle::holds(normalize(text), normalized)) return true;
    for (const std::string_view text : texts(field))
      if (oracle::holds(text, normalized)) return true;
    return false;
  }

  /// What stands in a declared field, as a list of strings; those of an array hold no escapes.
  std::vector<std::string> attribute_values(const std::string &field) const {
    std::vector<std::string> values;
    const auto found = given.attributes.find(field);
    if (found == given.attributes.end()) return values;
    const std::string &json = found->second;
    if (json[0] != '[') return {given.attribute(field)};
    for (std::size_t at = json.find('"'); at != std::string::npos;) {
      const std::size_t end = json.find('"', at + 1);
      values.push_back(json.substr(at + 1, end - at - 1));
      at = json.find('"', end + 1);
    }
    return values;
  }
  /// Names as they are written.
  std::vector<std::string> written(const std::string &field) const {
    if (field == "topic") return given.all_topics();
    return field == "author" ? given.authors : attribute_values(field);
  }
  /// Normalized names; in a field with levels, with their parents.
  std::set<std::string> name_values(const std::string &field) const {
    std::set<std::string> values;
    for (const std::string &name : written(field))
      for (std::size_t at = 0; !name.empty() && at != std::string::npos;) {
        at = fields.find(field)->hierarchical ? name.find('/', at + 1) : std::string::npos;
        values.insert(normalize(name.substr(0, at)));
      }
    return values;
  }
  /// "" where there is none.
  std::string date_value(const std::string &field) const {
    if (field == "date") return given.date;
    const auto values = attribute_values(field);
    return values.empty() ? "" : values[0];
  }

  bool passes(const libsearch::filter &wanted) const {
    switch (fields.find(wanted.field)->type) {
      case libsearch::field_type::date: {
        const std::string date = date_value(wanted.field);
        return wanted.value.empty() ? date.empty() : range_contains(wanted.value, date);
      }
      case libsearch::field_type::number: {
        const auto own = attribute_values(wanted.field);
        if (wanted.value.empty() || own.empty()) return wanted.value.empty() && own.empty();
        return number_in(wanted.value, std::stod(own[0]));
      }
      default: {
        const auto own = name_values(wanted.field);
        return wanted.value.empty() ? own.empty() : own.count(normalize(wanted.value)) > 0;
      }
    }
  }

  /// The same field = OR, different fields = AND; the filters of `ignored` do not count.
  bool passes(const std::vector<libsearch::filter> &filters, std::string_view ignored = "") const {
    std::map<std::string, bool> fields;
    for (const auto &wanted : filters)
      if (wanted.field != ignored) fields[wanted.field] |= passes(wanted);
    return std::all_of(fields.begin(), fields.end(),
                       [](const auto &field) { return field.second; });
  }
};

using ids = std::set<std::string>;
using judge = std::function<bool(const entry &)>;

/// A query as a tree of the library, judged by scanning.
inline bool matches(const entry &e, const libsearch::query_node &node) {
  using libsearch::query_op;
  const auto child = [&](const libsearch::query_node &c) { return matches(e, c); };
  switch (node.op) {
    case query_op::everything:
      return true;
    case query_op::text:
    case query_op::phrase:
      if (node.field == "id") return e.given.id == node.text;
      if (const auto *field = e.fields.find(node.field)) {
        if (field->type != libsearch::field_type::text) return e.passes({node.field, node.text});
      }
      return e.holds(normalize(node.text), node.field);
    case query_op::date:
      return range_contains(node.text, e.given.date);
    case query_op::all_of:
      return std::all_of(node.children.begin(), node.children.end(), child);
    case query_op::any_of:
      return std::any_of(node.children.begin(), node.children.end(), child);
    case query_op::none_of:
      return std::none_of(node.children.begin(), node.children.end(), child);
    default:
      throw std::logic_error("the oracle does not know this kind of node");
  }
}

/// The documents of an index, by id.
class archive {
 public:
  explicit archive(libsearch::schema fields = {}) : fields_(std::move(fields)) {}

  void put(const libsearch::document &d) { entries_.insert_or_assign(d.id, entry(d, fields_)); }
  /// From now on the documents have these fields.
  void set_schema(const libsearch::schema &fields) {
    fields_ = fields;
    for (auto &[id, e] : entries_) e.fields = fields;
  }
  const libsearch::schema &fields() const { return fields_; }
  void remove(const std::string &id) { entries_.erase(id); }
  std::size_t size() const { return entries_.size(); }
  const std::map<std::string, entry> &entries() const { return entries_; }

  ids find(const judge &wanted) const {
    ids found;
    for (const auto &[id, e] : entries_)
      if (wanted(e)) found.insert(id);
    return found;
  }
  ids holding(const std::string &text) const {
    const std::string normalized = normalize(text);
    return find([&](const entry &e) { return e.holds(normalized); });
  }
  ids holding_all(const std::vector<std::string> &parts) const { return combined(parts, true); }
  ids holding_any(const std::vector<std::string> &parts) const { return combined(parts, false); }
  ids matching(const libsearch::query_node &node) const {
    return find([&](const entry &e) { return matches(e, node); });
  }

  /// Counts of normalized values ("" = no value) over what `wanted` accepts, drilled sideways.
  std::map<std::string, std::size_t> counts(const std::string &facet, const judge &wanted,
                                            const std::vector<libsearch::filter> &filters) const {
    const std::string field = facet.substr(0, facet.find(':'));
    std::map<std::string, std::size_t> counted;
    for (const auto &[id, e] : entries_) {
      if (!wanted(e) || !e.passes(filters, field)) continue;
      std::set<std::string> values;
      const auto type = fields_.find(field)->type;
      if (type == libsearch::field_type::number) {
        for (const std::string &number : e.attribute_values(field)) values.insert(number);
      } else if (type != libsearch::field_type::date) {
        values = e.name_values(field);
      } else if (const std::string date = e.date_value(field); !date.empty()) {
        values.insert(bucket(facet, date));
      }
      if (values.empty()) values.insert("");
      for (const std::string &value : values) ++counted[value];
    }
    return counted;
  }

  /// The spellings of a value in this archive that are the commonest.
  std::set<std::string> commonest(const std::string &facet, const std::string &normalized) const {
    std::map<std::string, std::size_t> spellings;
    for (const auto &[id, e] : entries_) {
      // A parent is written once for each of its children.
      for (const std::string &name : e.written(facet))
        for (std::size_t at = 0; !name.empty() && at != std::string::npos;) {
          at = fields_.find(facet)->hierarchical ? name.find('/', at + 1) : std::string::npos;
          const std::string written = name.substr(0, at);
          if (normalize(written) == normalized) ++spellings[written];
        }
    }
    std::size_t most = 0;
    for (const auto &[spelling, count] : spellings) most = std::max(most, count);
    std::set<std::string> best;
    for (const auto &[spelling, count] : spellings)
      if (count == most) best.insert(spelling);
    return best;
  }

 private:
  static std::string bucket(const std::string &facet, const std::string &date) {
    const std::string unit = facet.substr(std::min(facet.find(':'), facet.size()));
    return date.substr(0, unit == ":year" ? 4 : unit == ":day" ? 10 : 7);
  }
  ids combined(const std::vector<std::string> &parts, bool all) const {
    std::vector<std::string> normalized;
    for (const std::string &part : parts) normalized.push_back(normalize(part));
    return find([&](const entry &e) {
      const auto held = [&](const std::string &part) { return e.holds(part); };
      return all ? std::all_of(normalized.begin(), normalized.end(), held)
                 : std::any_of(normalized.begin(), normalized.end(), held);
    });
  }

  libsearch::schema fields_;
  std::map<std::string, entry> entries_;
};

}  // namespace test::oracle

#endif
