// Rules that give documents topics: lines of topic path TAB query.
#ifndef LIBSEARCH_QUERY_TOPIC_RULES_HPP
#define LIBSEARCH_QUERY_TOPIC_RULES_HPP

#include <memory>
#include <string>
#include <string_view>

#include "index/record.hpp"

namespace libsearch::query {

/// Reads rules; empty lines and lines that begin with # are left out. Several lines may give one topic.
/// Null where there is no rule. Throws libsearch::error (malformed) with the number of the line.
std::shared_ptr<const indexing::topic_tagger> parse_topic_rules(std::string_view text);

/// The same for rules that an index has taken: what would be refused today must not lock it.
std::shared_ptr<const indexing::topic_tagger> parse_kept_topic_rules(std::string_view text);

}  // namespace libsearch::query

#endif
