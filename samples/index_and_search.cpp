// Full-text search inside a C++ program: index a few documents, search them, show hits and facets.
//
//   c++ -std=c++20 index_and_search.cpp $(pkg-config --cflags --libs libsearch) -o index_and_search
//   ./index_and_search [FOLDER]
//
// The documents are fictional. The index is the folder "index_and_search.idx", or the one given.
#include <iostream>
#include <string>
#include <vector>

#include <libsearch/libsearch.hpp>

namespace {

libsearch::document note(std::string id, std::string title, std::string author, std::string date,
                         std::string topic, std::string body) {
  libsearch::document d;
  d.id = std::move(id);
  d.title = std::move(title);
  d.authors = {std::move(author)};
  d.date = std::move(date);
  d.topics = {std::move(topic)};
  d.body = std::move(body);
  return d;
}

void write_notes(const std::string &path) {
  libsearch::index_writer writer(path);
  writer.put(note("1", "屋根の上の発電所", "青海 透", "2024-06", "電力/太陽光",
                  "汐見市では小学校の屋根に太陽光発電を載せた。"));
  writer.put(note("2", "夜の電気をためる", "椎名 遥香", "2025-01", "電力/蓄電池",
                  "昼の太陽光を蓄電池にため、夜の街灯に使う。"));
  writer.put(note("3", "港に着く水素", "青海 透", "2025-03", "水素",
                  "鳴瀬島の港で、水素を燃料にした船が走り始めた。"));
  // Until here nobody sees the documents; a note that is put again replaces the one with its id.
  writer.commit();
}

void search(libsearch::index &index, const libsearch::search_request &request) {
  const libsearch::search_results results = index.search(request);
  std::cout << request.query << ": " << results.total.value << " found\n";
  for (const libsearch::hit &hit : results.hits)
    std::cout << "  " << hit.date << "  " << hit.title << "\n    "
              << to_html(hit.snippet, "[", "]") << "\n";
  for (const libsearch::facet_result &facet : results.facets)
    for (const libsearch::facet_value &value : facet.values)
      std::cout << "  " << facet.field << " " << value.value << " (" << value.count << ")\n";
}

}  // namespace

int main(int argc, char **argv) try {
  const std::string path = argc > 1 ? argv[1] : "index_and_search.idx";
  write_notes(path);

  libsearch::index index(path);
  libsearch::search_request request;
  request.query = "太陽光";
  request.facets = {{"topic"}, {"author"}, {"date:year"}};
  search(index, request);

  // A user clicked on a topic and a year: the same query with filters.
  request.filters = {{"topic", "電力"}, {"date", "2025"}};
  search(index, request);
} catch (const libsearch::error &failure) {
  std::cerr << failure.what() << "\n" << failure.hint() << "\n";
  return 1;
}
