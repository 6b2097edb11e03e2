// How an index or a writer is opened.
#include <memory>
#include <string>

#include <libsearch/index.hpp>

#include "capi/callback.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_writer_options_new(libsearch_writer_options **options,
                                              libsearch_error **error) {
  return guard(error, [&] {
    clear_result("options", options);
    *options = hand_out<libsearch_writer_options>(std::make_unique<libsearch::writer_options>());
  });
}

libsearch_status libsearch_writer_options_set_threads(libsearch_writer_options *options,
                                                      unsigned threads, libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->threads = threads; });
}

libsearch_status libsearch_writer_options_set_memory(libsearch_writer_options *options,
                                                     size_t bytes, libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->memory = bytes; });
}

libsearch_status libsearch_writer_options_set_analyzer(libsearch_writer_options *options,
                                                       const char *analyzer, size_t length,
                                                       libsearch_error **error) {
  return guard(error,
               [&] { borrowed(options)->analyzer = text_argument("analyzer", analyzer, length); });
}

libsearch_status libsearch_writer_options_set_dictionary(libsearch_writer_options *options,
                                                         const char *dictionary, size_t length,
                                                         libsearch_error **error) {
  return guard(error, [&] {
    borrowed(options)->dictionary = text_argument("dictionary", dictionary, length);
  });
}

libsearch_status libsearch_writer_options_set_rebuild(libsearch_writer_options *options,
                                                      int rebuild, libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->rebuild = rebuild != 0; });
}

libsearch_status libsearch_writer_options_set_durable(libsearch_writer_options *options,
                                                      int durable, libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->durable = durable != 0; });
}

libsearch_status libsearch_writer_options_set_progress(libsearch_writer_options *options,
                                                       libsearch_progress_callback progress,
                                                       void *context, libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->progress = to_cpp(progress, context); });
}

libsearch_status libsearch_writer_options_set_log(libsearch_writer_options *options,
                                                  libsearch_log_callback log, void *context,
                                                  libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->log = to_cpp(log, context); });
}

void libsearch_writer_options_free(libsearch_writer_options *options) { free_handle(options); }

libsearch_status libsearch_index_options_new(libsearch_index_options **options,
                                             libsearch_error **error) {
  return guard(error, [&] {
    clear_result("options", options);
    *options = hand_out<libsearch_index_options>(std::make_unique<libsearch::index_options>());
  });
}

libsearch_status libsearch_index_options_set_text_cache(libsearch_index_options *options,
                                                        size_t bytes, libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->text_cache = bytes; });
}

libsearch_status libsearch_index_options_set_log(libsearch_index_options *options,
                                                 libsearch_log_callback log, void *context,
                                                 libsearch_error **error) {
  return guard(error, [&] { borrowed(options)->log = to_cpp(log, context); });
}

void libsearch_index_options_free(libsearch_index_options *options) { free_handle(options); }
