#include "query/known_sets.hpp"

#include <utility>

#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Bytes of a string that is kept, and of one whose parts are looked for: nobody types longer ones.
constexpr std::size_t longest_kept = 4096, longest_typed = 256;

}  // namespace

/// A node of the list and one of the map beside the set.
std::size_t known_sets::bytes_of(const entry &kept) {
  return kept.documents->bytes() + kept.text.capacity() + sizeof(entry) + sizeof(document_set) + 12 * sizeof(void *);
}

known_sets::set known_sets::find(std::string_view text) {
  const auto place = places_.find(text);
  if (place == places_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, place->second);
  return place->second->documents;
}

known_sets::set known_sets::narrowest(std::string_view text) {
  if (places_.empty() || text.size() > longest_typed) return nullptr;
  set best;
  const auto consider = [&](std::string_view part) {
    const set known = find(part);
    if (known && (!best || known->size() < best->size())) best = known;
  };
  for (std::size_t at = 0; at < text.size();) {
    consider(text.substr(at));
    text::next(text, at);
    consider(text.substr(0, at));
  }
  return best;
}

void known_sets::keep(std::string_view text, set documents) {
  if (text.size() > longest_kept || find(text)) return;
  entry made{std::string(text), std::move(documents)};
  const std::size_t size = bytes_of(made);
  if (size > most_bytes_) return;
  while (bytes_ + size > most_bytes_) {
    bytes_ -= bytes_of(entries_.back());
    places_.erase(entries_.back().text);
    entries_.pop_back();
  }
  entries_.push_front(std::move(made));
  try {
    places_.emplace(entries_.front().text, entries_.begin());
  } catch (...) {
    entries_.pop_front();
    throw;
  }
  bytes_ += size;
}

}  // namespace libsearch::query
