#include "ingest/copy_joiner.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "ingest/document_reader.hpp"
#include "ingest/file_text.hpp"

namespace libsearch::ingest {

namespace {

// Some dozen essays: enough for the formats of one essay side by side, too little to hold up the analysis.
constexpr std::size_t most_waiting_bytes = 256u << 10;

constexpr char paths_attribute[] = "paths", topics_key[] = "topics";

/// What an essay's own file says of it; copies may have added to it before.
void set_own_fields(document &content, const essay_signature &own) {
  content.date = own.date;
  content.authors = own.authors;
  content.attributes.erase(paths_attribute);
}

/// A day beats its month, and anything beats nothing.
void add_fields_of_copy(document &content, essay_signature &so_far, const essay_signature &copy) {
  if (content.authors.empty() || (copy.authors_are_certain && !so_far.authors_are_certain)) {
    content.authors = copy.authors;
    so_far.authors_are_certain = copy.authors_are_certain;
  }
  const bool certain = copy.date_is_certain;
  if (certain ? so_far.date_is_certain && copy.date.size() <= content.date.size() : !content.date.empty()) return;
  content.date = copy.date;
  so_far.date_is_certain = certain;
}

// Behind the signature of a document that has keys from its copies stands which: what they are, the copies' sidecars say.

std::string keys_line(const std::vector<std::string> &keys) {
  return keys.empty() ? std::string() : "\n" + nlohmann::json(keys).dump();
}

void erase_keys_of_copies(document &content) {
  const std::string &signature = content.origin.signature;
  const std::size_t end = signature.find('\n');
  if (end == std::string::npos) return;
  const nlohmann::json keys = nlohmann::json::parse(signature.substr(end + 1), nullptr, false);
  if (!keys.is_array()) return;
  for (const nlohmann::json &key : keys) {
    if (!key.is_string()) continue;
    if (const std::string name = key; name == topics_key) content.topics.clear();
    else content.attributes.erase(name);
  }
}

}  // namespace

/// The bodies of the files that share a title, each read once.
struct copy_joiner::comparison {
  copy_joiner &all;
  std::vector<group_file> &members;
  std::map<std::string, std::uint32_t> numbers;  ///< of ids
  std::map<std::uint32_t, std::optional<essay_letters>> letters;

  const std::optional<essay_letters> &letters_of(std::uint32_t number) {
    const auto [at, fresh] = letters.try_emplace(number);
    if (!fresh) return at->second;
    const auto held = all.waiting_.find(number);
    if (held != all.waiting_.end())
      at->second.emplace(held->second.content.body);
    else if (const auto content = all.document_of(number))
      at->second.emplace(content->body);
    return at->second;
  }

  std::optional<std::uint32_t> difference(std::size_t document, std::size_t copy) {
    const std::uint32_t first = numbers.at(members[document].id), second = numbers.at(members[copy].id);
    const known_document &a = all.known_.at(first), &b = all.known_.at(second);
    if (b.copy_of == first && !a.changed && !b.changed) return b.difference;
    const auto &one = letters_of(first);
    const auto &other = letters_of(second);
    if (!one || !other) return {};
    return one->difference(*other);
  }
};

copy_joiner::copy_joiner(known_documents &known, index_writer &writer, const std::string &index_path,
                         const sync_options &options, bool join, sync_report &report,
                         std::function<void(const std::string &, const error &)> fail)
    : known_(known),
      writer_(writer),
      index_path_(index_path),
      options_(options),
      report_(report),
      fail_(std::move(fail)),
      join_(join) {}

void copy_joiner::add(known_document &entry, document content, const std::string &typed, bool updates) {
  const std::uint32_t number = known_.number_of(entry);
  const std::size_t bytes = content.body.size();
  waiting_bytes_ += bytes;
  waiting_[number] = {std::move(content), typed, bytes, updates};
  if (entry.title == 0 || !join_) return place(number);
  order_.push_back(number);
  for (; waiting_bytes_ > most_waiting_bytes && !order_.empty(); order_.pop_front()) place(order_.front());
}

void copy_joiner::touch(std::uint64_t title) {
  if (title != 0) touched_.insert(title);
}

void copy_joiner::replace(const known_document &entry) {
  touch(entry.title);
  count(known_.number_of(entry));
}

std::optional<document> copy_joiner::before(const known_document &entry) {
  if (!old_index_) old_index_.emplace(index_path_);
  std::optional<document> found = old_index_->get(known_.id_of(entry));
  if (found) erase_keys_of_copies(*found);
  return found;
}

void copy_joiner::finish() {
  for (; !order_.empty(); order_.pop_front()) place(order_.front());
  for (const std::uint64_t title : touched_)
    while (!regroup(title)) {
    }
  touched_.clear();
}

/// Gives an essay that waits its place in the index.
void copy_joiner::place(std::uint32_t number) {
  if (waiting_.count(number) == 0) return;
  const std::uint64_t title = known_.at(number).title;
  const std::size_t rivals = title == 0 || !join_ ? 1 : known_.rivals_of_title(title);
  if (rivals > 1 && rivals <= most_of_a_title) {
    while (!regroup(title)) {
    }
    return;
  }
  // A title of so many says nothing; those that were joined before are looked at once, at the end.
  if (rivals > 1) touch(title);
  write(number, {}, {});
}

/// False when a document was refused: then those that are left make other groups.
bool copy_joiner::regroup(std::uint64_t title) {
  std::vector<group_file> members;
  comparison compared{*this, members, {}, {}};
  for (const std::uint32_t number : known_.with_title(title)) {
    const known_document &entry = known_.at(number);
    if (const auto signature = known_.signature_of(entry)) {
      members.push_back({known_.id_of(entry), *signature});
      compared.numbers[members.back().id] = number;
    }
  }
  std::vector<copy_group> groups;
  if (join_) {
    groups = group_copies(members, [&](std::size_t a, std::size_t b) { return compared.difference(a, b); });
  } else {
    for (std::size_t i = 0; i < members.size(); ++i) groups.push_back({i, {}});
  }
  for (const copy_group &group : groups) {
    const std::uint32_t number = compared.numbers.at(members[group.document].id);
    std::vector<std::uint32_t> copies;
    for (const group_copy &copy : group.copies) copies.push_back(compared.numbers.at(members[copy.member].id));
    if (needs_writing(number, group.copies, copies) && !write(number, group.copies, copies)) return false;
  }
  return true;
}

bool copy_joiner::needs_writing(std::uint32_t number, const std::vector<group_copy> &copies,
                                const std::vector<std::uint32_t> &numbers) {
  const known_document &entry = known_.at(number);
  if (entry.changed || !entry.written || known_.copies_of(number) != numbers) return true;
  for (std::size_t i = 0; i < copies.size(); ++i)
    if (const known_document &copy = known_.at(numbers[i]);
        copy.changed || copy.copy_of != number || copy.difference != copies[i].difference)
      return true;
  return false;
}

/// The document of a file: as it was read, which then waits no more, as the index has it, or read again.
std::optional<document> copy_joiner::document_of(std::uint32_t number) {
  if (const auto held = waiting_.find(number); held != waiting_.end()) return std::move(held->second.content);
  const known_document &entry = known_.at(number);
  if (entry.written && !entry.written_now && !entry.changed) return before(entry);
  try {
    const std::string path = known_.path_of(entry);
    document content =
        read_content(path, read_file(path, options_), options_, sidecars_.record_of(path)).content;
    content.id = content.path = known_.id_of(entry);
    return content;
  } catch (const error &problem) {
    if (problem.code() == errc::cancelled) throw;
    return {};
  }
}

/// What sidecars of copies say, where the document itself says nothing.
void copy_joiner::add_declared_of_copies(document &content, const std::vector<std::uint32_t> &copies) {
  std::vector<std::string> added;
  for (const std::uint32_t number : copies) {
    known_document &copy = known_.at(number);
    essay declared;
    try {
      const std::string record = sidecars_.record_of(known_.path_of(copy));
      if (record.empty()) continue;
      apply_sidecar(record, declared);
    } catch (const error &) {
      // It fails by itself; when it is what it was again, it is to be read as one that changed.
      copy.stamp = {};
      copy.digest[0] = copy.digest[1] = 0;
      continue;
    }
    if (document &given = declared.content; content.topics.empty() && !given.topics.empty()) {
      content.topics = std::move(given.topics);
      added.push_back(topics_key);
    }
    for (const auto &[name, value] : declared.content.attributes)
      if (name != paths_attribute && content.attributes.emplace(name, value).second) added.push_back(name);
  }
  content.origin.signature += keys_line(added);
}

bool copy_joiner::write(std::uint32_t number, const std::vector<group_copy> &copies,
                        const std::vector<std::uint32_t> &numbers) {
  known_document &entry = known_.at(number);
  std::optional<document> content = document_of(number);
  const auto give_up = [&] {
    // A copy that became the document and can't be read any more: nothing is left to show.
    if (entry.copy_of != known_document::none) known_.remove(entry);
    entry.live = false;
    if (const auto held = waiting_.find(number); held != waiting_.end()) {
      waiting_bytes_ -= held->second.bytes;
      waiting_.erase(held);
    }
    return false;
  };
  if (!content) return give_up();
  std::optional<essay_signature> fields = known_.signature_of(entry);
  if (fields) set_own_fields(*content, *fields);
  content->origin = known_.origin_of(entry);
  add_declared_of_copies(*content, numbers);
  std::vector<std::string> paths{content->path};
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const known_document &copy = known_.at(numbers[i]);
    source &origin = content->origin.copies.emplace_back(known_.origin_of(copy));
    origin.shown = known_.id_of(copy);
    origin.difference = copies[i].difference;
    paths.push_back(origin.shown);
    if (const auto signature = known_.signature_of(copy)) add_fields_of_copy(*content, *fields, *signature);
  }
  if (!copies.empty()) content->attributes[paths_attribute] = nlohmann::json(paths).dump();
  try {
    writer_.put(*content);
  } catch (const error &problem) {
    if (problem.code() != errc::malformed && problem.code() != errc::too_large &&
        problem.code() != errc::invalid_argument)
      throw;
    const auto held = waiting_.find(number);
    fail_(held == waiting_.end() ? known_.id_of(entry) : held->second.typed, problem);
    return give_up();
  }
  entry.written = entry.written_now = true;
  entry.changed = false;
  entry.copy_of = known_document::none;
  known_.set_copies(number, numbers);
  count(number);
  for (std::size_t i = 0; i < copies.size(); ++i) {
    known_document &copy = known_.at(numbers[i]);
    if (copy.written) writer_.remove(known_.id_of(copy));
    if (copy.copy_of != number) report_.joined.push_back({known_.id_of(copy), known_.id_of(entry)});
    copy.written = copy.changed = false;
    copy.copy_of = number;
    copy.difference = copies[i].difference;
    known_.set_copies(numbers[i], {});
    count(numbers[i]);
  }
  return true;
}

/// What waited has its place now.
void copy_joiner::count(std::uint32_t number) {
  const auto held = waiting_.find(number);
  if (held == waiting_.end()) return;
  ++(held->second.updates ? report_.updated : report_.added);
  waiting_bytes_ -= held->second.bytes;
  waiting_.erase(held);
}

}  // namespace libsearch::ingest
