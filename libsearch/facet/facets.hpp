// Filters and counts over the facets of one snapshot.
#ifndef LIBSEARCH_FACET_FACETS_HPP
#define LIBSEARCH_FACET_FACETS_HPP

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include <libsearch/search.hpp>

#include "analysis/name_reading.hpp"
#include "facet/column.hpp"
#include "index/field_table.hpp"
#include "query/planner.hpp"

namespace libsearch::facet {

using indexing::field_table;
using indexing::stored_field;

enum class date_unit : std::uint8_t { year, month, day };

/// A facet that was asked for.
struct requested_facet {
  const stored_field *field = nullptr;  ///< of the index's table
  date_unit unit = date_unit::month;
  bool automatic = false;  ///< the unit is chosen by the span of what is counted
  std::size_t limit = 10;  ///< 0 = all
  std::string key;         ///< facet_result::field
  facet_order order = facet_order::usual;
};

/// The values a request filters one field by: a document passes with one of them.
struct field_filter {
  const stored_field *field = nullptr;
  std::vector<std::string> values;          ///< of a field with names
  std::vector<text::date_interval> dates;
  std::vector<text::number_range> numbers;
  bool without = false;                     ///< the empty value: documents that have none
};

/// One bit for each filter that a document fails. Each field has at most one filter.
using fail_bits = std::uint64_t;
static_assert(schema::default_fields + schema::most_fields <= 64);

/// Reads names and values of a request.
/// Throws libsearch::error (invalid_argument) with the names there are.
requested_facet parse_facet(const facet_request &request, std::size_t default_limit,
                            const field_table &fields = *field_table::standard());
/// All that a request names, each once. Their keys are the names of the fields, but for dates in several units.
std::vector<requested_facet> parse_facets(const std::vector<facet_request> &requests, std::size_t default_limit,
                                          facet_order order, const field_table &fields = *field_table::standard());
std::vector<field_filter> parse_filters(const std::vector<filter> &filters,
                                        const field_table &fields = *field_table::standard());

/// The columns of one snapshot, read when first needed. One thread at a time.
class columns {
 public:
  /// The analyzer must outlive it.
  columns(const Xapian::Database &database, analysis::text_analyzer &analyzer) : database_(database), reader_(analyzer) {}

  const value_column &names(const stored_field &field);
  const number_column &numbers(const stored_field &field);
  const date_column &dates(const stored_field &field);

  /// What a name is sorted by when it is sorted as it is read: its likeliest reading in hiragana, or the normalized
  /// name where the dictionaries know none.
  const std::string &reading_key(const std::string &name);

  /// Bytes of memory that they take, about.
  std::size_t bytes() const;
  /// Reads the columns that `before` has.
  void read_like(const columns &before, const field_table &fields);

 private:
  const Xapian::Database database_;
  std::map<unsigned, value_column> names_;  // by slot
  std::map<unsigned, number_column> numbers_;
  std::map<unsigned, date_column> dates_;
  analysis::name_reader reader_;
  std::unordered_map<std::string, std::string> reading_keys_;
};

/// The documents that pass, for Xapian.
query::filter plan(const field_filter &wanted, query::planner &planner);

/// For each of `documents`, a bit for each of `filters` that it does not pass.
std::vector<fail_bits> failing(const std::vector<Xapian::docid> &documents, const std::vector<field_filter> &filters,
                               columns &columns);

/// Counts the values of a facet over the documents whose failing bits are all in `allowed`.
facet_result count(const requested_facet &facet, const std::vector<Xapian::docid> &documents,
                   const std::vector<fail_bits> &failing, fail_bits allowed, const std::vector<field_filter> &filters,
                   columns &columns);

}  // namespace libsearch::facet

#endif
