#include "ingest/known_documents.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include <xxhash.h>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

#include "ingest/essay_signature.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::uint32_t none = known_document::none;

/// A digest that is none of ours becomes 0, 0, which equals no digest.
bool parse(const std::string &digest, std::uint64_t (&out)[2]) {
  out[0] = out[1] = 0;
  if (digest.size() != 32) return false;
  const char *begin = digest.data();
  const auto high = std::from_chars(begin, begin + 16, out[0], 16);
  const auto low = std::from_chars(begin + 16, begin + 32, out[1], 16);
  return high.ptr == begin + 16 && low.ptr == begin + 32 && (out[0] | out[1]) != 0;
}

/// Signatures begin with the format, and each format with another letter.
std::uint32_t format_bit(std::string_view signature) { return 1u << (static_cast<unsigned char>(signature[0]) & 31u); }

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

void known_documents::load(const std::string &path, bool ids_only, const index_options &reading) {
  try {
    index existing(path, reading);
    existing.for_each_origin([&](const std::string &id, const source &origin) {
      const std::uint32_t number = number_of(set(id, origin));
      documents_[number].written = !ids_only;
      documents_[number].live = !ids_only;
      for (const source &copy : origin.copies) {
        known_document &other = set(copy.shown, copy);
        other.live = !ids_only;
        if (ids_only) continue;
        other.copy_of = number;
        other.difference = copy.difference;
        documents_[number].copies.push_back(number_of(other));
      }
    });
  } catch (const error &problem) {
    // An index that no longer opens is built anew all the same: its hint says so.
    if (problem.code() != errc::not_found && !ids_only) throw;
  }
  for (known_document &document : documents_) document.changed = false;
}

std::uint32_t known_documents::number_of(const known_document &document) const {
  for (auto [at, end] = by_id_.equal_range(hash_of(document.id)); at != end; ++at)
    if (&documents_[at->second] == &document) return at->second;
  return none;
}

std::uint32_t known_documents::find_file(std::string_view path) const {
  for (auto [at, end] = by_path_.equal_range(hash_of(path)); at != end; ++at)
    if (paths_[at->second] == path) return at->second;
  return none;
}

std::uint32_t known_documents::file_number(const std::string &path) {
  if (const std::uint32_t found = find_file(path); found != none) return found;
  const auto number = static_cast<std::uint32_t>(paths_.size());
  paths_.push_back(path);
  by_path_.emplace(hash_of(path), number);
  return number;
}

void known_documents::forget_id(const known_document &document) {
  for (auto [at, end] = by_id_.equal_range(hash_of(document.id)); at != end; ++at)
    if (&documents_[at->second] == &document) {
      by_id_.erase(at);
      return;
    }
}

void known_documents::assign(known_document &document, const source &origin) {
  const std::uint32_t number = number_of(document);
  if (const std::uint32_t file = file_number(origin.path); document.file != file) {
    document.file = file;
    by_file_.emplace(file, number);
  }
  document.stamp = {origin.size, origin.mtime};
  parse(origin.digest, document.digest);
  const std::uint64_t title = title_of_signature(origin.signature);
  if (title != 0) {
    title_use &use = titles_[title];
    use.documents += title != document.title;
    use.formats |= format_bit(origin.signature);
    if (title != document.title) by_title_.emplace(title, number);
  }
  document.title = title;
  document.signature = origin.signature;
  document.live = document.changed = true;
}

known_document &known_documents::set(const std::string &id, const source &origin) {
  known_document *document = find(id);
  if (!document) {
    const auto number = static_cast<std::uint32_t>(documents_.size());
    document = &documents_.emplace_back();
    document->id = id;
    by_id_.emplace(hash_of(id), number);
  }
  assign(*document, origin);
  return *document;
}

void known_documents::rename(known_document &document, const std::string &id, const source &origin) {
  const std::uint32_t number = number_of(document);
  forget_id(document);
  document.id = id;
  by_id_.emplace(hash_of(id), number);
  assign(document, origin);
}

void known_documents::remove(known_document &document) {
  forget_id(document);
  document.title = 0;
  document.live = false;
}

known_document *known_documents::find(std::string_view id) {
  for (auto [at, end] = by_id_.equal_range(hash_of(id)); at != end; ++at)
    if (documents_[at->second].id == id) return &documents_[at->second];
  return nullptr;
}

void known_documents::list_digests() {
  for (const auto &[hash, number] : by_id_) by_digest_.emplace(documents_[number].digest[0], number);
}

bool known_documents::has_digest_of_index(const std::string &digest) const {
  std::uint64_t parsed[2];
  return parse(digest, parsed) && by_digest_.count(parsed[0]) > 0;
}

known_document *known_documents::find_by_digest(const std::string &digest,
                                                const std::function<bool(const known_document &)> &wanted) {
  std::uint64_t parsed[2];
  if (!parse(digest, parsed)) return nullptr;
  for (auto [at, end] = by_digest_.equal_range(parsed[0]); at != end; ++at)
    if (known_document &one = documents_[at->second]; one.live && has_digest(one, digest) && wanted(one)) return &one;
  return nullptr;
}

std::vector<std::uint32_t> known_documents::with_title(std::uint64_t title) const {
  std::vector<std::uint32_t> result;
  for (auto [at, end] = by_title_.equal_range(title); at != end; ++at)
    if (documents_[at->second].live && documents_[at->second].title == title) result.push_back(at->second);
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::size_t known_documents::rivals_of_title(std::uint64_t title) const {
  const auto found = titles_.find(title);
  if (found == titles_.end()) return 0;
  const std::uint32_t formats = found->second.formats;
  return (formats & (formats - 1)) == 0 ? 1 : found->second.documents;
}

source known_documents::origin_of(const known_document &document) const {
  source origin;
  origin.path = path_of(document);
  origin.size = document.stamp.size;
  origin.mtime = document.stamp.mtime;
  char digest[33];
  std::snprintf(digest, sizeof digest, "%016llx%016llx", static_cast<unsigned long long>(document.digest[0]),
                static_cast<unsigned long long>(document.digest[1]));
  origin.digest = digest;
  origin.signature = document.signature;
  return origin;
}

bool known_documents::has_digest(const known_document &document, const std::string &digest) {
  std::uint64_t parsed[2];
  return parse(digest, parsed) && parsed[0] == document.digest[0] && parsed[1] == document.digest[1];
}

void known_documents::for_file(const std::string &path, const std::function<void(known_document &)> &visit) {
  const std::uint32_t file = find_file(path);
  if (file == none) return;
  for (auto [at, end] = by_file_.equal_range(file); at != end; ++at)
    if (known_document &one = documents_[at->second]; one.file == file && find(one.id) == &one) visit(one);
}

void known_documents::for_each(const std::function<void(known_document &)> &visit) {
  for (std::size_t i = 0; i < documents_.size(); ++i)
    if (find(documents_[i].id) == &documents_[i]) visit(documents_[i]);
}

}  // namespace libsearch::ingest
