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
  ++kept_;
  texts_[number] = std::move(text);
  return true;
}

void text_cache::take_over(text_cache &before, const std::vector<Xapian::docid> &changed) {
  if (before.texts_.size() > texts_.size() || before.bytes_ > most_bytes_) return;
  const std::size_t size = texts_.size();
  texts_ = std::move(before.texts_);
  texts_.resize(size);
  resident_ = std::move(before.resident_);
  bytes_ = before.bytes_;
  before.texts_.clear();
  before.resident_.clear();
  before.bytes_ = 0;
  for (const Xapian::docid number : changed) {
    if (number >= texts_.size() || texts_[number].empty()) continue;
    bytes_ -= texts_[number].capacity();
    std::string().swap(texts_[number]);
  }
  std::erase_if(resident_, [&](Xapian::docid number) { return texts_[number].empty(); });
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
