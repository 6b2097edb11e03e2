// A query, compiled: what a document must hold, how to narrow the search for it, what to mark.
#ifndef LIBSEARCH_QUERY_CONDITION_HPP
#define LIBSEARCH_QUERY_CONDITION_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text_analyzer.hpp"
#include "index/field_table.hpp"
#include "query/planner.hpp"
#include "text/compact_text.hpp"
#include "text/date_interval.hpp"
#include "text/number_range.hpp"

namespace libsearch::query {

/// What a document has in its value slots. One thread at a time.
class slot_values {
 public:
  virtual ~slot_values() = default;
  virtual std::string value(unsigned slot) const = 0;
};

/// A document as conditions see it. Views are borrowed for the call.
struct document_view {
  std::string_view compact;  ///< indexing::slot_text
  const slot_values *values = nullptr;  ///< the other slots; there where a condition needs_fields()
  analysis::text_analyzer *analyzer = nullptr;  ///< for word boundaries; one thread at a time
};

/// Which part of the text.
enum class field : std::uint8_t { any, title, author, body };

/// A string to mark in texts that match.
struct mark {
  std::string normalized;
  field in = field::any;
  bool at_word_start = false;
  bool at_word_end = false;
  bool exact = true;  ///< as typed, not a variant
  bool whole_number = false;  ///< only where no number goes on at its edges
  std::string why;            ///< of a variant: its groups, as in "era, okurigana"
};

class condition;

/// How to find the documents of a condition: those of `lower` are sure, those of `upper` that hold each
/// condition of `unchecked` are all. A wider `upper` would do as well, as long as it lies in `needed`.
struct query_plan {
  filter upper = filter::all();
  filter lower = filter::none();
  std::vector<const condition *> unchecked;
  filter needed = filter::all();
};

class condition {
 public:
  virtual ~condition() = default;

  /// Whether the document holds it: the judge. Thread-safe but for the view's analyzer.
  virtual bool matches(const document_view &document) const = 0;

  /// What the index alone can say, and what is left to check.
  virtual query_plan plan(planner &planner) const = 0;

  /// Appends what it asks for (not what it forbids).
  virtual void collect_marks(std::vector<mark> &marks) const = 0;

  /// The normalized string, where nothing else is asked for than that some field holds it.
  virtual const std::string *plain_string() const { return nullptr; }

  /// Whether matches() needs more of a document than its text.
  virtual bool needs_fields() const { return false; }
};

using condition_ptr = std::unique_ptr<const condition>;

condition_ptr make_everything();
condition_ptr make_nothing();
/// `normalized` occurs in the field; with the flags, only where a word begins or ends there.
condition_ptr make_substring(std::string normalized, field in, bool at_word_start = false, bool at_word_end = false);
/// The same for any mark: variants are marks that are not exact.
condition_ptr make_substring(mark wanted);
/// One of the marks occurs; quick where they are spellings of the same string. At least one.
condition_ptr make_any_spelling(std::vector<mark> spellings);
/// The document's date in the field lies in the interval.
condition_ptr make_date(const indexing::stored_field &field, text::date_interval range);
/// The document's number in the field lies in the range.
condition_ptr make_number(const indexing::stored_field &field, text::number_range range);
/// A value of the document in the field is `value`, once normalized, or below it where the field has levels; with
/// `prefix`, a value begins with it.
condition_ptr make_value(const indexing::stored_field &field, std::string_view value, bool prefix = false);
/// How a declared text is asked for.
enum class text_part : std::uint8_t { occurs, exact, word, prefix };
/// A text of the document in a declared field holds `normalized`, as the field's analyzer understands that: `exact`
/// without stems, `word` as whole words, `prefix` where a word begins.
condition_ptr make_field_text(const indexing::stored_field &field, std::string normalized, text_part how);
condition_ptr make_id(std::string id);
condition_ptr make_all_of(std::vector<condition_ptr> parts);
condition_ptr make_any_of(std::vector<condition_ptr> parts);
condition_ptr make_none_of(std::vector<condition_ptr> parts);
/// Of each part one of its marks occurs, all in one text of the field, with at most `distance` characters
/// between the first to begin and the last to begin.
condition_ptr make_near(std::vector<std::vector<mark>> parts, field in, unsigned distance);

/// Byte offsets where `needle` occurs in `text` (normalized UTF-8), honouring the mark's word edges.
std::vector<std::size_t> occurrences(std::string_view text, const mark &wanted, analysis::text_analyzer &analyzer);

}  // namespace libsearch::query

#endif
