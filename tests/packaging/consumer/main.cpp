// Somebody's program in C++: reads an essay out of text and finds it.
#include <iostream>

#include <libsearch/ingest.hpp>
#include <libsearch/libsearch.hpp>

int main() try {
  libsearch::document essay = libsearch::ingest::read_essay("港の水素\n\n青海 透\n\n船が水素で走る。港には新しい桟橋ができた。\n");
  essay.id = "1";
  libsearch::index_writer writer("consumer-cpp.idx");
  writer.put(essay);
  writer.commit();
  libsearch::index index("consumer-cpp.idx");
  libsearch::search_request request;
  request.query = "水素で走る";
  const bool found = index.search(request).total.value == 1;
  std::cout << LIBSEARCH_VERSION_STRING << ", " << (found ? "found" : "not found") << "\n";
  return found ? 0 : 1;
} catch (const libsearch::error &failure) {
  std::cerr << failure.what() << "\n" << failure.hint() << "\n";
  return 1;
}
