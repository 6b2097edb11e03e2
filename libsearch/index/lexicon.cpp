#include "index/lexicon.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <vector>

#include <libsearch/error.hpp>

#include "index/file.hpp"
#include "index/folder.hpp"
#include "index/tell.hpp"
#include "index/term.hpp"
#include "text/utf8.hpp"

namespace libsearch::indexing {

/// A file in memory, read-only.
class lexicon::mapping {
 public:
  explicit mapping(const std::string &path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (fd >= 0 && ::fstat(fd, &status) == 0 && status.st_size > 0) {
      const auto size = static_cast<std::size_t>(status.st_size);
      void *address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd, 0);
      if (address != MAP_FAILED) bytes_ = {static_cast<const char *>(address), size};
    }
    if (fd >= 0) ::close(fd);
  }
  ~mapping() {
    if (!bytes_.empty()) ::munmap(const_cast<char *>(bytes_.data()), bytes_.size());
  }
  mapping(const mapping &) = delete;
  mapping &operator=(const mapping &) = delete;
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

namespace {

std::string base_path(const std::string &folder, std::string_view base) {
  return folder + "/lexicon-" + std::string(base);
}

std::string build_base(const Xapian::Database &database, std::string_view base, std::uint64_t revision) {
  std::vector<lexicon_entry> entries;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const std::string word = *term;
    if (is_word_term(word)) entries.push_back({text::to_utf16(word), term.get_termfreq()});
  }
  return lexicon_image::build(std::move(entries), base, revision);
}

/// The words that commits since the base brought, from the metadata: lists of words, a zero byte behind each.
std::string build_delta(const Xapian::Database &database, const lexicon_image &base) {
  std::set<std::string> words;
  for (auto key = database.metadata_keys_begin(metadata_key::lexicon_delta);
       key != database.metadata_keys_end(metadata_key::lexicon_delta); ++key) {
    const std::string block = database.get_metadata(*key);
    for (std::size_t at = 0; at < block.size();) {
      const std::size_t end = std::min(block.find('\0', at), block.size());
      words.insert(block.substr(at, end - at));
      at = end + 1;
    }
  }
  std::vector<lexicon_entry> entries;
  for (const std::string &word : words) {
    auto units = text::to_utf16(word);
    if (base.find(units) == no_word)
      entries.push_back({std::move(units), static_cast<std::uint32_t>(database.get_termfreq(word))});
  }
  return lexicon_image::build(std::move(entries), "delta", 0);
}

/// The distinct words of a range of suffixes. A word may hold a text twice: 人人 holds 人 twice.
std::vector<word_id> words_of(const lexicon_image &image, suffix_range range) {
  std::vector<word_id> words(range.size());
  for (std::uint32_t i = 0; i < range.size(); ++i) words[i] = image.at(range.begin + i).word;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool visit_words(const lexicon_image &image, const std::vector<word_id> &words, const lexicon::visitor &visit) {
  return std::all_of(words.begin(), words.end(),
                     [&](word_id id) { return visit({image.word(id), image.frequency(id)}); });
}

}  // namespace

std::string lexicon::write_base(const Xapian::Database &database, const std::string &folder,
                                std::uint64_t revision, durability wanted) {
  const std::string base = unique_name();
  write_file_atomically(base_path(folder, base), build_base(database, base, revision), wanted);
  return base;
}

void lexicon::rebase(Xapian::WritableDatabase &database, const std::string &folder, durability wanted) {
  std::vector<std::string> deltas;
  for (auto key = database.metadata_keys_begin(metadata_key::lexicon_delta);
       key != database.metadata_keys_end(metadata_key::lexicon_delta); ++key)
    deltas.push_back(*key);
  for (const std::string &key : deltas) database.set_metadata(key, "");
  database.set_metadata(metadata_key::lexicon_base, write_base(database, folder, 0, wanted));
}

std::shared_ptr<const lexicon> lexicon::load(const Xapian::Database &database, const std::string &folder,
                                             const log_function &log) {
  auto made = std::make_shared<lexicon>();
  const std::string base = database.get_metadata(metadata_key::lexicon_base);
  const std::uint64_t revision = database.get_revision();
  const std::string path = base_path(folder, base);
  bool whole = false;
  try {
    auto file = std::make_shared<const mapping>(path);
    made->base_ = lexicon_image(file->bytes());
    whole = made->base_.base() == base && made->base_.revision() <= revision;
    made->file_ = std::move(file);
  } catch (const std::runtime_error &) {
    // Absent, damaged or of another version: it is derived data.
  }
  if (!whole) {
    if (!base.empty()) tell(log, folder, "the lexicon is absent or damaged: made again from the terms");
    made->file_.reset();
    made->base_bytes_ = build_base(database, base, revision);
    made->base_ = lexicon_image(made->base_bytes_);
    try {
      if (!base.empty()) write_file_atomically(path, made->base_bytes_);
    } catch (const error &) {
      // The folder can't be written: the copy in memory serves.
    }
  }
  made->delta_bytes_ = build_delta(database, made->base_);
  made->delta_ = lexicon_image(made->delta_bytes_);
  return made;
}

void lexicon::remove_other_bases(const Xapian::Database &database, const std::string &folder) {
  const std::string base = database.get_metadata(metadata_key::lexicon_base);
  for (const std::string &name : names_if_readable(folder))
    for (const std::string kind : {"lexicon-", "readings-"})
      if (name.rfind(kind, 0) == 0 && name != kind + base) remove_leftover(folder + "/" + name);
}

bool lexicon::contains(std::u16string_view word) const {
  return base_.find(word) != no_word || delta_.find(word) != no_word;
}

std::uint32_t lexicon::frequency(std::u16string_view word) const {
  for (const lexicon_image *image : {&base_, &delta_})
    // A dead word counts as one: the planner must not take it for one that can't match.
    if (const word_id id = image->find(word); id != no_word) return std::max(1u, image->frequency(id));
  return 0;
}

std::size_t lexicon::count_infix(std::u16string_view text) const {
  return base_.with_infix(text).size() + delta_.with_infix(text).size();
}

std::size_t lexicon::count_suffix(std::u16string_view text) const {
  return base_.with_suffix(text).size() + delta_.with_suffix(text).size();
}

std::size_t lexicon::count_prefix(std::u16string_view text) const {
  const auto a = base_.with_prefix(text), b = delta_.with_prefix(text);
  return (a.second - a.first) + (b.second - b.first);
}

void lexicon::for_each_infix(std::u16string_view text, const visitor &visit) const {
  for (const lexicon_image *image : {&base_, &delta_})
    if (!visit_words(*image, words_of(*image, image->with_infix(text)), visit)) return;
}

void lexicon::for_each_suffix(std::u16string_view text, const visitor &visit) const {
  for (const lexicon_image *image : {&base_, &delta_})
    if (!visit_words(*image, words_of(*image, image->with_suffix(text)), visit)) return;
}

void lexicon::for_each_prefix(std::u16string_view text, const visitor &visit) const {
  for (const lexicon_image *image : {&base_, &delta_}) {
    const auto [begin, end] = image->with_prefix(text);
    for (word_id id = begin; id < end; ++id)
      if (!visit({image->word(id), image->frequency(id)})) return;
  }
}

namespace {

void visit_all(const lexicon_image &image, const lexicon::visitor &visit) {
  for (word_id id = 0; id < image.size(); ++id)
    if (!visit({image.word(id), image.frequency(id)})) return;
}

}  // namespace

void lexicon::for_each_of_base(const visitor &visit) const { visit_all(base_, visit); }
void lexicon::for_each_of_delta(const visitor &visit) const { visit_all(delta_, visit); }

}  // namespace libsearch::indexing
