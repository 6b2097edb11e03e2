#include "query/planner.hpp"

#include <algorithm>
#include <optional>

#include <libsearch/document.hpp>

#include "analysis/words.hpp"
#include "index/term.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

using text::char_class;

/// More words than this at the edge of a string select too little to be worth their postings.
constexpr std::size_t most_edge_words = 256;
/// More words than this that hold a string whole: checking texts is cheaper.
constexpr std::size_t most_inside_words = 20000;
/// A plan that opens more postings than this is dropped for checking texts.
constexpr double most_postings = 4096;
/// Longer strings are planned in pieces of this many characters: what holds the string holds each piece.
constexpr std::size_t piece_length = 14;
/// Pieces of a long string that narrow: what holds all of it holds these, and the texts that are left are few.
constexpr std::size_t most_pieces = 24;
/// So few texts are checked without a plan.
constexpr std::size_t few_documents = 64;

/// A character of the string: where it starts in UTF-16, and its class.
struct character {
  std::size_t unit;
  char_class kind;
};

std::vector<character> characters_of(std::u16string_view text) {
  std::vector<character> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    char32_t c = text[at++];
    if (c >= 0xD800 && c < 0xDC00 && at < text.size()) c = 0x10000 + ((c - 0xD800) << 10) + (text[at++] - 0xDC00u);
    characters.push_back({start, text::class_of(c)});
  }
  return characters;
}

}  // namespace

std::string with_blanks(std::string_view text, char_class replaced) {
  std::string made;
  made.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char_class kind = text::class_of(text::next(text, at));
    if (kind == char_class::other || kind == replaced) made += ' ';
    else made += text.substr(start, at - start);
  }
  return made;
}

/// The ways in which one string can stand across words.
///
/// The words of a text tile it, so a string that is not inside one word begins with the end of a word
/// (or a character outside words), goes on with whole words, and ends with the beginning of one. Each
/// such way needs its words, and its boundary bigrams where those are indexed for sure.
class planner::lattice {
 public:
  lattice(planner &owner, std::u16string_view text)
      : owner_(owner), text_(text), characters_(characters_of(text)) {}

  filter across() {
    const std::size_t n = characters_.size();
    if (n == 0) return filter::all();
    if (characters_[0].kind == char_class::other) return rest(1, no_side);
    if (characters_[0].kind == char_class::symbol) return rest(0, no_side);
    std::vector<filter> ways;
    for (std::size_t i = 1; i < n; ++i) {
      const auto head = slice(0, i);
      if (owner_.words_.count_infix(head) == 0) break;
      if (owner_.words_.count_suffix(head) == 0) continue;
      edge_words edge = words_at_edge(head, true);
      for (const bool function : {false, true})
        if (const filter *words = edge.of(function))
          ways.push_back(selective_all_of({*words, rest(i, function ? 1 : 0)}, owner_.total_));
    }
    return cheap(any_of(ways, owner_.total_));
  }

 private:
  static constexpr int no_side = 2;  // what stands before is no word

  /// Words at one edge of the string, function words apart; `wide` where there are too many.
  struct edge_words {
    std::optional<filter> content, functions;
    const filter *of(bool function) const {
      const auto &chosen = function ? functions : content;
      return chosen ? &*chosen : nullptr;
    }
  };

  std::u16string_view slice(std::size_t from, std::size_t to) const {
    const std::size_t start = characters_[from].unit;
    const std::size_t end = to < characters_.size() ? characters_[to].unit : text_.size();
    return text_.substr(start, end - start);
  }

  edge_words words_at_edge(std::u16string_view part, bool at_end) {
    edge_words edge;
    const auto &words = owner_.words_;
    const std::size_t count = at_end ? words.count_suffix(part) : words.count_prefix(part);
    if (count == 0) return edge;
    if (count > most_edge_words) {
      // Any word, perhaps a function word: then no bigram beside it is sure.
      edge.functions = filter::all();
      return edge;
    }
    std::vector<filter> content, functions;
    const auto sort_in = [&](const indexing::found_word &word) {
      const std::string term = text::to_utf8(word.text);
      (owner_.functions_.contains(term) ? functions : content)
          .push_back(filter::term(term, std::max(1u, word.frequency)));
      return true;
    };
    if (at_end) words.for_each_suffix(part, sort_in);
    else words.for_each_prefix(part, sort_in);
    if (!content.empty()) edge.content = any_of(content, owner_.total_);
    if (!functions.empty()) edge.functions = any_of(functions, owner_.total_);
    return edge;
  }

  /// The pair across the boundary before character `i`: a filter where it is indexed for sure.
  filter bigram(std::size_t i, int left, bool right_function) {
    if (left == no_side || i == 0) return filter::all();
    if (!analysis::is_indexed_boundary({characters_[i - 1].kind, left == 1}, {characters_[i].kind, right_function},
                                       owner_.rule_))
      return filter::all();
    const std::string term = indexing::bigram_term(text::to_utf8(slice(i - 1, i + 1)));
    const double frequency = owner_.bigram_frequency(term);
    return frequency > 0 ? filter::term(term, frequency) : filter::none();
  }

  /// The string from character `i` on, where a boundary stands before `i`; `left` tells what is on its
  /// left: 0 a content word, 1 a function word or one we don't know, 2 no word.
  filter rest(std::size_t i, int left) {
    if (i == characters_.size()) return filter::all();
    if (const auto known = known_.find({i, left}); known != known_.end()) return known->second;
    filter made = make_rest(i, left);
    return known_.emplace(std::pair{i, left}, std::move(made)).first->second;
  }

  filter make_rest(std::size_t i, int left) {
    const std::size_t n = characters_.size();
    const double total = owner_.total_;
    if (characters_[i].kind == char_class::other) return rest(i + 1, no_side);
    if (characters_[i].kind == char_class::symbol) {
      const auto word = slice(i, i + 1);
      if (!owner_.words_.contains(word)) return filter::none();
      return selective_all_of({owner_.word(text::to_utf8(word)), rest(i + 1, no_side)}, total);
    }
    std::vector<filter> ways;
    // The string ends in this word.
    const edge_words edge = words_at_edge(slice(i, n), false);
    for (const bool function : {false, true})
      if (const filter *words = edge.of(function))
        ways.push_back(selective_all_of({*words, bigram(i, left, function)}, total));
    // Or the word is whole and the string goes on.
    for (std::size_t j = i + 1; j < n; ++j) {
      const auto word = slice(i, j);
      if (owner_.words_.count_prefix(word) == 0) break;
      const std::uint32_t frequency = owner_.words_.frequency(word);
      if (frequency == 0) continue;
      const std::string term = text::to_utf8(word);
      const bool function = owner_.functions_.contains(term);
      ways.push_back(selective_all_of(
          {filter::term(term, frequency), bigram(i, left, function), rest(j, function ? 1 : 0)}, total));
    }
    return cheap(any_of(ways, total));
  }

  filter cheap(filter f) const { return f.cost() > most_postings ? filter::all() : f; }

  planner &owner_;
  std::u16string_view text_;
  std::vector<character> characters_;
  std::map<std::pair<std::size_t, int>, filter> known_;
};

planner::planner(const Xapian::Database &database, const indexing::lexicon &words,
                 const analysis::function_words &functions, analysis::boundary_rule rule, known_sets *known)
    : database_(database), words_(words), functions_(functions), rule_(rule), known_(known),
      total_(database.get_doccount()) {}

double planner::bigram_frequency(const std::string &term) {
  const auto [found, added] = bigram_frequencies_.try_emplace(term, 0);
  if (added) found->second = database_.get_termfreq(term);
  return found->second;
}

filter planner::word(std::string_view normalized) const {
  const std::uint32_t frequency = words_.frequency(text::to_utf16(normalized));
  return frequency ? filter::term(std::string(normalized), frequency) : filter::none();
}

filter planner::boolean_term(const std::string &term) const {
  const Xapian::doccount frequency = database_.get_termfreq(term);
  return frequency ? filter::term(term, frequency) : filter::none();
}

filter planner::dates(const indexing::stored_field &field, const text::date_interval &range) const {
  // From day 1 on: a document without a date has an empty value, which sorts before.
  const Xapian::Query first(Xapian::Query::OP_VALUE_GE, field.slot,
                            indexing::pack_day(std::max(range.first, 1)));
  const Xapian::Query last(Xapian::Query::OP_VALUE_LE, field.second_slot, indexing::pack_day(range.last));
  return filter::of(Xapian::Query(Xapian::Query::OP_FILTER, first, last), total_ / 4, total_ / 16);
}

filter planner::numbers(const indexing::stored_field &field, const text::number_range &range) const {
  if (range.first > range.last) return filter::none();
  // Both ends are finite: an absent value, which is empty, sorts before.
  const Xapian::Query within(Xapian::Query::OP_VALUE_RANGE, field.slot, Xapian::sortable_serialise(range.first),
                             Xapian::sortable_serialise(range.last));
  return filter::of(within, total_ / 4, total_ / 16);
}

filter planner::with_value(unsigned slot) const {
  return filter::of(Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, std::string(1, '\0')), total_ / 2, total_ / 16);
}

filter planner::words_with_prefix(std::string_view normalized) const {
  const auto prefix = text::to_utf16(normalized);
  if (words_.count_prefix(prefix) > limits::expansions) return filter::none();
  std::vector<filter> found;
  words_.for_each_prefix(prefix, [&](const indexing::found_word &word) {
    found.push_back(filter::term(text::to_utf8(word.text), std::max(1u, word.frequency)));
    return true;
  });
  return any_of(found, total_);
}

/// A single character stands inside a word or is one: the words that hold it say all.
filter planner::of_character(std::u16string_view one) {
  if (words_.count_infix(one) > most_inside_words) return filter::all();
  std::vector<counted_word> words;
  words_.for_each_infix(one, [&](const indexing::found_word &word) {
    words.push_back({word.text, std::max<double>(1, word.frequency)});
    return true;
  });
  return filter::character(text::to_utf8(one), std::move(words), total_);
}

filter planner::inside(std::u16string_view text) {
  if (words_.count_infix(text) > most_inside_words) return filter::all();
  std::vector<filter> found;
  words_.for_each_infix(text, [&](const indexing::found_word &word) {
    found.push_back(filter::term(text::to_utf8(word.text), std::max(1u, word.frequency)));
    return true;
  });
  return any_of(found, total_);
}

/// The bounds of a string that is known, or that begins or ends with one that is; null where that says little.
const bounds *planner::known_bounds(std::string_view text) {
  if (!known_ || text.empty()) return nullptr;
  if (const auto before = known_substrings_.find(text); before != known_substrings_.end()) return &before->second;
  const known_sets::set narrow = known_->narrowest(text);
  if (!narrow) return nullptr;
  const filter within = filter::known(narrow);
  bounds made{within, filter::none(), within.is_none()};
  if (known_->find(text)) {
    made = {within, within, true};
  } else if (narrow->size() > few_documents) {
    const bounds &planned = planned_substring(text);
    if (planned.exact) return nullptr;
    made.lower = planned.lower;
    made.upper = selective_all_of({planned.upper, within}, total_);
    made.exact = made.upper.is_none();
  }
  return &known_substrings_.emplace(text, std::move(made)).first->second;
}

const bounds &planner::substring(std::string_view text) {
  const bounds *known = known_bounds(text);
  return known ? *known : planned_substring(text);
}

const bounds &planner::planned_substring(std::string_view text) {
  // No word holds punctuation, so it makes no difference which: the dashes and dots of variants share a plan.
  const std::string normalized = with_blanks(text, char_class::other);
  const auto known = substrings_.find(normalized);
  if (known != substrings_.end()) return known->second;
  return substrings_.emplace(normalized, plan_substring(normalized)).first->second;
}

bounds planner::plan_substring(std::string_view normalized) {
  const std::u16string units = text::to_utf16(normalized);
  const auto characters = characters_of(units);
  bounds result;
  if (characters.empty()) return {filter::all(), filter::all(), true};
  const bool in_words = std::any_of(characters.begin(), characters.end(),
                                    [](const character &c) { return c.kind != char_class::other; });
  if (!in_words) return result;

  if (characters.size() == 1) {
    const filter all = of_character(units);
    return {all, all.is_all() ? filter::none() : all, !all.is_all()};
  }
  const filter within = inside(units);
  if (!within.is_all()) result.lower = within;
  std::vector<filter> pieces;
  for (std::size_t from = 0; from < characters.size(); from += piece_length) {
    const std::size_t to = std::min(from + piece_length, characters.size());
    const std::size_t start = characters[from].unit;
    const std::size_t end = to < characters.size() ? characters[to].unit : units.size();
    const auto piece = std::u16string_view(units).substr(start, end - start);
    if (from > 0 && to - from < 2) break;  // too short to select
    if (pieces.size() == most_pieces || (!pieces.empty() && pieces.back().is_none())) break;
    const filter whole = to - from == characters.size() ? within : inside(piece);
    pieces.push_back(any_of({whole, lattice(*this, piece).across()}, total_));
  }
  result.upper = selective_all_of(std::move(pieces), total_);
  if (result.upper.is_none()) result.exact = true;
  return result;
}

}  // namespace libsearch::query
