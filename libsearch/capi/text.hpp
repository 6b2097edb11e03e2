// Text that comes in, text that goes out.
#ifndef LIBSEARCH_CAPI_TEXT_HPP
#define LIBSEARCH_CAPI_TEXT_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include <libsearch/libsearch.h>

namespace libsearch::capi {

struct text_object {
  std::string text;
};

/// The bytes of an argument. Throws errc::invalid_argument, naming it, for NULL with a length, and for a length that
/// no object has.
std::string_view text_argument(const char *name, const char *text, std::size_t length);

/// A path that was given. Throws errc::invalid_argument for NULL.
std::string path_argument(const char *path);

/// Hands a text over to the caller of the library.
libsearch_string *hand_out_text(std::string text);

[[noreturn]] void refuse_null(const char *name);

/// Throws errc::not_found for an id that an index does not have.
[[noreturn]] void refuse_id(const std::string &index, std::string_view id);

/// Throws errc::invalid_argument when there is no place for a result; else makes it NULL.
template <class Handle>
void clear_result(const char *name, Handle **result) {
  if (!result) refuse_null(name);
  *result = nullptr;
}

}  // namespace libsearch::capi

#endif
