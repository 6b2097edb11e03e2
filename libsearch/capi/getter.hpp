// What functions share that return what they are asked for: no failure, whatever the handle is.
#ifndef LIBSEARCH_CAPI_GETTER_HPP
#define LIBSEARCH_CAPI_GETTER_HPP

#include <cstddef>
#include <string>

#include <libsearch/query.hpp>

#include "capi/handle.hpp"

namespace libsearch::capi {

/// The element of a list, or null beyond its end.
template <class List>
auto at(const List &list, std::size_t number) noexcept {
  return number < list.size() ? &list[number] : nullptr;
}

/// What `read` gives for the object behind a handle, or `otherwise` for what is no such handle.
template <class Handle, class Value, class Read>
Value ask(const Handle *handle, Value otherwise, Read &&read) noexcept {
  try {
    const borrowed<Handle> used(handle);
    return read(*used);
  } catch (const misuse &) {
    return otherwise;
  }
}

/// The text that `read` points at, "" where it gives null. Tells its length where that is asked for.
template <class Handle, class Read>
const char *ask_text(const Handle *handle, std::size_t *length, Read &&read) noexcept {
  const std::string *text = ask(handle, static_cast<const std::string *>(nullptr), read);
  if (length) *length = text ? text->size() : 0;
  return text ? text->c_str() : "";
}

inline libsearch_span to_c(const span *place) noexcept {
  return place ? libsearch_span{place->start, place->end} : libsearch_span{0, 0};
}

inline libsearch_span to_c(const diagnostic *found) noexcept {
  return found ? libsearch_span{found->offset, found->offset + found->length} : libsearch_span{0, 0};
}

}  // namespace libsearch::capi

#endif
