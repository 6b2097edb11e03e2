#include "capi/text.hpp"

#include <cstdint>
#include <memory>
#include <utility>

#include <libsearch/error.hpp>

#include "capi/handle.hpp"

namespace libsearch::capi {

void refuse_null(const char *name) {
  throw error(errc::invalid_argument, std::string("the argument \"") + name + "\" is NULL");
}

void refuse_id(const std::string &index, std::string_view id) {
  throw error(errc::not_found, index + ": no document \"" + std::string(id) + "\"");
}

std::string_view text_argument(const char *name, const char *text, std::size_t length) {
  if (!text && length) refuse_null(name);
  // A negative number that was converted: no object is as long, and reading it would end in a fault.
  if (length > PTRDIFF_MAX)
    throw error(errc::invalid_argument, std::string("the length of \"") + name + "\" is negative or beyond all memory");
  return text ? std::string_view(text, length) : std::string_view();
}

std::string path_argument(const char *path) {
  if (!path) refuse_null("path");
  return path;
}

libsearch_string *hand_out_text(std::string text) {
  return hand_out<libsearch_string>(std::make_unique<text_object>(text_object{std::move(text)}));
}

}  // namespace libsearch::capi

using namespace libsearch::capi;

const char *libsearch_string_data(const libsearch_string *string) {
  try {
    return borrowed<libsearch_string>(string)->text.c_str();
  } catch (const misuse &) {
    return "";
  }
}

size_t libsearch_string_size(const libsearch_string *string) {
  try {
    return borrowed<libsearch_string>(string)->text.size();
  } catch (const misuse &) {
    return 0;
  }
}

void libsearch_string_free(libsearch_string *string) { free_handle(string); }
