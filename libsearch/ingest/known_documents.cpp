#include "ingest/known_documents.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>

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

std::uint32_t format_bit(file_format format) { return 1u << static_cast<unsigned>(format); }

}  // namespace

void known_documents::load(const std::string &path, bool ids_only, const index_options &reading) {
  try {
    index existing(path, reading);
    existing.for_each_origin([&](const std::string &id, const source &origin) {
      const std::uint32_t number = number_of(set(id, origin));
      documents_[number].written = !ids_only;
      documents_[number].live = !ids_only;
      std::vector<std::uint32_t> copies;
      for (const source &copy : origin.copies) {
        known_document &other = set(copy.shown, copy);
        other.live = !ids_only;
        if (ids_only) continue;
        other.copy_of = number;
        other.difference = copy.difference;
        copies.push_back(number_of(other));
      }
      set_copies(number, std::move(copies));
    });
  } catch (const error &problem) {
    // An index that no longer opens is built anew all the same: its hint says so.
    if (problem.code() != errc::not_found && !ids_only) throw;
  }
  for (known_document &document : documents_) document.changed = false;
}

std::uint32_t known_documents::number_of(const known_document &document) const { return by_id_[document.id]; }

/// Whether the document goes by its id: what was removed does not.
bool known_documents::is_listed(std::uint32_t number) const { return by_id_[documents_[number].id] == number; }

void known_documents::place(std::uint32_t id, std::uint32_t number) {
  if (id >= by_id_.size()) by_id_.resize(id + 1, none);
  by_id_[id] = number;
}

void known_documents::count_title(std::uint64_t title, file_format format, std::uint32_t number) {
  const std::uint32_t other = by_title_.find(title, [&](std::uint32_t one) { return documents_[one].title == title; });
  if (other != none && other != number) {
    title_use &use = shared_titles_[title];
    if (use.documents == 0) use = {1, format_bit(documents_[other].format)};
    use.formats |= format_bit(format);
    use.documents += documents_[number].title != title;
  }
  if (documents_[number].title != title) by_title_.add(title, number);
}

void known_documents::assign(std::uint32_t number, const source &origin) {
  known_document &document = documents_[number];
  if (const std::uint32_t file = names_.add(origin.path); document.file != file) {
    document.file = file;
    by_file_.add(file, number);
  }
  document.stamp = {origin.size, origin.mtime};
  parse(origin.digest, document.digest);
  if (const auto signature = signature_from(origin.signature)) {
    count_title(signature->title, signature->format, number);
    document.title = signature->title;
    document.format = signature->format;
    document.sketch = signature->sketch;
    document.said = names_.add(said_of(*signature));
  } else {
    document.title = 0;
  }
  document.live = document.changed = true;
}

known_document &known_documents::set(const std::string &id, const source &origin) {
  const std::uint32_t name = names_.add(id);
  std::uint32_t number = name < by_id_.size() ? by_id_[name] : none;
  if (number == none) {
    number = static_cast<std::uint32_t>(documents_.size());
    documents_.emplace_back().id = name;
    place(name, number);
  }
  assign(number, origin);
  return documents_[number];
}

void known_documents::rename(known_document &document, const std::string &id, const source &origin) {
  const std::uint32_t number = number_of(document);
  by_id_[document.id] = none;
  document.id = names_.add(id);
  place(document.id, number);
  assign(number, origin);
}

void known_documents::remove(known_document &document) {
  by_id_[document.id] = none;
  document.title = 0;
  document.live = false;
}

known_document *known_documents::find(std::string_view id) {
  const std::uint32_t name = names_.find(id);
  return name < by_id_.size() && by_id_[name] != none ? &documents_[by_id_[name]] : nullptr;
}

void known_documents::list_digests() {
  by_digest_.clear();
  for (std::uint32_t number = 0; number < documents_.size(); ++number)
    if (is_listed(number)) by_digest_.emplace_back(documents_[number].digest[0], number);
  std::sort(by_digest_.begin(), by_digest_.end());
}

bool known_documents::has_digest_of_index(const std::string &digest) const {
  std::uint64_t parsed[2];
  if (!parse(digest, parsed)) return false;
  const auto at = std::lower_bound(by_digest_.begin(), by_digest_.end(), std::make_pair(parsed[0], std::uint32_t{0}));
  return at != by_digest_.end() && at->first == parsed[0];
}

known_document *known_documents::find_by_digest(const std::string &digest,
                                                const std::function<bool(const known_document &)> &wanted) {
  std::uint64_t parsed[2];
  if (!parse(digest, parsed)) return nullptr;
  for (auto at = std::lower_bound(by_digest_.begin(), by_digest_.end(), std::make_pair(parsed[0], std::uint32_t{0}));
       at != by_digest_.end() && at->first == parsed[0]; ++at)
    if (known_document &one = documents_[at->second]; one.live && has_digest(one, digest) && wanted(one)) return &one;
  return nullptr;
}

std::vector<std::uint32_t> known_documents::with_title(std::uint64_t title) const {
  std::vector<std::uint32_t> result;
  (void)by_title_.find(title, [&](std::uint32_t number) {
    if (documents_[number].live && documents_[number].title == title) result.push_back(number);
    return false;
  });
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::size_t known_documents::rivals_of_title(std::uint64_t title) const {
  const auto found = shared_titles_.find(title);
  if (found == shared_titles_.end()) return 1;
  const std::uint32_t formats = found->second.formats;
  return (formats & (formats - 1)) == 0 ? 1 : found->second.documents;
}

std::optional<essay_signature> known_documents::signature_of(const known_document &document) const {
  if (document.title == 0) return {};
  essay_signature result;
  result.format = document.format;
  result.title = document.title;
  result.sketch = document.sketch;
  set_said(result, names_.text(document.said));
  return result;
}

const std::vector<std::uint32_t> &known_documents::copies_of(std::uint32_t number) const {
  static const std::vector<std::uint32_t> nothing;
  const auto found = copies_.find(number);
  return found == copies_.end() ? nothing : found->second;
}

void known_documents::set_copies(std::uint32_t number, std::vector<std::uint32_t> copies) {
  if (copies.empty())
    copies_.erase(number);
  else
    copies_[number] = std::move(copies);
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
  if (const auto signature = signature_of(document)) origin.signature = to_text(*signature);
  return origin;
}

bool known_documents::has_digest(const known_document &document, const std::string &digest) {
  std::uint64_t parsed[2];
  return parse(digest, parsed) && parsed[0] == document.digest[0] && parsed[1] == document.digest[1];
}

void known_documents::for_file(const std::string &path, const std::function<void(known_document &)> &visit) {
  const std::uint32_t file = names_.find(path);
  if (file == none) return;
  (void)by_file_.find(file, [&](std::uint32_t number) {
    if (documents_[number].file == file && is_listed(number)) visit(documents_[number]);
    return false;
  });
}

void known_documents::for_each(const std::function<void(known_document &)> &visit) {
  for (std::uint32_t number = 0; number < documents_.size(); ++number)
    if (is_listed(number)) visit(documents_[number]);
}

}  // namespace libsearch::ingest
