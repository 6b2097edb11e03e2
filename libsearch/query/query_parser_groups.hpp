// Puts a query's tokens in order: afterwards they follow the grammar of query_parser.cpp.
#ifndef LIBSEARCH_QUERY_QUERY_PARSER_GROUPS_HPP
#define LIBSEARCH_QUERY_QUERY_PARSER_GROUPS_HPP

#include <cstddef>
#include <vector>

#include "query/lexer.hpp"

namespace libsearch::query {

/// Drops parentheses without a partner, without content and beyond limits::query_depth, and
/// closes what is left open at the end.
void balance(std::vector<token> &tokens, remarks &told);

/// Turns operators without operands into parts. Takes balanced tokens.
void settle_operators(std::vector<token> &tokens, remarks &told);

/// Drops all behind the last part that limits::query_leaves allows. Takes settled tokens of a
/// query of `size` bytes and leaves them balanced and settled.
void limit_parts(std::vector<token> &tokens, std::size_t size, remarks &told);

}  // namespace libsearch::query

#endif
