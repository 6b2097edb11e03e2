#include "ingest/known_documents.hpp"

#include <charconv>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

namespace libsearch::ingest {

namespace {

/// A digest that is none of ours becomes 0, 0, which equals no digest.
bool parse(const std::string &digest, std::uint64_t (&out)[2]) {
  out[0] = out[1] = 0;
  if (digest.size() != 32) return false;
  const char *begin = digest.data();
  const auto high = std::from_chars(begin, begin + 16, out[0], 16);
  const auto low = std::from_chars(begin + 16, begin + 32, out[1], 16);
  return high.ptr == begin + 16 && low.ptr == begin + 32 && (out[0] | out[1]) != 0;
}

}  // namespace

void known_documents::load(const std::string &path, const index_options &reading) {
  try {
    index existing(path, reading);
    existing.for_each_origin([this](const std::string &id, const source &origin) {
      set(id, origin);
      ids_[by_id_[id].file].push_back(id);
    });
  } catch (const error &problem) {
    if (problem.code() != errc::not_found) throw;
  }
}

std::uint32_t known_documents::file_number(const std::string &path) {
  const auto [entry, fresh] = numbers_.emplace(path, static_cast<std::uint32_t>(paths_.size()));
  if (fresh) {
    paths_.push_back(path);
    ids_.emplace_back();
  }
  return entry->second;
}

void known_documents::set(const std::string &id, const source &origin) {
  known_document &document = by_id_[id];
  document.file = file_number(origin.path);
  document.stamp = {origin.size, origin.mtime};
  parse(origin.digest, document.digest);
}

known_document *known_documents::find(const std::string &id) {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &found->second;
}

std::string known_documents::find_by_digest(
    const std::string &digest, const std::function<bool(const known_document &)> &wanted) {
  if (!digests_ready_) {
    for (const auto &[id, document] : by_id_) by_digest_.emplace(document.digest[0], id);
    digests_ready_ = true;
  }
  std::uint64_t parsed[2];
  if (!parse(digest, parsed)) return {};
  for (auto [at, end] = by_digest_.equal_range(parsed[0]); at != end; ++at)
    if (const known_document *one = find(at->second);
        one && has_digest(*one, digest) && wanted(*one))
      return at->second;
  return {};
}

bool known_documents::has_digest(const known_document &document, const std::string &digest) {
  std::uint64_t parsed[2];
  return parse(digest, parsed) && parsed[0] == document.digest[0] &&
         parsed[1] == document.digest[1];
}

void known_documents::for_file(
    const std::string &path,
    const std::function<void(const std::string &, known_document &)> &visit) {
  const auto number = numbers_.find(path);
  if (number == numbers_.end()) return;
  for (const std::string &id : ids_[number->second])
    if (const auto found = by_id_.find(id);
        found != by_id_.end() && found->second.file == number->second)
      visit(id, found->second);
}

void known_documents::for_each(
    const std::function<void(const std::string &, known_document &)> &visit) {
  for (auto &[id, document] : by_id_) visit(id, document);
}

}  // namespace libsearch::ingest
