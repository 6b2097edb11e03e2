// An index in memory.
#include <memory>

#include <libsearch/memory_index.hpp>

#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

libsearch_status libsearch_memory_index_new(const char *folder, libsearch_memory_index **memory,
                                            libsearch_error **error) {
  return guard(error, [&] {
    clear_result("memory", memory);
    libsearch::memory_index_options options;
    if (folder) options.folder = path_argument(folder);
    *memory = hand_out<libsearch_memory_index>(std::make_unique<libsearch::memory_index>(options));
  });
}

libsearch_status libsearch_memory_index_new_with(const char *folder, libsearch_writer_options *options,
                                                 libsearch_memory_index **memory,
                                                 libsearch_error **error) {
  if (!options) return libsearch_memory_index_new(folder, memory, error);
  return guard(error, [&] {
    clear_result("memory", memory);
    libsearch::memory_index_options made;
    if (folder) made.folder = path_argument(folder);
    made.writing = *borrowed(options);
    *memory = hand_out<libsearch_memory_index>(std::make_unique<libsearch::memory_index>(made));
  });
}

libsearch_status libsearch_memory_index_writer(const libsearch_memory_index *memory,
                                               libsearch_writer **writer, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("writer", writer);
    const borrowed used(memory);
    *writer = hand_out<libsearch_writer>(std::make_unique<libsearch::index_writer>(used->writer()));
  });
}

libsearch_status libsearch_memory_index_reader(const libsearch_memory_index *memory,
                                               libsearch_index **index, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("index", index);
    const borrowed used(memory);
    *index = hand_out<libsearch_index>(std::make_unique<libsearch::index>(used->reader()));
  });
}

libsearch_status libsearch_memory_index_reader_with(const libsearch_memory_index *memory,
                                                    libsearch_index_options *options,
                                                    libsearch_index **index, libsearch_error **error) {
  if (!options) return libsearch_memory_index_reader(memory, index, error);
  return guard(error, [&] {
    clear_result("index", index);
    const borrowed used(memory);
    const borrowed chosen(options);
    *index = hand_out<libsearch_index>(std::make_unique<libsearch::index>(used->reader(*chosen)));
  });
}

libsearch_status libsearch_memory_index_bytes(const libsearch_memory_index *memory, uint64_t *bytes,
                                              libsearch_error **error) {
  if (bytes) *bytes = 0;
  return guard(error, [&] {
    if (!bytes) refuse_null("bytes");
    *bytes = borrowed(memory)->bytes();
  });
}

const char *libsearch_memory_index_path(const libsearch_memory_index *memory) {
  try {
    return borrowed(memory)->path().c_str();
  } catch (const misuse &) {
    return "";
  }
}

void libsearch_memory_index_free(libsearch_memory_index *memory) { free_handle(memory); }
