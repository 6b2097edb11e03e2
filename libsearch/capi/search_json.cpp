// Searches whose options and answers are JSON.
#include <string>

#include <libsearch/index.hpp>
#include <libsearch/search.hpp>

#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

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
    if (!found) refuse_id(used->path(), wanted);
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
