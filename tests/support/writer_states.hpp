// States of an index that tests of the writer make and recognize.
#ifndef LIBSEARCH_TESTS_WRITER_STATES_HPP
#define LIBSEARCH_TESTS_WRITER_STATES_HPP

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <libsearch/libsearch.hpp>

#include "searching.hpp"

namespace test {

inline std::set<std::string> all_ids(const std::string &path) {
  libsearch::index searched(path);
  return ids_of(searched.search(everything_of("", libsearch::match_mode::all)));
}

inline std::set<std::string> found(const std::string &path, const std::string &query) {
  libsearch::index searched(path);
  return ids_of(searched.search(everything_of(query, libsearch::match_mode::phrase)));
}

inline std::vector<std::string> names_in(const std::string &folder) {
  std::vector<std::string> names;
  for (const auto &entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

inline libsearch::writer_options rebuilding() {
  libsearch::writer_options options;
  options.rebuild = true;
  return options;
}

/// The documents of state `number`: each says its state, and their number follows from it.
inline void put_state(libsearch::index_writer &writer, int number) {
  for (int i = 0; i < 12; ++i) {
    const std::string id = std::to_string(i);
    if (i < 6 + number % 6)
      writer.put(make_document(id, "状態" + std::to_string(number),
                               "本文第" + std::to_string(number) + "版"));
    else
      writer.remove(id);
  }
  writer.set_option("state", std::to_string(number));
}

/// The number of the state that an index holds; fails unless it holds that state and nothing else.
inline int state_of(libsearch::index &searched) {
  const libsearch::search_results results = searched.search(everything_of("", libsearch::match_mode::all));
  REQUIRE(!results.hits.empty());
  const int number = std::stoi(results.hits[0].title.substr(std::string("状態").size()));
  CHECK(results.hits.size() == static_cast<std::size_t>(6 + number % 6));
  for (const libsearch::hit &h : results.hits) CHECK(h.title == results.hits[0].title);
  return number;
}

}  // namespace test

#endif
