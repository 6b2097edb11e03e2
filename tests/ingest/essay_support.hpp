// Documents as the rows of the tables of essays and pages show them.
#ifndef LIBSEARCH_TESTS_ESSAY_SUPPORT_HPP
#define LIBSEARCH_TESTS_ESSAY_SUPPORT_HPP

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <libsearch/document.hpp>

#include "ingest/unicode.hpp"

namespace test {

inline std::string without_blanks(const std::string &text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = libsearch::ingest::next(text, at); !libsearch::ingest::is_blank(c)) libsearch::ingest::append(out, c);
  return out;
}

inline std::string joined_names(const std::vector<std::string> &names) {
  std::string out;
  for (const std::string &name : names) out += (out.empty() ? "" : "|") + name;
  return out;
}

/// An attribute, or the values of a list with "; " between.
inline std::string attribute(const libsearch::document &from, const char *name) {
  const std::string text = from.attribute(name);
  const auto list = nlohmann::json::parse(text, nullptr, false);
  if (!list.is_array()) return text;
  std::string out;
  for (const auto &value : list) out += (out.empty() ? "" : "; ") + value.get<std::string>();
  return out;
}

}  // namespace test

#endif
