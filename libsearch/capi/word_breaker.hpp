// Word breaks by functions of the caller.
#ifndef LIBSEARCH_CAPI_WORD_BREAKER_HPP
#define LIBSEARCH_CAPI_WORD_BREAKER_HPP

#include <memory>

#include <libsearch/word_breaker.hpp>

#include "capi/handle.hpp"

namespace libsearch::capi {

/// Behind a handle: options take a share of it.
struct breaker_object {
  std::shared_ptr<const word_breaker> breaker;
};

template <>
struct traits<libsearch_word_breaker> : constant_handle<breaker_object, kind::word_breaker> {};

/// Sets the breaker of options of any kind; none for NULL.
template <class Options>
void set_breaker(Options &options, const libsearch_word_breaker *breaker) {
  options.breaker = breaker ? borrowed(breaker)->breaker : nullptr;
}

}  // namespace libsearch::capi

#endif
