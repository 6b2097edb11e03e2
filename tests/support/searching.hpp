// Short ways to build an index in a test and to ask it.
#ifndef LIBSEARCH_TESTS_SEARCHING_HPP
#define LIBSEARCH_TESTS_SEARCHING_HPP

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

namespace test {

inline libsearch::document make_document(std::string id, std::string title, std::string body) {
  libsearch::document d;
  d.id = std::move(id);
  d.title = std::move(title);
  d.body = std::move(body);
  return d;
}

inline void put_all(const std::string &path, const std::vector<libsearch::document> &documents,
                    const libsearch::writer_options &options = {}) {
  libsearch::index_writer writer(path, options);
  for (const auto &d : documents) writer.put(d);
  writer.commit();
}

/// A request for each hit, without what tests of matching do not need.
inline libsearch::search_request everything_of(std::string query, libsearch::match_mode match,
                                               bool variants = false) {
  libsearch::search_request request;
  request.query = std::move(query);
  request.match = match;
  request.variants = variants;
  request.limit = 1000000;
  request.total = libsearch::total_mode::exact;
  request.snippet_length = 0;
  return request;
}

inline libsearch::query_node leaf(libsearch::query_op op, std::string text,
                                  std::string field = {}) {
  libsearch::query_node node;
  node.op = op;
  node.text = std::move(text);
  node.field = std::move(field);
  return node;
}

inline std::vector<std::string> listed_ids(const libsearch::search_results &results) {
  std::vector<std::string> ids;
  for (const auto &hit : results.hits) ids.push_back(hit.id);
  return ids;
}

inline std::set<std::string> ids_of(const libsearch::search_results &results) {
  const auto all = listed_ids(results);
  return {all.begin(), all.end()};
}

/// "" where `body` throws nothing, else the name of the error's code.
template <class Body>
std::string thrown_by(Body &&body) {
  try {
    body();
  } catch (const libsearch::error &failure) {
    return libsearch::name(failure.code());
  }
  return {};
}

/// The message of the error that `body` throws, or "".
template <class Body>
std::string message_of(Body &&body) {
  try {
    body();
  } catch (const libsearch::error &failure) {
    return failure.what();
  }
  return {};
}

/// The folder of the current generation of an index.
inline std::string generation_folder(const std::string &path) {
  for (const auto &entry : std::filesystem::directory_iterator(path))
    if (entry.path().filename().string().rfind("g-", 0) == 0) return entry.path().string();
  return {};
}

/// The lexicon files of an index.
inline std::vector<std::string> lexicon_files(const std::string &path) {
  std::vector<std::string> files;
  for (const auto &entry : std::filesystem::directory_iterator(generation_folder(path)))
    if (entry.path().filename().string().rfind("lexicon-", 0) == 0)
      files.push_back(entry.path().string());
  return files;
}

}  // namespace test

#endif
