// Filters and counts over the facets of one snapshot.
#ifndef LIBSEARCH_FACET_FACETS_HPP
#define LIBSEARCH_FACET_FACETS_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include <libsearch/search.hpp>

#include "facet/column.hpp"
#include "query/planner.hpp"

namespace libsearch::facet {

/// A facet field: where its values are, and how they are named.
enum class facet_field : std::uint8_t { topic, author, date };
enum class date_unit : std::uint8_t { year, month, day };

/// A facet that was asked for.
struct requested_facet {
  facet_field field = facet_field::topic;
  date_unit unit = date_unit::month;
  bool automatic = false;  ///< the unit is chosen by the span of what is counted
  std::size_t limit = 10;  ///< 0 = all
  std::string key;         ///< facet_result::field
  facet_order order = facet_order::usual;
};

/// The values a request filters one field by: a document passes with one of them.
struct field_filter {
  facet_field field = facet_field::topic;
  std::vector<std::string> values;            ///< topic, author; "" = no value
  std::vector<text::date_interval> ranges;    ///< date
  bool without_date = false;                  ///< date=""
};

/// Reads names and values of a request.
/// Throws libsearch::error (invalid_argument) with the names there are.
requested_facet parse_facet(const facet_request &request, std::size_t default_limit);
/// All that a request names, each once. Their keys are the names of the fields, but for dates in several units.
std::vector<requested_facet> parse_facets(const std::vector<facet_request> &requests, std::size_t default_limit,
                                          facet_order order);
std::vector<field_filter> parse_filters(const std::vector<filter> &filters);
const char *name_of(facet_field field);

/// The columns of one snapshot, read when first needed. One thread at a time.
class columns {
 public:
  explicit columns(const Xapian::Database &database) : database_(database) {}

  const value_column &topics();
  const value_column &authors();
  const date_column &dates();

 private:
  const Xapian::Database database_;
  std::unique_ptr<value_column> topics_, authors_;
  std::unique_ptr<date_column> dates_;
};

/// The documents that pass, for Xapian.
query::filter plan(const field_filter &wanted, query::planner &planner);

/// For each of `documents`, a bit for each of `filters` that it does not pass.
std::vector<std::uint8_t> failing(const std::vector<Xapian::docid> &documents,
                                  const std::vector<field_filter> &filters, columns &columns);

/// Counts the values of a facet over the documents whose failing bits are all in `allowed`.
facet_result count(const requested_facet &facet, const std::vector<Xapian::docid> &documents,
                   const std::vector<std::uint8_t> &failing, std::uint8_t allowed,
                   const std::vector<field_filter> &filters, columns &columns);

}  // namespace libsearch::facet

#endif
