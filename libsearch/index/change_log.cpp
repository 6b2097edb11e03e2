#include "index/change_log.hpp"

#include <algorithm>
#include <stdexcept>

#include "index/packing.hpp"

namespace libsearch::indexing {
namespace {

void make_set(std::vector<Xapian::docid> &documents) {
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
}

}  // namespace

change_log::change_log(std::string_view bytes) {
  if (bytes.empty()) return;
  try {
    unpacker in(bytes);
    revision_ = in.number();
    first_ = in.number();
    while (!in.rest().empty()) {
      std::vector<Xapian::docid> documents(std::min<std::uint64_t>(in.number(), most_documents));
      Xapian::docid last = 0;
      for (Xapian::docid &number : documents) number = last += static_cast<Xapian::docid>(in.number());
      commits_.push_back(std::move(documents));
    }
  } catch (const std::runtime_error &) {
    commits_.clear();
    revision_ = 0;
  }
}

std::optional<std::vector<Xapian::docid>> change_log::since(std::uint64_t number) const {
  if (number < first_ || number > this->number()) return std::nullopt;
  std::vector<Xapian::docid> all;
  for (std::size_t i = number - first_; i < commits_.size(); ++i)
    all.insert(all.end(), commits_[i].begin(), commits_[i].end());
  make_set(all);
  return all;
}

void change_log::add(std::vector<Xapian::docid> documents, std::uint64_t before) {
  const bool gap = revision_ != before;
  revision_ = before + 1;
  if (gap) {
    first_ = number() + 1;
    commits_.clear();
    return;
  }
  make_set(documents);
  commits_.push_back(std::move(documents));
  // A commit counts for one even if it changed nothing: the list must not grow without end.
  std::size_t kept = 0, listed = 0;
  while (kept < commits_.size()) {
    listed += commits_[commits_.size() - 1 - kept].size() + 1;
    if (listed > most_documents) break;
    ++kept;
  }
  const std::size_t dropped = commits_.size() - kept;
  commits_.erase(commits_.begin(), commits_.begin() + static_cast<std::ptrdiff_t>(dropped));
  first_ += dropped;
}

std::string change_log::bytes() const {
  std::string out;
  pack(out, revision_);
  pack(out, first_);
  for (const auto &documents : commits_) {
    pack(out, documents.size());
    Xapian::docid last = 0;
    for (const Xapian::docid number : documents) {
      pack(out, std::uint64_t{number - last});
      last = number;
    }
  }
  return out;
}

}  // namespace libsearch::indexing
