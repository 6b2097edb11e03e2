#include "query/compounds.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "index/term.hpp"
#include "text/compact_text.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Documents that are read, occurrences looked at in each, and bytes of text in all: what a keystroke may cost.
constexpr Xapian::doccount most_documents = 96;
constexpr std::size_t most_occurrences = 6;
constexpr std::size_t most_bytes = 2u << 20;
/// Characters before and behind, and words behind, that are looked at.
constexpr std::size_t most_before = 6, most_behind = 14, most_words_behind = 3;
/// A compound that goes on in this share of its documents is shown as the longer one only.
constexpr double share_of_longer = 0.75;

/// An unbroken run of content characters around an occurrence, and where in it the occurrence begins.
struct run {
  std::string text;
  std::size_t start = 0;
  bool operator<(const run &other) const { return start != other.start ? start < other.start : text < other.text; }
};

run run_around(std::string_view compact, std::size_t at, std::size_t end) {
  std::size_t begin = at;
  for (std::size_t n = 0; n < most_before && begin > 0; ++n) {
    std::size_t before = begin;
    if (!text::is_content(text::class_of(text::compact_previous(compact, before)))) break;
    begin = before;
  }
  for (std::size_t n = 0; n < most_behind && end < compact.size(); ++n) {
    std::size_t behind = end;
    if (!text::is_content(text::class_of(text::compact_next(compact, behind)))) break;
    end = behind;
  }
  run found;
  found.text = text::expand(compact.substr(begin, at - begin));
  found.start = found.text.size();
  found.text += text::expand(compact.substr(at, end - at));
  return found;
}

/// What the runs say: each text from the start of the occurrence to the end of a word, with its documents.
std::map<std::string, std::size_t> tally(const std::map<run, std::size_t> &runs, std::size_t bytes,
                                         analysis::text_analyzer &analyzer) {
  std::map<std::string, std::size_t> counts;
  for (const auto &[found, documents] : runs) {
    bool at_boundary = false;
    std::size_t behind = 0;
    for (const analysis::word &word : analyzer.words(found.text)) {
      at_boundary |= word.start == found.start;
      if (!at_boundary || word.end < found.start + bytes) continue;
      counts[found.text.substr(found.start, word.end - found.start)] += documents;
      if (++behind > most_words_behind) break;
    }
  }
  return counts;
}

}  // namespace

std::vector<compound> compounds_of(std::string_view text, const indexing::snapshot &snapshot, planner &plans,
                                   analysis::text_analyzer &analyzer) {
  const filter holding = plans.substring(text).upper;
  if (holding.is_none() || holding.is_all()) return {};
  Xapian::Enquire enquire(snapshot.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(holding.query());
  const Xapian::MSet documents = enquire.get_mset(0, most_documents);

  const text::finder finder(text::compact(text));
  std::map<run, std::size_t> runs;
  auto texts = snapshot.database.valuestream_begin(indexing::slot_text);
  std::size_t bytes = 0, read = 0;
  for (auto document = documents.begin(); document != documents.end() && bytes < most_bytes; ++document, ++read) {
    texts.skip_to(*document);
    const std::string compact = *texts;
    bytes += compact.size();
    std::set<run> own;
    std::size_t at = finder.find(compact);
    for (std::size_t n = 0; n < most_occurrences && at != text::npos; ++n) {
      own.insert(run_around(compact, at, at + finder.needle().size()));
      at = finder.find(compact, at + finder.needle().size());
    }
    for (const run &found : own) ++runs[found];
  }

  const auto counts = tally(runs, text.size(), analyzer);
  std::vector<compound> found;
  for (auto one = counts.begin(); one != counts.end(); ++one) {
    // Sorted, so that what goes on from here comes next.
    bool goes_on = false;
    for (auto longer = std::next(one); longer != counts.end() && longer->first.starts_with(one->first); ++longer)
      goes_on |= static_cast<double>(longer->second) >= share_of_longer * static_cast<double>(one->second);
    const bool is_word = snapshot.words->contains(text::to_utf16(one->first));
    if (!goes_on && !is_word) found.push_back({one->first, one->second});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const compound &a, const compound &b) { return a.count > b.count; });
  // What is in one document only is a chance meeting, unless there is nothing else.
  if (!found.empty() && found.front().count > 1) std::erase_if(found, [](const compound &c) { return c.count < 2; });
  if (read == most_documents || bytes >= most_bytes) {
    const double scale = std::max(1.0, holding.estimate(plans.total()) / static_cast<double>(std::max<std::size_t>(1, read)));
    for (compound &c : found) c.count = static_cast<std::size_t>(static_cast<double>(c.count) * scale);
  }
  return found;
}

}  // namespace libsearch::query
