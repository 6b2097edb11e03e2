#include "facet/column.hpp"

#include <algorithm>
#include <map>

#include "index/packing.hpp"
#include "index/term.hpp"
#include "text/normalizer.hpp"

namespace libsearch::facet {

value_column::value_column(const Xapian::Database &database, unsigned slot, bool hierarchical) {
  std::vector<std::map<std::string, std::size_t>> spellings;
  std::unordered_map<std::string, value_id> known;  // spellings seen, to normalize each once
  const auto number_of = [&](const std::string &spelling) {
    const auto [seen, is_new] = known.try_emplace(spelling, 0);
    if (is_new) {
      const auto [found, added] =
          ids_.try_emplace(text::normalize_only(spelling), static_cast<value_id>(spellings.size()));
      if (added) spellings.emplace_back();
      seen->second = found->second;
    }
    ++spellings[seen->second][spelling];
    return seen->second;
  };
  begins_.assign(database.get_lastdocid() + 2, 0);
  std::vector<value_id> own;
  Xapian::docid filled = 0;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value) {
    const Xapian::docid document = value.get_docid();
    for (; filled < document; ++filled) begins_[filled + 1] = static_cast<std::uint32_t>(values_.size());
    own.clear();
    indexing::for_each_part(*value, [&](std::string_view part) {
      own.push_back(number_of(std::string(part)));
      if (!hierarchical) return;
      for (std::size_t slash = part.find('/', 1); slash != std::string_view::npos; slash = part.find('/', slash + 1))
        own.push_back(number_of(std::string(part.substr(0, slash))));
    });
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    values_.insert(values_.end(), own.begin(), own.end());
  }
  for (; filled + 1 < begins_.size(); ++filled) begins_[filled + 1] = static_cast<std::uint32_t>(values_.size());

  for (const auto &variants : spellings)
    shown_.push_back(std::max_element(variants.begin(), variants.end(), [](const auto &a, const auto &b) {
                       return a.second < b.second;
                     })->first);
}

std::optional<value_id> value_column::find(std::string_view value) const {
  const auto found = ids_.find(text::normalize_only(value));
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

std::span<const value_id> value_column::of(Xapian::docid document) const {
  if (document + 1 >= begins_.size()) return {};
  return std::span(values_).subspan(begins_[document], begins_[document + 1] - begins_[document]);
}

std::size_t value_column::bytes() const {
  // A node of a hash map has a pointer and a hash beside what it keeps.
  constexpr std::size_t node = 2 * sizeof(void *);
  std::size_t bytes = begins_.capacity() * sizeof begins_[0] + values_.capacity() * sizeof(value_id);
  for (const auto &[value, id] : ids_) bytes += node + sizeof value + value.capacity() + sizeof id;
  for (const std::string &value : shown_) bytes += sizeof value + value.capacity();
  return bytes;
}

number_column::number_column(const Xapian::Database &database, unsigned slot) {
  std::vector<std::pair<double, Xapian::docid>> all;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value)
    all.emplace_back(Xapian::sortable_unserialise(*value), value.get_docid());
  std::sort(all.begin(), all.end());
  ids_.assign(database.get_lastdocid() + 1, 0);
  for (const auto &[number, document] : all) {
    if (numbers_.empty() || numbers_.back() != number) numbers_.push_back(number);
    ids_[document] = static_cast<value_id>(numbers_.size());
  }
}

std::optional<value_id> number_column::of(Xapian::docid document) const {
  if (document >= ids_.size() || ids_[document] == 0) return std::nullopt;
  return ids_[document] - 1;
}

std::size_t number_column::bytes() const {
  return numbers_.capacity() * sizeof(double) + ids_.capacity() * sizeof(value_id);
}

date_column::date_column(const Xapian::Database &database, unsigned first_slot, unsigned last_slot) {
  using days = std::pair<std::int32_t, std::int32_t>;
  std::vector<days> all(database.get_lastdocid() + std::size_t{1});
  for (auto day = database.valuestream_begin(first_slot); day != database.valuestream_end(first_slot); ++day)
    all[day.get_docid()].first = indexing::unpack_day(*day);
  for (auto day = database.valuestream_begin(last_slot); day != database.valuestream_end(last_slot); ++day)
    all[day.get_docid()].second = indexing::unpack_day(*day);
  std::vector<days> distinct;
  for (const days &d : all)
    if (d.first) distinct.push_back(d);
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  for (const days &d : distinct) dates_.push_back({d.first, d.second});
  ids_.resize(all.size());
  for (std::size_t document = 0; document < all.size(); ++document)
    if (all[document].first)
      ids_[document] = static_cast<value_id>(
          std::lower_bound(distinct.begin(), distinct.end(), all[document]) - distinct.begin() + 1);
}

std::optional<value_id> date_column::of(Xapian::docid document) const {
  if (document >= ids_.size() || ids_[document] == 0) return std::nullopt;
  return ids_[document] - 1;
}

std::size_t date_column::bytes() const {
  return dates_.capacity() * sizeof dates_[0] + ids_.capacity() * sizeof(value_id);
}

}  // namespace libsearch::facet
