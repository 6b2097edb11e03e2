#include "index/lexicon_readings.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <libsearch/error.hpp>

#include "index/file.hpp"
#include "text/kana.hpp"
#include "text/utf8.hpp"

namespace libsearch::indexing {
namespace {

/// The first line of a file: version, base, hash of what follows. The second is the fingerprint of the analysis.
std::string heading(std::string_view base, std::string_view body) {
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(XXH3_64bits(body.data(), body.size())));
  return "readings/1 " + std::string(base) + " " + hash + "\n";
}

}  // namespace

const variants::reading_table &lexicon_readings::table() {
  if (!table_) {
    table_.emplace();
    if (analyzer_.knows_readings()) {
      table_->add(lines_of_base());
      table_->add(lines_of(false));
    }
  }
  return *table_;
}

std::string lexicon_readings::lines_of(bool base) {
  std::vector<variants::word_reading> readings;
  const auto add = [&](const found_word &word) {
    const std::string text = text::to_utf8(word.text);
    if (!text::has_kanji(text)) return true;
    std::set<std::string> told;
    for (analysis::lexeme &entry : analyzer_.lexemes(text))
      if (!entry.reading.empty() && told.insert(entry.reading).second)
        readings.push_back({text, std::move(entry.reading), word.frequency});
    return true;
  };
  if (base) words_->for_each_of_base(add);
  else words_->for_each_of_delta(add);
  return variants::reading_table::lines_of(readings);
}

std::string lexicon_readings::lines_of_base() {
  const std::string base(words_->base_name());
  const std::string path = folder_ + "/readings-" + base;
  const std::string fingerprint = analyzer_.fingerprint() + "\n";
  if (base.empty()) return lines_of(true);
  try {
    if (const auto file = read_file(path); file && !file->empty()) {
      const std::size_t end = std::min(file->find('\n'), file->size() - 1) + 1;
      const auto body = std::string_view(*file).substr(end);
      if (file->compare(0, end, heading(base, body)) == 0 && body.substr(0, fingerprint.size()) == fingerprint)
        return file->substr(end + fingerprint.size());
    }
  } catch (const std::exception &) {
    // It can't be read: it is derived data.
  }
  std::string lines = lines_of(true);
  const std::string body = fingerprint + lines;
  try {
    write_file_atomically(path, heading(base, body) + body);
  } catch (const error &) {
    // The folder can't be written: the copy in memory serves.
  }
  return lines;
}

}  // namespace libsearch::indexing
