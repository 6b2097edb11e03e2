// Joins nodes of a query so that the tree stays flat.
#ifndef LIBSEARCH_QUERY_QUERY_PARSER_TREE_HPP
#define LIBSEARCH_QUERY_QUERY_PARSER_TREE_HPP

#include <vector>

#include <libsearch/query.hpp>

namespace libsearch::query {

/// all_of or any_of of `operands`: one alone is returned as it is, and children that are of
/// the same kind hand over their own. Covers the text from the first to the last operand.
query_node join(query_op op, std::vector<query_node> operands);

/// none_of `node`; what was negated before loses that instead.
query_node negate(query_node node);

/// Whether NEAR can measure between these: parts that are text (or a choice of such), all of
/// the same field.
bool can_be_near(const std::vector<query_node> &operands);

/// Puts `everything` where a conjunction has only children that take away.
void complete_negations(query_node &root);

}  // namespace libsearch::query

#endif
