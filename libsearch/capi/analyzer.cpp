// Analysis of text, without an index.
#include <libsearch/analyzer.hpp>

#include <memory>
#include <string>

#include <libsearch/document.hpp>

#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/json.hpp"
#include "capi/text.hpp"
#include "capi/tokens.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_analyzer_options_new(libsearch_analyzer_options **options,
                                                libsearch_error **error) {
  return guard(error, [&] {
    clear_result("options", options);
    *options = hand_out<libsearch_analyzer_options>(std::make_unique<libsearch::analyzer_options>());
  });
}

libsearch_status libsearch_analyzer_options_set_name(libsearch_analyzer_options *options,
                                                     const char *name, size_t length,
                                                     libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->name = text_argument("name", name, length); });
}

libsearch_status libsearch_analyzer_options_set_dictionary(libsearch_analyzer_options *options,
                                                           const char *dictionary, size_t length,
                                                           libsearch_error **error) {
  return guard(error, [&] {
    borrowed(options)->dictionary = text_argument("dictionary", dictionary, length);
  });
}

libsearch_status libsearch_analyzer_options_set_user_dictionary(
    libsearch_analyzer_options *options, const char *words, size_t length,
    libsearch_error **error) {
  return guard(error, [&] {
    borrowed(options)->user_dictionary = text_argument("words", words, length);
  });
}

void libsearch_analyzer_options_free(libsearch_analyzer_options *options) { free_handle(options); }

libsearch_status libsearch_analyzer_new(libsearch_analyzer_options *options,
                                        libsearch_analyzer **analyzer, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("analyzer", analyzer);
    *analyzer = hand_out<libsearch_analyzer>(
        options ? std::make_unique<libsearch::analyzer>(*borrowed(options))
                : std::make_unique<libsearch::analyzer>());
  });
}

libsearch_status libsearch_analyzer_normalize(libsearch_analyzer *analyzer, const char *text,
                                              size_t length, libsearch_string **out,
                                              libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(analyzer);
    *out = hand_out_text(used->normalize(text_argument("text", text, length)));
  });
}

libsearch_status libsearch_analyzer_analyze(libsearch_analyzer *analyzer, const char *text,
                                            size_t length, libsearch_tokens **tokens,
                                            libsearch_error **error) {
  return guard(error, [&] {
    clear_result("tokens", tokens);
    const borrowed used(analyzer);
    const std::string_view given = text_argument("text", text, length);
    *tokens = hand_out<libsearch_tokens>(
        std::make_unique<std::vector<placed_token>>(place(used->analyze(given), given)));
  });
}

libsearch_status libsearch_analyzer_fingerprint(libsearch_analyzer *analyzer,
                                                libsearch_string **out, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    *out = hand_out_text(borrowed(analyzer)->fingerprint());
  });
}

void libsearch_analyzer_free(libsearch_analyzer *analyzer) { free_handle(analyzer); }

libsearch_status libsearch_analyze_json(const char *text, size_t length, libsearch_string **out,
                                        libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const std::string_view given = text_argument("text", text, length);
    *out = hand_out_text(json_of(place(libsearch::analyzer().analyze(given), given)));
  });
}

int libsearch_is_date(const char *text, size_t length) {
  return text && libsearch::is_date({text, length});
}
