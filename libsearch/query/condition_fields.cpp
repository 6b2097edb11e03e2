// Conditions on the values of a field: names, dates, numbers, texts of declared fields.
#include <algorithm>

#include "index/field_values.hpp"
#include "index/packing.hpp"
#include "index/term.hpp"
#include "query/condition.hpp"
#include "text/normalizer.hpp"

namespace libsearch::query {
namespace {

using indexing::stored_field;

query_plan exactly(const filter &set) { return {set, set, {}, set}; }

/// Base: judges by a document's values, marks nothing.
class field_condition : public condition {
 public:
  explicit field_condition(const stored_field &field) : field_(field) {}
  void collect_marks(std::vector<mark> &) const override {}
  bool needs_fields() const override { return true; }

 protected:
  const stored_field field_;  // a copy: conditions of topic rules outlive a snapshot
};

class value_condition final : public field_condition {
 public:
  value_condition(const stored_field &field, std::string_view value, bool prefix)
      : field_condition(field),
        value_(text::normalize_only(text::repair(value))),
        term_(indexing::facet_term(field.value_prefix, value)),
        prefix_(prefix) {}

  bool matches(const document_view &document) const override {
    bool found = false;
    indexing::for_each_part(document.values->value(field_.slot), [&](std::string_view part) {
      const std::string own = text::normalize_only(part);
      found |= own == value_ || (prefix_ && own.starts_with(value_)) ||
               (field_.hierarchical && own.starts_with(value_) && own[value_.size()] == '/');
    });
    return found;
  }
  query_plan plan(planner &planner) const override {
    if (!prefix_) return exactly(planner.boolean_term(term_));
    return {planner.with_value(field_.slot), filter::none(), {this}, filter::all()};
  }

 private:
  std::string value_, term_;
  bool prefix_;
};

class date_condition final : public field_condition {
 public:
  date_condition(const stored_field &field, text::date_interval range) : field_condition(field), range_(range) {}

  bool matches(const document_view &document) const override {
    const std::int32_t first = indexing::unpack_day(document.values->value(field_.slot));
    if (first == 0) return false;
    return range_.contains({first, indexing::unpack_day(document.values->value(field_.second_slot))});
  }
  query_plan plan(planner &planner) const override { return exactly(planner.dates(field_, range_)); }

 private:
  text::date_interval range_;
};

class number_condition final : public field_condition {
 public:
  number_condition(const stored_field &field, text::number_range range) : field_condition(field), range_(range) {}

  bool matches(const document_view &document) const override {
    const std::string value = document.values->value(field_.slot);
    return !value.empty() && range_.contains(Xapian::sortable_unserialise(value));
  }
  query_plan plan(planner &planner) const override { return exactly(planner.numbers(field_, range_)); }

 private:
  text::number_range range_;
};

/// What all conditions on declared texts share: the stored texts, one by one.
class text_condition : public field_condition {
 public:
  using field_condition::field_condition;

  bool matches(const document_view &document) const override {
    bool found = false;
    indexing::for_each_part(document.values->value(field_.second_slot), [&](std::string_view compact) {
      found = found || holds(compact, *document.analyzer);
    });
    return found;
  }

 protected:
  virtual bool holds(std::string_view compact, analysis::text_analyzer &analyzer) const = 0;

  /// Documents with each of the pieces (pairs of characters, or stems), as far as they select.
  filter with_pieces(const std::vector<std::string> &pieces, planner &planner) const {
    if (pieces.empty()) return planner.with_value(field_.second_slot);
    std::vector<filter> all;
    for (const std::string &piece : pieces)
      all.push_back(planner.boolean_term(indexing::name_term(field_.piece_prefix, piece)));
    return selective_all_of(std::move(all), planner.total());
  }
};

class substring_condition final : public text_condition {
 public:
  substring_condition(const stored_field &field, mark wanted)
      : text_condition(field), wanted_(std::move(wanted)), finder_(text::compact(wanted_.normalized)) {}

  query_plan plan(planner &planner) const override {
    std::vector<std::string> pairs;
    if (field_.match != indexing::text_match::stems)
      indexing::for_each_pair(wanted_.normalized, [&](std::string_view pair) { pairs.emplace_back(pair); });
    const filter upper = with_pieces(pairs, planner);
    const bool whole = pairs.size() == 1 && !wanted_.at_word_start && !wanted_.at_word_end;
    if (upper.is_none() || whole) return exactly(upper);
    return {upper, filter::none(), {this}, filter::all()};
  }

 private:
  bool holds(std::string_view compact, analysis::text_analyzer &analyzer) const override {
    if (finder_.find(compact) == text::npos) return false;
    if (!wanted_.at_word_start && !wanted_.at_word_end) return true;
    return !occurrences(text::expand(compact), wanted_, analyzer).empty();
  }

  mark wanted_;
  text::finder finder_;
};

/// The words of the part stand in the text in this order, each in any of its forms.
class stems_condition final : public text_condition {
 public:
  stems_condition(const stored_field &field, std::vector<std::string> stems)
      : text_condition(field), stems_(std::move(stems)) {}

  query_plan plan(planner &planner) const override {
    const filter upper = with_pieces(stems_, planner);
    if (upper.is_none() || stems_.size() == 1) return exactly(upper);
    return {upper, filter::none(), {this}, filter::all()};
  }

 private:
  bool holds(std::string_view compact, analysis::text_analyzer &) const override {
    const auto own = indexing::stems_of(text::expand(compact));
    return std::search(own.begin(), own.end(), stems_.begin(), stems_.end()) != own.end();
  }

  std::vector<std::string> stems_;
};

}  // namespace

condition_ptr make_date(const stored_field &field, text::date_interval range) {
  return std::make_unique<date_condition>(field, range);
}
condition_ptr make_number(const stored_field &field, text::number_range range) {
  return std::make_unique<number_condition>(field, range);
}
condition_ptr make_value(const stored_field &field, std::string_view value, bool prefix) {
  return std::make_unique<value_condition>(field, value, prefix);
}

condition_ptr make_field_text(const stored_field &field, std::string normalized, text_part how) {
  const bool stems = field.match == indexing::text_match::stems;
  if (stems && how == text_part::occurs)
    if (auto wanted = indexing::stems_of(normalized); !wanted.empty())
      return std::make_unique<stems_condition>(field, std::move(wanted));
  const bool words = stems || field.match == indexing::text_match::words || how == text_part::word;
  mark wanted{std::move(normalized), field::any, words || how == text_part::prefix, words && how != text_part::prefix,
              true};
  return std::make_unique<substring_condition>(field, std::move(wanted));
}

}  // namespace libsearch::query
