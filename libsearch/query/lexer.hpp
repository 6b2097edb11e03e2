// Cuts a query into parts, parentheses and operators.
#ifndef LIBSEARCH_QUERY_LEXER_HPP
#define LIBSEARCH_QUERY_LEXER_HPP

#include <cstddef>
#include <string>
#include <vector>

#include <libsearch/query.hpp>

#include "query/lexer_chars.hpp"
#include "query/lexer_fields.hpp"

namespace libsearch::query {

enum class token_kind { part, open, close, op_and, op_or, op_not, op_near };

struct token {
  token_kind kind = token_kind::part;
  std::size_t begin = 0;  ///< bytes of the query it covers, field name and quotes included
  std::size_t end = 0;
  query_op op = query_op::text;  ///< part: text, phrase, prefix or everything
  std::string text;              ///< part: without quotes and escapes; operator: as typed
  std::string field;             ///< part, open: the field named before it
  bool as_word = false;          ///< part, open: word: stands before it
  unsigned distance = 0;         ///< op_near
};

/// Whether operators have operands and parentheses partners is not looked at here.
std::vector<token> read_tokens(const std::vector<character> &characters, const field_names &names,
                               remarks &told);

}  // namespace libsearch::query

#endif
