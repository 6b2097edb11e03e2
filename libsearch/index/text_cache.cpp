#include "index/text_cache.hpp"

#include "index/term.hpp"

namespace libsearch::indexing {

text_cache::text_cache(const Xapian::Database &database, std::size_t most_bytes)
    : database_(database), most_bytes_(most_bytes) {
  if (most_bytes_ > 0) texts_.resize(std::size_t{database.get_lastdocid()} + 1);
}

const std::string *text_cache::find(Xapian::docid number) const {
  return number < texts_.size() && !texts_[number].empty() ? &texts_[number] : nullptr;
}

void text_cache::drop_one() {
  random_ ^= random_ << 13;
  random_ ^= random_ >> 17;
  random_ ^= random_ << 5;
  Xapian::docid &chosen = resident_[random_ % resident_.size()];
  std::string &text = texts_[chosen];
  bytes_ -= text.capacity();
  std::string().swap(text);
  chosen = resident_.back();
  resident_.pop_back();
}

bool text_cache::keep(Xapian::docid number, std::string &text) {
  if (number >= texts_.size() || text.empty() || text.capacity() > most_bytes_) return false;
  while (bytes_ + text.capacity() > most_bytes_) drop_one();
  resident_.push_back(number);
  bytes_ += text.capacity();
  texts_[number] = std::move(text);
  return true;
}

std::string_view text_cache::reader::get(Xapian::docid number) {
  if (const std::string *known = cache_.find(number)) return *known;
  if (!stream_) stream_.emplace(cache_.database_.valuestream_begin(slot_text));
  stream_->skip_to(number);
  passing_ = **stream_;
  if (cache_.keep(number, passing_)) return cache_.texts_[number];
  return passing_;
}

}  // namespace libsearch::indexing
