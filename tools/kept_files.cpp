#include "kept_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <libsearch/charset.hpp>
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

/// In UTF-8, as the texts of documents are: spreadsheets on Windows write CP932.
std::string decoded(const std::string &bytes, const std::string &encoding) {
  namespace ingest = libsearch::ingest;
  const auto candidates = ingest::charset_candidates(bytes);
  // The encoding that was named is that of the documents: it need not be this file's.
  const bool plain = candidates.size() == 1 && candidates.front().name == "UTF-8";
  return ingest::decode_text(bytes, plain ? "" : encoding).text;
}

}  // namespace

const kept_file topics_file{"topics", "lines of topic, tab, query", "jsearch.topics",
                            &libsearch::index_writer::set_topic_rules};
const kept_file synonyms_file{"synonyms", "lines of \"a, b, c\" and \"a => b, c\"", "jsearch.synonyms",
                              &libsearch::index_writer::set_synonyms};
const kept_file user_words_file{"user-dictionary", "lines of word, tab, reading, tab, class", "jsearch.user-dictionary",
                                &libsearch::index_writer::set_user_dictionary};

std::string read_kept(const kept_file &kept, const std::string &file, const std::string &encoding) {
  if (file == "none") return {};
  std::ifstream in(file, std::ios::binary);
  std::string text;
  bool read = false;
  try {
    // A folder can be opened; reading it throws.
    if (in) text.assign(std::istreambuf_iterator<char>(in), {}), read = true;
  } catch (const std::ios_base::failure &) {
  }
  if (read) {
    naming(kept, file, [&] { text = decoded(text, encoding); });
    return text;
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
