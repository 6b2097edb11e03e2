#ifndef LIBSEARCH_QUERY_HPP
#define LIBSEARCH_QUERY_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <libsearch/export.h>

namespace libsearch {

/// What the user should be told about a query. Offsets are byte offsets into the query text.
struct diagnostic {
  std::string message;
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// The kinds of a query's nodes.
enum class query_op {
  everything,  ///< matches each document (the empty query)
  text,        ///< `text` occurs, or a variant of it
  phrase,      ///< `text` occurs exactly
  word,        ///< `text` occurs and is not part of a longer word
  prefix,      ///< a word begins with `text`
  date,        ///< `text` is a date or a range of dates that contains the document's
  all_of,      ///< each child matches; a child `none_of` takes away
  any_of,      ///< at least one child matches
  none_of,     ///< no child matches
  near,        ///< each child occurs, all within `distance` characters
};

/// A query as a tree: what the parser makes, and what a program may build by itself.
struct query_node {
  query_op op = query_op::everything;
  std::string text;              ///< text, phrase, word, prefix, date: as typed, UTF-8
  std::string field;             ///< "" = title, authors and body; else the name of a field
  unsigned distance = 0;         ///< near: characters between the first and the last child
  std::vector<query_node> children;
  std::size_t offset = 0;        ///< where it stands in the query text, bytes
  std::size_t length = 0;
};

/// The result of parsing: always a tree, whatever the input was.
struct parsed_query {
  query_node root;
  std::vector<diagnostic> diagnostics;
};

/// Parses the query language of docs/QUERY_SYNTAX.md. Any input parses: what is not understood
/// is searched as text and reported. Beyond a limit the rest is ignored and reported.
/// `fields` are the names that may stand before a colon.
LIBSEARCH_API parsed_query parse_query(std::string_view text, const std::vector<std::string> &fields);

/// The same with the fields of the default schema: title, author, topic, date, body, id.
LIBSEARCH_API parsed_query parse_query(std::string_view text);

/// What should be told about the queries of topic rules (index_writer::set_topic_rules()): the diagnostics of each, with
/// "topic rules, line N: " before the message, and offsets into `rules`.
/// @throws error errc::malformed as set_topic_rules() does.
LIBSEARCH_API std::vector<diagnostic> check_topic_rules(std::string_view rules);

/// A tree in one line, for people and tests: (and "日米" (not (phrase "首脳会談")) (or ...)).
/// Text stands in "...", with a backslash before " and \ and control characters as \u000a; the
/// other leaves are (everything), (phrase "..."), (word "..."), (prefix "...") and (date "...").
/// A field encloses its leaf: (field title "..."); near shows its distance: (near/5 "a" "b").
LIBSEARCH_API std::string to_string(const query_node &node);

}  // namespace libsearch

#endif
