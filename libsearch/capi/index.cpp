// Reading an index.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <libsearch/document.hpp>
#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "capi/enumeration.hpp"
#include "capi/getter.hpp"
#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

libsearch::document document_of(libsearch::index &index, std::string_view id) {
  std::optional<libsearch::document> found = index.get(id);
  if (!found) refuse_id(index.path(), id);
  return *std::move(found);
}

/// What the callback throws does not get through.
bool wants_more(libsearch_origin_callback visit, void *context, const std::string &id,
                const libsearch::source &from) {
  try {
    return visit(context, id.c_str(), id.size(), from.path.c_str(), from.path.size(), from.size,
                 from.mtime, from.digest.c_str(), from.digest.size()) == 0;
  } catch (...) {
    return false;
  }
}

}  // namespace

libsearch_status libsearch_index_open(const char *path, libsearch_index **index,
                                      libsearch_error **error) {
  return guard(error, [&] {
    clear_result("index", index);
    *index = hand_out<libsearch_index>(std::make_unique<libsearch::index>(path_argument(path)));
  });
}

libsearch_status libsearch_index_open_with(const char *path, libsearch_index_options *options,
                                           libsearch_index **index, libsearch_error **error) {
  if (!options) return libsearch_index_open(path, index, error);
  return guard(error, [&] {
    clear_result("index", index);
    const borrowed used(options);
    *index = hand_out<libsearch_index>(std::make_unique<libsearch::index>(path_argument(path), *used));
  });
}

const char *libsearch_index_path(const libsearch_index *index, size_t *length) {
  return ask_text(index, length, [](const auto &i) { return &i.path(); });
}

libsearch_status libsearch_index_get_json(libsearch_index *index, const char *id, size_t length,
                                          libsearch_string **out, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    *out = hand_out_text(to_json(document_of(*used, text_argument("id", id, length))));
  });
}

libsearch_status libsearch_index_get(libsearch_index *index, const char *id, size_t length,
                                     libsearch_document **document, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("document", document);
    const borrowed used(index);
    *document = hand_out<libsearch_document>(std::make_unique<libsearch::document>(
        document_of(*used, text_argument("id", id, length))));
  });
}

libsearch_status libsearch_index_option(libsearch_index *index, const char *name, size_t length,
                                        libsearch_string **out, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    const borrowed used(index);
    *out = hand_out_text(used->option(std::string(text_argument("name", name, length))));
  });
}

libsearch_status libsearch_index_for_each_origin(libsearch_index *index,
                                                 libsearch_origin_callback visit, void *context,
                                                 libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(index);
    if (!visit) refuse_null("visit");
    used->for_each_origin([&](const std::string &id, const libsearch::source &from) {
      if (wants_more(visit, context, id, from)) return;
      throw libsearch::error(libsearch::errc::cancelled, used->path() + ": stopped by its caller");
    });
  });
}

libsearch_status libsearch_index_refresh(libsearch_index *index, uint64_t *revision,
                                         libsearch_error **error) {
  return guard(error, [&] {
    if (revision) *revision = 0;
    const std::uint64_t newest = borrowed(index)->refresh();
    if (revision) *revision = newest;
  });
}

size_t libsearch_index_cache_bytes(const libsearch_index *index, libsearch_cache cache) {
  return ask(index, std::size_t{0}, [&](const auto &i) {
    const libsearch::cache_sizes sizes = i.caches();
    switch (number_of(cache)) {
      case LIBSEARCH_CACHE_TEXTS: return sizes.texts;
      case LIBSEARCH_CACHE_COLUMNS: return sizes.columns;
      case LIBSEARCH_CACHE_COMPLETIONS: return sizes.completions;
      case LIBSEARCH_CACHE_READINGS: return sizes.readings;
      case LIBSEARCH_CACHE_SETS: return sizes.sets;
    }
    return std::size_t{0};
  });
}

libsearch_status libsearch_index_release_caches(libsearch_index *index, libsearch_error **error) {
  return guard(error, [&] { borrowed(index)->release_caches(); });
}

void libsearch_index_free(libsearch_index *index) { free_handle(index); }
