// Notes in an index, and the words of the command line looked up in them: notes FOLDER WORD...
#include <iostream>
#include <string>

#include <libsearch/libsearch.hpp>

int main(int argc, char **argv) try {
  if (argc < 3) {
    std::cerr << "usage: notes FOLDER WORD...\n";
    return 2;
  }
  libsearch::index_writer writer(argv[1]);
  writer.put(libsearch::document_from_json(
      R"({"id":"1","title":"港に着く水素","body":"鳴瀬島の港で、水素を燃料にした船が走り始めた。"})"));
  writer.put(libsearch::document_from_json(
      R"({"id":"2","title":"夜の電気をためる","body":"昼の太陽光を蓄電池にため、夜の街灯に使う。"})"));
  writer.commit();

  libsearch::search_request request;
  for (int i = 2; i < argc; ++i) request.query += std::string(i > 2 ? " " : "") + argv[i];
  libsearch::index index(argv[1]);
  for (const libsearch::hit &hit : index.search(request).hits)
    std::cout << hit.title << ": " << to_html(hit.snippet, "[", "]") << "\n";
} catch (const libsearch::error &failure) {
  std::cerr << failure.what() << "\n" << failure.hint() << "\n";
  return 1;
}
