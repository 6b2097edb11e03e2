#include "kept_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <libsearch/error.hpp>
#include <libsearch/query.hpp>

namespace jsearch {

namespace {

using libsearch::errc;
using libsearch::error;

/// What `act` says of the file's text, with the file's name.
template <typename Act>
void naming(const kept_file &kept, const std::string &file, const Act &act) {
  try {
    act();
  } catch (const error &e) {
    throw error(e.code(), std::string("--") + kept.option + ": " + file + ": " + e.what(), e.hint());
  }
}

}  // namespace

const kept_file topics_file{"topics", "lines of topic, tab, query", "jsearch.topics",
                            &libsearch::index_writer::set_topic_rules};
const kept_file synonyms_file{"synonyms", "lines of \"a, b, c\" and \"a => b, c\"", "jsearch.synonyms",
                              &libsearch::index_writer::set_synonyms};
const kept_file user_words_file{"user-dictionary", "lines of word, tab, reading, tab, class", "jsearch.user-dictionary",
                                &libsearch::index_writer::set_user_dictionary};

std::string read_kept(const kept_file &kept, const std::string &file) {
  if (file == "none") return {};
  std::ifstream in(file, std::ios::binary);
  try {
    // A folder can be opened; reading it throws.
    if (in) return {std::istreambuf_iterator<char>(in), {}};
  } catch (const std::ios_base::failure &) {
  }
  const std::string option = std::string("--") + kept.option;
  throw error(errc::not_found, option + ": " + file + ": " + std::strerror(errno),
              std::string("the file holds ") + kept.lines + "; \"" + option + " none\" drops them all");
}

void keep(libsearch::index_writer &writer, const kept_file &kept, const std::string &file, const std::string &text) {
  naming(kept, file, [&] { (writer.*kept.set)(text); });
  std::error_code ignored;
  const auto place = std::filesystem::absolute(file, ignored);
  writer.set_option(kept.setting, text.empty() ? "" : place.string());
}

std::vector<std::string> remarks_on_rules(const std::string &file, const std::string &text) {
  // A file that is something else says so with its first lines.
  constexpr std::size_t most = 20;
  std::vector<libsearch::diagnostic> told;
  naming(topics_file, file, [&] { told = libsearch::check_topic_rules(text); });
  std::vector<std::string> lines;
  for (const libsearch::diagnostic &one : told) {
    if (lines.size() == most) {
      lines.push_back(file + ": and " + std::to_string(told.size() - most) + " more remarks of this kind");
      break;
    }
    const std::string part = text.substr(std::min(one.offset, text.size()), one.length);
    lines.push_back(file + ": " + one.message + (part.empty() ? "" : ": " + part));
  }
  return lines;
}

}  // namespace jsearch
