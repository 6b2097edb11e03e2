// Tokens with their places as other languages count.
#ifndef LIBSEARCH_CAPI_TOKENS_HPP
#define LIBSEARCH_CAPI_TOKENS_HPP

#include <string_view>
#include <vector>

#include <libsearch/analyzer.hpp>
#include <libsearch/search.hpp>

namespace libsearch::capi {

struct placed_token {
  libsearch::token token;
  span bytes, code_points, utf16;
};

/// The tokens of `text` with their places in it, found in one pass.
std::vector<placed_token> place(std::vector<token> tokens, std::string_view text);

}  // namespace libsearch::capi

#endif
