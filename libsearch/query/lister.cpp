#include "query/lister.hpp"

#include <algorithm>
#include <utility>

#include "query/listed_documents.hpp"
#include "text/compact_text.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Terms between two calls of `look`.
constexpr std::size_t terms_per_look = 64;
/// Looking for a character in a text that is in memory, or is read, costs about as much as opening this many postings (2.5
/// microseconds each, texts of 4 KB).
constexpr double postings_per_text = 0.25, postings_per_text_read = 1.8;
/// Going through this many numbers of postings costs as much as opening one.
constexpr double numbers_per_posting = 150;
/// Sets of more postings than this are remembered, so many at most: a plan has the same one in several places.
constexpr double fewest_remembered = 64;
constexpr std::size_t most_remembered = 64;

/// Documents of both lists, into the first.
void intersect(std::vector<Xapian::docid> &some, const std::vector<Xapian::docid> &others) {
  auto other = others.begin();
  std::erase_if(some, [&](Xapian::docid number) {
    while (other != others.end() && *other < number) ++other;
    return other == others.end() || *other != number;
  });
}

void subtract(std::vector<Xapian::docid> &some, const std::vector<Xapian::docid> &others) {
  auto other = others.begin();
  std::erase_if(some, [&](Xapian::docid number) {
    while (other != others.end() && *other < number) ++other;
    return other != others.end() && *other == number;
  });
}

void keep_term(const Xapian::Database &database, const std::string &term, std::vector<Xapian::docid> &some) {
  const auto end = database.postlist_end(term);
  auto posting = database.postlist_begin(term);
  auto read = some.begin(), kept = some.begin();
  while (read != some.end() && posting != end) {
    const Xapian::docid number = *posting;
    if (number < *read) {
      posting.skip_to(*read);
    } else if (number > *read) {
      // Of a rare term most documents are passed over at once.
      ++read;
      if (read != some.end() && *read < number) read = std::lower_bound(read, some.end(), number);
    } else {
      *kept++ = *read++;
    }
  }
  some.erase(kept, some.end());
}

/// The parts, those first that `before` says.
template <class Before>
std::vector<const filter *> sorted(const std::vector<filter> &parts, Before before) {
  std::vector<const filter *> order;
  for (const filter &part : parts) order.push_back(&part);
  std::stable_sort(order.begin(), order.end(), [&](const filter *a, const filter *b) { return before(*a, *b); });
  return order;
}

}  // namespace

lister::lister(const Xapian::Database &database, indexing::text_cache &texts, known_sets &known,
               std::function<void()> look)
    : database_(database), texts_(texts), known_(known), look_(std::move(look)) {}

void lister::look_now_and_then() {
  if (++opened_ % terms_per_look == 0) look_();
}

const document_set &lister::everything() {
  if (!everything_) everything_ = known_.find("");
  if (everything_) return *everything_;
  auto all = std::make_shared<document_set>(database_.get_lastdocid());
  mark_term("", *all);
  everything_ = std::move(all);
  known_.keep("", everything_);
  return *everything_;
}

std::vector<Xapian::docid> lister::list(const filter &set) {
  if (set.is_none()) return {};
  if (set.is_all()) return everything().list();
  const node &tree = *set.tree();
  const double total = database_.get_doccount();
  switch (tree.made) {
    case filter::shape::query: return with_query(tree.query);
    case filter::shape::all_of: {
      const auto price = [&](const filter &f) { return f.estimate(total) + f.cost(); };
      const auto order = sorted(tree.parts, [&](const filter &a, const filter &b) { return price(a) < price(b); });
      std::vector<Xapian::docid> found = list(*order[0]);
      for (std::size_t i = 1; i < order.size() && !found.empty(); ++i) keep(*order[i], found);
      return found;
    }
    case filter::shape::and_not: {
      std::vector<Xapian::docid> found = list(tree.parts[0]), without = found;
      keep(tree.parts[1], without);
      subtract(found, without);
      return found;
    }
    case filter::shape::term:
    case filter::shape::any_of:
    case filter::shape::character:
    case filter::shape::known: break;
  }
  document_set found(database_.get_lastdocid());
  mark(set, found);
  return found.list();
}

void lister::mark_term(const std::string &term, document_set &into) {
  look_now_and_then();
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) into.add(*posting);
}

void lister::mark(const filter &set, document_set &into) {
  if (set.is_none()) return;
  if (set.is_all()) return into.add(everything());
  const node &tree = *set.tree();
  if (const auto before = listed_.find(&tree); before != listed_.end()) return into.add(*before->second.documents);
  switch (tree.made) {
    case filter::shape::term: return mark_term(tree.text, into);
    case filter::shape::known: return into.add(*tree.documents);
    case filter::shape::character: return into.add(*with_character(tree));
    case filter::shape::any_of:
      if (set.cost() >= fewest_remembered && listed_.size() < most_remembered) return into.add(*remember(set.tree()));
      for (const filter &part : tree.parts) mark(part, into);
      return;
    case filter::shape::all_of:
    case filter::shape::and_not:
    case filter::shape::query:
      for (const Xapian::docid number : list(set)) into.add(number);
  }
}

/// The documents of a large OR, kept for the rest of the search.
std::shared_ptr<const document_set> lister::remember(const std::shared_ptr<const node> &tree) {
  auto found = std::make_shared<document_set>(database_.get_lastdocid());
  const std::size_t all = database_.get_doccount();
  for (const filter &part : tree->parts) {
    if (found->size() == all) break;
    mark(part, *found);
  }
  listed_.emplace(tree.get(), large_set{tree, found});
  return found;
}

/// The words that hold the character, the commonest first, until looking at the texts that are left is cheaper.
std::shared_ptr<const document_set> lister::with_character(const node &wanted) {
  if (auto known = known_.find(wanted.text)) return known;
  std::vector<counted_word> words = wanted.words;
  const auto is_rarer = [](const counted_word &a, const counted_word &b) { return a.frequency < b.frequency; };
  std::make_heap(words.begin(), words.end(), is_rarer);
  const auto cost_of = [](const counted_word &word) { return 1 + word.frequency / numbers_per_posting; };
  double postings = 0;
  for (const counted_word &word : words) postings += cost_of(word);
  const std::size_t all = database_.get_doccount();
  auto found = std::make_shared<document_set>(database_.get_lastdocid());
  const double text_cost = cost_of_text();
  for (; !words.empty() && static_cast<double>(all - found->size()) * text_cost >= postings; words.pop_back()) {
    std::pop_heap(words.begin(), words.end(), is_rarer);
    mark_term(text::to_utf8(words.back().word), *found);
    postings -= cost_of(words.back());
  }
  if (!words.empty() && found->size() < all) {
    std::vector<Xapian::docid> left;
    everything().for_each([&](Xapian::docid number) {
      if (!found->contains(number)) left.push_back(number);
    });
    keep_with_text(wanted.text, left);
    for (const Xapian::docid number : left) found->add(number);
  }
  known_.keep(wanted.text, found);
  return found;
}

/// In postings, as texts go.
double lister::cost_of_text() const {
  const double all = std::max(database_.get_doccount(), 1u), kept = std::min(static_cast<double>(texts_.size()) / all, 1.0);
  return kept * postings_per_text + (1 - kept) * postings_per_text_read;
}

void lister::keep_with_text(const std::string &character, documents &some) {
  const text::finder wanted(text::compact(character));
  indexing::text_cache::reader texts(texts_);
  std::erase_if(some, [&](Xapian::docid number) {
    look_now_and_then();
    return wanted.find(texts.get(number)) == text::npos;
  });
}

std::vector<Xapian::docid> lister::with_query(const Xapian::Query &query) const {
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, database_.get_doccount());
  std::vector<Xapian::docid> numbers;
  numbers.reserve(found.size());
  for (auto document = found.begin(); document != found.end(); ++document) numbers.push_back(*document);
  return numbers;
}

void lister::keep(const filter &set, documents &some) {
  if (set.is_none()) some.clear();
  if (set.is_all() || some.empty()) return;
  const node &tree = *set.tree();
  const auto keep_marked = [&](const document_set &marked) {
    std::erase_if(some, [&](Xapian::docid number) { return !marked.contains(number); });
  };
  if (const auto before = listed_.find(&tree); before != listed_.end()) return keep_marked(*before->second.documents);
  const double total = database_.get_doccount();
  switch (tree.made) {
    case filter::shape::term:
      look_now_and_then();
      return keep_term(database_, tree.text, some);
    case filter::shape::known: return keep_marked(*tree.documents);
    case filter::shape::character:
      if (const auto known = known_.find(tree.text)) return keep_marked(*known);
      if (static_cast<double>(some.size()) * cost_of_text() < set.cost()) return keep_with_text(tree.text, some);
      return keep_marked(*with_character(tree));
    case filter::shape::any_of: return keep_any(set, some);
    case filter::shape::all_of: {
      const auto price = [&](const filter &f) { return f.estimate(total) + f.cost(); };
      for (const filter *part : sorted(tree.parts, [&](const filter &a, const filter &b) { return price(a) < price(b); }))
        keep(*part, some);
      return;
    }
    case filter::shape::and_not: {
      keep(tree.parts[0], some);
      documents without = some;
      keep(tree.parts[1], without);
      return subtract(some, without);
    }
    case filter::shape::query: {
      const Xapian::Query listed((new listed_documents(some))->release());
      return intersect(some, with_query(Xapian::Query(Xapian::Query::OP_FILTER, tree.query, listed)));
    }
  }
}

/// Few documents are looked for in one part after the other, the largest first, until all are found; to find many, all
/// parts are listed.
void lister::keep_any(const filter &any, documents &some) {
  const double total = database_.get_doccount();
  const std::vector<filter> &parts = any.tree()->parts;
  double numbers = 0;
  for (const filter &part : parts) numbers += part.estimate(total);
  if (numbers < static_cast<double>(some.size()) * static_cast<double>(parts.size())) {
    document_set marked(database_.get_lastdocid());
    mark(any, marked);
    std::erase_if(some, [&](Xapian::docid number) { return !marked.contains(number); });
    return;
  }
  documents left = some, kept;
  for (const filter *part :
       sorted(parts, [&](const filter &a, const filter &b) { return a.estimate(total) > b.estimate(total); })) {
    if (left.empty()) break;
    documents found = left;
    keep(*part, found);
    if (found.empty()) continue;
    subtract(left, found);
    const auto middle = static_cast<std::ptrdiff_t>(kept.size());
    kept.insert(kept.end(), found.begin(), found.end());
    std::inplace_merge(kept.begin(), kept.begin() + middle, kept.end());
  }
  some.swap(kept);
}

}  // namespace libsearch::query
