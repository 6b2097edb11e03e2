// Which of the ordered matches make a page: sorting, one for each value of a field, cursors.
#ifndef LIBSEARCH_API_PAGE_HPP
#define LIBSEARCH_API_PAGE_HPP

#include <string>
#include <string_view>
#include <vector>

#include <libsearch/search.hpp>

#include "api/hit_maker.hpp"
#include "facet/facets.hpp"
#include "index/snapshot.hpp"

namespace libsearch {

/// The first `wanted` documents in the request's order, which is not relevance; ties go by id. What has no date, title
/// or value comes last.
std::vector<ranked_document> sorted_documents(const std::vector<Xapian::docid> &documents, const search_request &request,
                                              std::size_t wanted, const indexing::snapshot &snapshot);

/// Puts the first `wanted` of documents that nothing else tells apart, not even their scores, in order: by date, the newest
/// first, then by id.
void newest_first(std::vector<ranked_document>::iterator begin, std::vector<ranked_document>::iterator end,
                  std::size_t wanted, const Xapian::Database &database);

/// Throws libsearch::error (invalid_argument) with the names there are, unless hits can be collapsed by the field.
void require_collapsible(const std::string &field, const indexing::field_table &fields);

/// The best document for each value of the field, in order, with the number of those behind it. A document
/// without a value stays by itself; several authors are one value.
std::vector<ranked_document> collapsed(const std::vector<ranked_document> &ordered, const std::string &field,
                                       facet::columns &columns, const indexing::snapshot &snapshot);

/// The place behind a page, good for the same question to the same state of the index. `subject` is what is asked about
/// beside the request.
std::string make_cursor(const indexing::snapshot &snapshot, const search_request &request, std::string_view subject,
                        std::size_t position);

/// The position that a cursor stands for.
/// Throws libsearch::error (invalid_argument) when it is damaged, of another question or of another state.
std::size_t read_cursor(const indexing::snapshot &snapshot, const search_request &request, std::string_view subject);

}  // namespace libsearch

#endif
