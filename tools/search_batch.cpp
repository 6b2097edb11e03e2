#include "search_batch.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>

#include <libsearch/error.hpp>

#include "command.hpp"
#include "output.hpp"

namespace jsearch {

namespace {

std::string json_string(const std::string &text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string error_object(const std::string &query, const libsearch::error &e) {
  return "{\"format\":1,\"query\":" + json_string(query) +
         ",\"error\":{\"code\":" + json_string(libsearch::name(e.code())) +
         ",\"message\":" + json_string(e.what()) + "}}";
}

struct labelled_query {
  bool labelled = false;
  std::string label;
  std::string query;
};

labelled_query split(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  const auto tab = line.find('\t');
  if (tab == std::string::npos) return {false, {}, std::move(line)};
  return {true, line.substr(0, tab), line.substr(tab + 1)};
}

/// Puts the label first, so that it is found without parsing the rest.
std::string with_label(const labelled_query &asked, const std::string &object) {
  if (!asked.labelled) return object;
  return "{\"label\":" + json_string(asked.label) + "," + object.substr(1);
}

}  // namespace

int search_batch(libsearch::index &index, libsearch::search_request request,
                 const std::string &file) {
  std::ifstream opened;
  if (file != "-") {
    opened.open(file);
    if (!opened)
      throw libsearch::error(libsearch::errc::not_found, file + ": " + std::strerror(errno),
                             "--batch takes a file of queries, or - for standard input");
  }
  std::istream &in = file == "-" ? std::cin : opened;
  bool any_hit = false;
  bool any_error = false;
  for (std::string line; std::getline(in, line);) {
    const labelled_query asked = split(std::move(line));
    request.query = asked.query;
    std::string object;
    try {
      const libsearch::search_results results = index.search(request);
      any_hit = any_hit || results.total.value > 0;
      object = libsearch::to_json(results);
    } catch (const libsearch::error &e) {
      any_error = true;
      object = error_object(asked.query, e);
      say_error(asked.query + ": " + e.what(), e.hint());
    }
    put(with_label(asked, object) + "\n");
    // Another program may wait for this answer before it asks the next question.
    flush_output();
  }
  if (in.bad()) throw libsearch::error(libsearch::errc::io, file + ": can't be read");
  if (any_error) return status_error;
  return any_hit ? status_done : status_no_hit;
}

}  // namespace jsearch
