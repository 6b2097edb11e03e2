// Reading an index.
#include <memory>
#include <optional>
#include <string>

#include <libsearch/document.hpp>
#include <libsearch/error.hpp>
#include <libsearch/index.hpp>
#include <libsearch/search.hpp>

#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/json.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_index_open(const char *path, libsearch_index **index,
                                      libsearch_error **error) {
  return guard(error, [&] {
    clear_result("index", index);
    *index = hand_out<libsearch_index>(std::make_unique<libsearch::index>(path_argument(path)));
  });
}

libsearch_status libsearch_search_json(libsearch_index *index, const char *query,
                                       size_t query_length, const char *options_json,
                                       size_t options_length, libsearch_string **out,
                                       libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    const libsearch::search_request request = libsearch::search_request_from_json(
        text_argument("query", query, query_length),
        text_argument("options_json", options_json, options_length));
    *out = hand_out_text(to_json(used->search(request)));
  });
}

libsearch_status libsearch_similar_json(libsearch_index *index, const char *id, size_t id_length,
                                        const char *options_json, size_t options_length,
                                        libsearch_string **out, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    const std::string_view wanted = text_argument("id", id, id_length);
    const auto found = used->similar(wanted, libsearch::search_request_from_json(
        "", text_argument("options_json", options_json, options_length)));
    if (!found)
      throw libsearch::error(libsearch::errc::not_found,
                             used->path() + ": no document \"" + std::string(wanted) + "\"");
    *out = hand_out_text(to_json(*found));
  });
}

libsearch_status libsearch_similar_text_json(libsearch_index *index, const char *text,
                                             size_t text_length, const char *options_json,
                                             size_t options_length, libsearch_string **out,
                                             libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    const libsearch::search_request request = libsearch::search_request_from_json(
        "", text_argument("options_json", options_json, options_length));
    *out = hand_out_text(to_json(used->similar_to_text(text_argument("text", text, text_length), request)));
  });
}

libsearch_status libsearch_suggest_json(libsearch_index *index, const char *prefix, size_t length,
                                        size_t limit, libsearch_string **out,
                                        libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    const std::string_view typed = text_argument("prefix", prefix, length);
    *out = hand_out_text(libsearch::to_json(typed, used->suggest(typed, limit)));
  });
}

libsearch_status libsearch_index_get_json(libsearch_index *index, const char *id, size_t length,
                                          libsearch_string **out, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    const std::string_view wanted = text_argument("id", id, length);
    const std::optional<libsearch::document> found = used->get(wanted);
    if (!found)
      throw libsearch::error(libsearch::errc::not_found,
                             used->path() + ": no document \"" + std::string(wanted) + "\"");
    *out = hand_out_text(to_json(*found));
  });
}

libsearch_status libsearch_index_statistics_json(libsearch_index *index, libsearch_string **out,
                                                 libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    *out = hand_out_text(json_of(used->path(), used->statistics()));
  });
}

void libsearch_index_free(libsearch_index *index) { free_handle(index); }

libsearch_status libsearch_check(const char *path, libsearch_string **out,
                                 libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    *out = hand_out_text(json_of(libsearch::check_index(path_argument(path))));
  });
}
