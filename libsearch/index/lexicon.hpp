// The distinct words of an index: a base image, usually a mapped file, and the words that later
// commits brought. A word too many is harmless; none may be missing.
#ifndef LIBSEARCH_INDEX_LEXICON_HPP
#define LIBSEARCH_INDEX_LEXICON_HPP

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <xapian.h>

#include <libsearch/events.hpp>

#include "index/file.hpp"
#include "index/lexicon_image.hpp"

namespace libsearch::indexing {

/// A word found: its text and the number of documents that hold it, about.
struct found_word {
  std::u16string_view text;
  std::uint32_t frequency = 0;
};

/// Thread-safe once made.
class lexicon {
 public:
  /// The lexicon of an open database in `folder`. Uses the base file when it is whole and belongs to
  /// the database, else makes it from the terms (and leaves it in the folder where that can be written).
  /// That it had to is told to `log`.
  static std::shared_ptr<const lexicon> load(const Xapian::Database &database, const std::string &folder,
                                             const log_function &log = {});

  /// Writes the base for all words of `database` into `folder` and returns its name, to be kept
  /// under metadata_key::lexicon_base.
  static std::string write_base(const Xapian::Database &database, const std::string &folder,
                                std::uint64_t revision, durability wanted = durability::synced);

  /// Makes one base of all words and drops what later commits added; takes effect with the commit.
  static void rebase(Xapian::WritableDatabase &database, const std::string &folder,
                     durability wanted = durability::synced);

  /// Removes bases in `folder` that `database` does not name.
  static void remove_other_bases(const Xapian::Database &database, const std::string &folder);

  std::uint32_t size() const { return base_.size() + delta_.size(); }
  std::uint32_t base_size() const { return base_.size(); }
  std::uint32_t delta_size() const { return delta_.size(); }
  bool contains(std::u16string_view word) const;
  /// Documents that hold the word, about; 0 = not a word.
  std::uint32_t frequency(std::u16string_view word) const;

  /// How many words hold `text` / end / begin with it, counted per occurrence. Cheap.
  std::size_t count_infix(std::u16string_view text) const;
  std::size_t count_suffix(std::u16string_view text) const;
  std::size_t count_prefix(std::u16string_view text) const;

  /// Visits each word that holds `text` (once) / ends / begins with it; return false to stop.
  using visitor = std::function<bool(const found_word &)>;
  void for_each_infix(std::u16string_view text, const visitor &visit) const;
  void for_each_suffix(std::u16string_view text, const visitor &visit) const;
  void for_each_prefix(std::u16string_view text, const visitor &visit) const;

  /// Visits each word of the base / of later commits.
  void for_each_of_base(const visitor &visit) const;
  void for_each_of_delta(const visitor &visit) const;
  /// The name of the base, "" where the index has none.
  std::string_view base_name() const { return base_.base(); }

  class mapping;

 private:
  std::shared_ptr<const mapping> file_;  // holds base_'s bytes when they are mapped
  std::string base_bytes_, delta_bytes_;
  lexicon_image base_, delta_;
};

}  // namespace libsearch::indexing

#endif
