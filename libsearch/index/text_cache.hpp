// The stored texts of a snapshot, those read lately kept in memory.
#ifndef LIBSEARCH_INDEX_TEXT_CACHE_HPP
#define LIBSEARCH_INDEX_TEXT_CACHE_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace libsearch::indexing {

/// Texts of one state of a database. One thread at a time.
class text_cache {
 public:
  /// Keeps at most `most_bytes` of text. A random text makes room for the next: a scan over more than fits
  /// would throw out everything just before it is asked for, were it the oldest.
  text_cache(const Xapian::Database &database, std::size_t most_bytes);

  /// Reads texts in ascending order of their numbers; make one for each pass.
  class reader {
   public:
    explicit reader(text_cache &cache) : cache_(cache) {}
    /// The compact text (indexing::slot_text) of a document that exists; valid until the next call.
    std::string_view get(Xapian::docid number);

   private:
    text_cache &cache_;
    std::optional<Xapian::ValueIterator> stream_;
    std::string passing_;  // a text that is not kept
  };

  std::size_t bytes() const { return bytes_; }
  /// How many texts are in memory.
  std::size_t size() const { return resident_.size(); }
  /// How many texts were put into it so far: whether a call brought some.
  std::uint64_t kept() const { return kept_; }

  /// Takes the texts of an earlier state of the same database, but for the documents that changed since, ascending.
  void take_over(text_cache &before, const std::vector<Xapian::docid> &changed);

 private:
  const std::string *find(Xapian::docid number) const;
  bool keep(Xapian::docid number, std::string &text);
  void drop_one();

  Xapian::Database database_;
  std::size_t most_bytes_, bytes_ = 0;
  std::uint64_t kept_ = 0;
  std::vector<std::string> texts_;       // by number
  std::vector<Xapian::docid> resident_;  // numbers of those that are there
  std::uint32_t random_ = 2463534242u;   // xorshift, G. Marsaglia 2003
};

}  // namespace libsearch::indexing

#endif
