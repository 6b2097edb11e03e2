// From the tree that a user or a program wrote to conditions.
#ifndef LIBSEARCH_QUERY_COMPILE_HPP
#define LIBSEARCH_QUERY_COMPILE_HPP

#include <string>
#include <vector>

#include <libsearch/query.hpp>
#include <libsearch/search.hpp>

#include "query/condition.hpp"
#include "query/spellings.hpp"

namespace libsearch::query {

/// Makes the condition of a tree. `variants` may be null: then every part is exact. What can't be
/// understood is searched as text and reported in `diagnostics`.
/// `fields` are those of the index. Throws libsearch::error (invalid_argument) for a field that does not exist in a
/// tree made by a program.
condition_ptr compile(const query_node &node, spellings *variants, std::vector<diagnostic> &diagnostics,
                      const indexing::field_table &fields = *indexing::field_table::standard());

/// Of a query that is a single part with variants, the variants alone, for those who have what matches as typed;
/// null for any other query.
condition_ptr compile_variants_only(const query_node &node, spellings &variants);

/// The tree for a match mode: `any` loosens the top level, `phrase` takes the whole text as one string.
query_node apply_mode(query_node root, match_mode mode, const std::string &text);

/// Normalized strings of a tree that documents should be ranked by: every part that is not forbidden.
std::vector<std::string> ranked_texts(const query_node &node);

/// Whether the tree has a part that variants apply to.
bool has_variants(const query_node &node, spellings &variants);

}  // namespace libsearch::query

#endif
