// Faceted search: what a side bar with check boxes needs, as a dialogue in the terminal.
//
//   c++ -std=c++17 faceted_search.cpp $(pkg-config --cflags --libs libsearch) -o faceted_search
//   ./faceted_search            plays the dialogue written below
//   ./faceted_search -          reads yours: a query, FIELD=VALUE to tick or untick a box, "clear"
//
// The documents are fictional. The index is the folder "faceted_search.idx".
#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <libsearch/libsearch.hpp>

namespace {

// One record a line, as `jsearch index` reads them too. "/" in a topic separates levels.
const char *const essays = R"(
{"id":"1","title":"屋根の上の発電所","author":"青海 透","date":"2023-06","topics":["電力/太陽光"],"body":"小学校の屋根に太陽光発電を載せ、町の電気をつくる。"}
{"id":"2","title":"夜の電気をためる","author":"椎名 遥香","date":"2024-01","topics":["電力/蓄電池","電力/太陽光"],"body":"昼の太陽光を蓄電池にため、夜の街灯の電気に使う。"}
{"id":"3","title":"港に着く水素","author":"青海 透","date":"2024-03","topics":["燃料/水素"],"body":"水素を燃料にした船が走る。水素は余った電気でつくる。"}
{"id":"4","title":"雪国の送電線","author":"大槻 惟人","date":"2024-12","topics":["電力/送電網"],"body":"雪の重みで電線が揺れる。電気を止めない工夫を訪ねた。"}
{"id":"5","title":"アンモニアの匂い","author":"椎名 遥香","date":"2025-02","topics":["燃料/アンモニア"],"body":"アンモニアを石炭に混ぜて燃やし、電気をつくる試み。"}
{"id":"6","title":"電池の第二の人生","author":"大槻 惟人","date":"2025-07","topics":["電力/蓄電池"],"body":"車で働き終えた電池を集め、店の電気をまかなう。"}
)";

const std::vector<std::string> dialogue = {
    "電気",              // everything about electricity: the boxes show what there is
    "topic=電力",        // drill down: 電力 includes 電力/太陽光, 電力/蓄電池 ...
    "topic=燃料/水素",   // a second topic: OR with the first, and its count was there to see
    "author=青海 透",    // another facet: AND
    "topic=電力",        // the box is unticked
    "clear", "date=2024..2025", "電池",
};

void write_essays(const std::string &path) {
  libsearch::writer_options options;
  options.rebuild = true;
  libsearch::index_writer writer(path, options);
  std::istringstream lines(essays);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) writer.put(libsearch::document_from_json(line));
  writer.commit();
}

/// The boxes are the filters of the request: ticked where there is one, unticked where there is none.
void toggle(std::vector<libsearch::filter> &filters, const libsearch::filter &box) {
  const auto ticked = std::find_if(filters.begin(), filters.end(), [&](const libsearch::filter &f) {
    return f.field == box.field && f.value == box.value;
  });
  if (ticked == filters.end())
    filters.push_back(box);
  else
    filters.erase(ticked);
}

/// Does what the user typed; false = it was nothing.
bool take(const std::string &line, libsearch::search_request &request) {
  if (line.empty()) return false;
  const std::size_t equals = line.find('=');
  if (line == "clear")
    request.filters.clear();
  else if (equals != std::string::npos)
    toggle(request.filters, {line.substr(0, equals), line.substr(equals + 1)});
  else
    request.query = line;
  return true;
}

/// 電力/太陽光 as it stands in a tree: 太陽光, two columns further to the right.
std::string branch(const std::string &topic) {
  const auto levels = static_cast<std::size_t>(std::count(topic.begin(), topic.end(), '/'));
  return std::string(2 * levels, ' ') + topic.substr(topic.rfind('/') + 1);
}

void print(const libsearch::search_results &results) {
  std::cout << results.total.value << " found\n";
  for (const libsearch::hit &hit : results.hits)
    std::cout << "  " << hit.date << "  " << hit.title << "  (" << hit.authors.front() << ")\n";
  // A facet ignores its own filters ("drill sideways"): with 電力 ticked, the other topics still show what a tick there
  // would add. All counts come from the one search.
  for (const libsearch::facet_result &facet : results.facets) {
    std::cout << "  " << facet.field << "\n";
    for (const libsearch::facet_value &value : facet.values)
      std::cout << "    " << (value.selected ? "[x] " : "[ ] ") << branch(value.value) << " " << value.count << "\n";
  }
  std::cout << "\n";
}

void answer(libsearch::index &index, libsearch::search_request &request, const std::string &line) try {
  const std::vector<libsearch::filter> before = request.filters;
  if (!take(line, request)) return;
  try {
    print(index.search(request));
  } catch (const libsearch::error &) {
    request.filters = before;  // such as colour=red: no field of these documents
    throw;
  }
} catch (const libsearch::error &failure) {
  std::cout << failure.what() << "\n" << failure.hint() << "\n\n";
}

}  // namespace

int main(int argc, char **) try {
  const std::string path = "faceted_search.idx";
  write_essays(path);
  libsearch::index index(path);

  libsearch::search_request request;
  request.facets = {{"topic"}, {"author"}, {"date:year"}};
  request.facets_by = libsearch::facet_order::value;  // a parent stands before its children
  request.sort = libsearch::sort_order::date;
  request.snippet_length = 0;

  if (argc > 1)
    for (std::string line; std::cout << "> " << std::flush && std::getline(std::cin, line);)
      answer(index, request, line);
  else
    for (const std::string &line : dialogue) {
      std::cout << "> " << line << "\n";
      answer(index, request, line);
    }
} catch (const libsearch::error &failure) {
  std::cerr << failure.what() << "\n" << failure.hint() << "\n";
  return 1;
}
