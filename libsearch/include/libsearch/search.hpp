#ifndef LIBSEARCH_SEARCH_HPP
#define LIBSEARCH_SEARCH_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libsearch/events.hpp>
#include <libsearch/export.h>
#include <libsearch/query.hpp>

namespace libsearch {

/// How the parts of a query combine (docs/QUERY_SYNTAX.md).
enum class match_mode {
  automatic,  ///< as `all`; if that finds nothing all words, then most words; results say which
  all,        ///< every part occurs
  any,        ///< at least one part occurs
  phrase,     ///< the whole query is one exact string, operators off
};

enum class sort_order {
  relevance,
  date,
  date_descending,
  title,
  field,             ///< search_request::sort_field, the smallest value first
  field_descending,  ///< the same, the largest value first
};

/// The order of a facet's values; those without a value are last in each.
enum class facet_order {
  usual,    ///< dates newest first, all else by count
  count,    ///< the most frequent first
  value,    ///< by name, dates oldest first
  reading,  ///< names as they are read, where the dictionaries of the index know that (MeCab); else as `value`
};

/// Documents that index::similar() gives at most.
inline constexpr std::size_t similar_documents = 100;

/// Whether counting may stop early.
enum class total_mode {
  bounded,  ///< check at most `max_candidates` texts; `total.relation` says what the count is
  exact,    ///< check all
};

/// FIELD=VALUE, for a field of the schema that has values (not title, body, id or a text that is no facet); an empty
/// value stands for documents without one. The same field twice means either value, different fields mean both.
struct filter {
  std::string field;
  std::string value;  ///< date: 2025, 2025-10, 2024-01..2025-06; number: 12, 10..20; topic: includes its children
};

/// Asks for the counts of a field's values. `field` is topic, author, a facet of the schema, a date with its unit
/// (date:year, date:month, date:day), or date alone: years, months or days as the span of what is counted suggests.
struct facet_request {
  std::string field;
  std::size_t limit = 0;  ///< 0: search_request::facet_limit
};

/// What stands around marks in JSON. They are not escaped.
struct mark_tags {
  std::string open = "<mark>";
  std::string close = "</mark>";
};

struct search_request {
  std::string query;                 ///< UTF-8, in the query language
  std::optional<query_node> tree;    ///< used instead of `query` when set
  match_mode match = match_mode::automatic;
  bool variants = true;              ///< also match spelling variants, ranked after exact ones
  /// Groups of variants that are off: kanji, mark, iteration, kana, long-vowel, middle-dot, numeral, era, okurigana,
  /// inflection, stem, reading, synonym.
  std::vector<std::string> variants_off;
  std::vector<filter> filters;
  std::vector<facet_request> facets;
  std::size_t facet_limit = 10;      ///< values per facet; 0 = all
  facet_order facets_by = facet_order::usual;
  std::size_t limit = 10;
  std::size_t offset = 0;
  /// search_results::next of an earlier answer: the page behind it. It is of one question to one revision of the
  /// index and refused for any other (errc::invalid_argument). Used instead of `offset`.
  std::string after;
  std::string collapse;              ///< title, series or a keyword field: of each value only the best hit
  sort_order sort = sort_order::relevance;
  std::string sort_field;            ///< a field of keywords, numbers or dates; documents without a value come last
  total_mode total = total_mode::bounded;
  std::size_t max_candidates = 20000;
  std::size_t snippet_length = 120;  ///< characters; 0 = no snippet
  mark_tags tags;
  std::uint32_t timeout_ms = 0;      ///< 0 = none
  /// Asked wherever the time is looked at: about each 128 texts that are read. True: the search throws errc::cancelled.
  cancel_function cancel;
  bool explain = false;
};

/// Sets the order by its name: relevance, title, date, -date, or another field, with "-" before it for descending
/// order.
LIBSEARCH_API void sort_by(search_request &request, const std::string &order);

/// Byte range [start, end) of a text.
struct span {
  std::size_t start = 0;
  std::size_t end = 0;
};

/// Text of the original document with the places that matched. Windows are joined by " … ".
struct snippet {
  std::string text;         ///< UTF-8, not escaped
  std::vector<span> marks;  ///< byte ranges of `text`, ascending, not overlapping
  bool cut_before = false;  ///< the document has text before the first window
  bool cut_behind = false;  ///< and behind the last
};

/// `snippet` as HTML: text escaped, marks between `open` and `close`.
LIBSEARCH_API std::string to_html(const snippet &snippet, std::string_view open = "<mark>",
                                  std::string_view close = "</mark>");

struct hit {
  std::string id;
  double score = 0;
  std::string title;
  std::vector<std::string> authors;
  std::string date;
  std::vector<std::string> topics;
  std::string path;
  std::vector<std::string> paths;  ///< where several files hold the document: all of them, `path` first
  std::size_t page = 0;  ///< page of the snippet's first mark, from 1; 0 = the source has no pages
  libsearch::snippet snippet;
  std::vector<span> title_marks;  ///< byte ranges of `title` that matched
  std::size_t collapsed = 0;      ///< further matches with its value, with search_request::collapse
  std::string explanation;        ///< with search_request::explain
};

struct facet_value {
  std::string value;      ///< "" = documents without a value, always last
  std::size_t count = 0;
  bool selected = false;  ///< a filter of the request names it
};

struct facet_result {
  std::string field;  ///< topic, author, date, a facet of the schema; a date in several units as asked: date:year
  std::vector<facet_value> values;
  std::string unit;   ///< of dates: year, month or day
};

enum class total_relation { eq, gte, estimate };

struct search_total {
  std::size_t value = 0;
  total_relation relation = total_relation::eq;
};

struct search_results {
  std::string query;
  std::string matched;  ///< "all", "any", "phrase", "words" or "relaxed"
  double took_ms = 0;   ///< from the query string to finished hits
  search_total total;
  std::vector<hit> hits;
  std::vector<facet_result> facets;
  /// The query with other words for those that find nothing, the likeliest first.
  std::vector<std::string> suggestions;
  std::vector<diagnostic> diagnostics;
  std::string next;         ///< search_request::after of the next page; "" on the last one
  mark_tags tags;           ///< as asked for
  std::string explanation;  ///< with search_request::explain: the tree, the plan and its figures
};

/// The results as one line of JSON, {"format":1,...}. Snippets are HTML-escaped, marks stand in results.tags.
LIBSEARCH_API std::string to_json(const search_results &results);

/// Reads the options of the C API and of servers: {"limit":10,"facets":["topic"],"filters":[["topic","資源"]],...}.
/// Keys are the long options of `jsearch search` with "_" for "-". `json` may be empty.
/// @throws error errc::malformed or errc::invalid_argument, naming the key.
LIBSEARCH_API search_request search_request_from_json(std::string_view query, std::string_view json);

}  // namespace libsearch

#endif
