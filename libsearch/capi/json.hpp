// Values of the C++ interface as JSON, where that has no function for it.
#ifndef LIBSEARCH_CAPI_JSON_HPP
#define LIBSEARCH_CAPI_JSON_HPP

#include <string>
#include <vector>

#include <libsearch/index.hpp>

#include "capi/tokens.hpp"

namespace libsearch::capi {

/// One line each; the keys are those that jsearch prints.
std::string json_of(const std::string &path, const index_statistics &statistics);
std::string json_of(const std::vector<check_finding> &findings);
std::string json_of(const std::vector<placed_token> &tokens);

}  // namespace libsearch::capi

#endif
