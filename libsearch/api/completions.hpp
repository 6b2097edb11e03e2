#ifndef LIBSEARCH_API_COMPLETIONS_HPP
#define LIBSEARCH_API_COMPLETIONS_HPP

#include <memory>
#include <string_view>
#include <vector>

#include <libsearch/suggestion.hpp>

#include "facet/facets.hpp"
#include "index/lexicon_readings.hpp"
#include "index/snapshot.hpp"
#include "query/completer.hpp"

namespace libsearch {

/// The names of an index, ready to be completed: topics, authors and titles.
std::unique_ptr<const query::completer> make_completer(const indexing::snapshot &snapshot, facet::columns &columns,
                                                       analysis::text_analyzer &analyzer);

/// What `prefix` may become. `readings` are those of the snapshot's words.
std::vector<completion> completions(std::string_view prefix, std::size_t limit, const query::completer &names,
                                    const indexing::snapshot &snapshot, analysis::text_analyzer &analyzer,
                                    indexing::lexicon_readings &readings);

}  // namespace libsearch

#endif
