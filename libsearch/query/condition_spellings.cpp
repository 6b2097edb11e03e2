// The other spellings of a part: many strings that are nearly the same.
#include <algorithm>
#include <bitset>
#include <map>
#include <set>

#include "query/condition.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Characters at the beginning or the end that spellings must share to be looked for together: two, or one that is not
/// hiragana, which is everywhere.
std::string_view head_of(std::string_view text) {
  std::size_t end = 0;
  const bool common = text::class_of(text::next(text, end)) == text::char_class::hiragana;
  if (common && end < text.size()) text::next(text, end);
  return text.substr(0, end);
}

std::string_view tail_of(std::string_view text) {
  std::size_t start = text.size();
  const bool common = text::class_of(text::previous(text, start)) == text::char_class::hiragana;
  if (common && start > 0) text::previous(text, start);
  return text.substr(start);
}

std::string_view shared_head(std::string_view a, std::string_view b) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < a.size();) {
    const std::size_t start = at;
    text::next(a, at);
    if (b.substr(start, at - start) != a.substr(start, at - start)) break;
    end = at;
  }
  return a.substr(0, end);
}

std::string_view shared_tail(std::string_view a, std::string_view b) {
  std::size_t length = 0;
  for (std::size_t at = a.size(); at > 0;) {
    text::previous(a, at);
    if (a.size() - at > b.size() || b.substr(b.size() - (a.size() - at)) != a.substr(at)) break;
    length = a.size() - at;
  }
  return a.substr(a.size() - length);
}

/// Spellings that share a beginning or an end: where that stands in a text, a look at what is beside it tells them apart.
struct family {
  std::vector<std::size_t> members;  // of the spellings
  std::string shared;                // "" of a single one
  bool at_end = false;               // what they share is their end
  std::bitset<256> beside;           // bytes of compact text that go on from what they share
  bool any_beside = false;           // one of them has nothing beside it

  void share(const std::vector<mark> &spellings) {
    if (members.size() < 2) return;
    std::string_view head = spellings[members[0]].normalized, tail = head;
    for (const std::size_t m : members) {
      head = shared_head(head, spellings[m].normalized);
      tail = shared_tail(tail, spellings[m].normalized);
    }
    at_end = text::length(tail) > text::length(head);
    shared = at_end ? tail : head;
  }
};

std::vector<family> families_of(const std::vector<mark> &spellings) {
  std::vector<family> families;
  std::map<std::string_view, std::vector<std::size_t>> by_head, by_tail;
  for (std::size_t i = 0; i < spellings.size(); ++i) by_head[head_of(spellings[i].normalized)].push_back(i);
  for (const auto &[head, members] : by_head) {
    if (members.size() > 1) families.push_back({.members = members});
    else by_tail[tail_of(spellings[members[0]].normalized)].push_back(members[0]);
  }
  for (const auto &[tail, members] : by_tail) families.push_back({.members = members});
  for (family &made : families) made.share(spellings);
  return families;
}

class any_spelling final : public condition {
 public:
  explicit any_spelling(std::vector<mark> spellings) : spellings_(std::move(spellings)) {
    for (const mark &spelling : spellings_) {
      conditions_.push_back(make_substring(spelling));
      compact_.push_back(text::compact(spelling.normalized));
    }
    for (family &made : families_of(spellings_)) {
      finders_.emplace_back(text::compact(made.shared));
      const std::size_t length = finders_.back().needle().size();
      for (const std::size_t m : made.members) {
        const std::string &all = compact_[m];
        if (all.size() == length) made.any_beside = true;
        else made.beside.set(static_cast<unsigned char>(made.at_end ? all[all.size() - length - 1] : all[length]));
      }
      families_.push_back(std::move(made));
    }
  }

  bool matches(const document_view &document) const override {
    for (std::size_t f = 0; f < families_.size(); ++f)
      if (families_[f].shared.empty() ? conditions_[families_[f].members[0]]->matches(document)
                                      : matches_of_family(families_[f], finders_[f], document))
        return true;
    return false;
  }

  query_plan plan(planner &planner) const override {
    const double total = planner.total();
    std::vector<filter> uppers, lowers;
    bool unchecked = false;
    const std::vector<bool> covered = covered_by_others();
    for (const family &f : families_) {
      std::vector<filter> members;
      bool sure = true;
      for (const std::size_t m : f.members) {
        const query_plan plan = conditions_[m]->plan(planner);
        if (!covered[m]) members.push_back(plan.upper);
        lowers.push_back(plan.lower);
        sure &= plan.unchecked.empty();
      }
      filter upper = any_of(members, total);
      unchecked |= !sure;
      if (!sure && !f.shared.empty()) {
        // What they share is sometimes as rare as they are, and takes fewer postings.
        const filter &wider = planner.substring(f.shared).upper;
        const auto price = [&](const filter &way) { return way.estimate(total) + way.cost(); };
        if (price(wider) < price(upper)) upper = wider;
      }
      uppers.push_back(std::move(upper));
    }
    const filter upper = any_of(uppers, total);
    if (!unchecked) return {upper, upper, {}, upper};
    return {upper, any_of(lowers, total), {this}, filter::all()};
  }

  void collect_marks(std::vector<mark> &marks) const override {
    marks.insert(marks.end(), spellings_.begin(), spellings_.end());
  }

 private:
  /// Spellings that differ from an earlier one in punctuation alone have the same candidates (アト・ラス and
  /// アト-ラス), those with a symbol in its place (アト=ラス) have some of them: listing them once is enough.
  std::vector<bool> covered_by_others() const {
    std::set<std::string> seen;
    std::vector<bool> covered;
    for (const mark &spelling : spellings_) {
      const std::string words = with_blanks(spelling.normalized, text::char_class::symbol);
      const bool has_symbol = words != with_blanks(spelling.normalized, text::char_class::other);
      covered.push_back(has_symbol ? seen.count(words) > 0 : !seen.insert(words).second);
    }
    return covered;
  }

  /// Looks at each place of what the spellings share for the rest of each of them.
  bool matches_of_family(const family &f, const text::finder &shared, const document_view &document) const {
    const std::string_view text = document.compact;
    const std::size_t length = shared.needle().size();
    std::vector<bool> judged;  // members that stand in the text but not as they should
    const auto holds_one = [&](std::size_t at) {
      // The byte beside it rules out most places.
      const std::size_t beside = f.at_end ? at - 1 : at + length;
      if (!f.any_beside && (beside >= text.size() || !f.beside[static_cast<unsigned char>(text[beside])])) return false;
      for (std::size_t i = 0; i < f.members.size(); ++i) {
        const std::string &wanted = compact_[f.members[i]];
        const std::size_t before = f.at_end ? wanted.size() - length : 0;
        if (at < before || text.compare(at - before, wanted.size(), wanted) != 0) continue;
        if (before > 0 && !text::is_boundary(text, at - before)) continue;
        if (judged.empty()) judged.resize(f.members.size());
        if (judged[i]) continue;
        if (conditions_[f.members[i]]->matches(document)) return true;
        judged[i] = true;
      }
      return false;
    };
    return shared.find_if(text, holds_one) != text::npos;
  }

  std::vector<mark> spellings_;
  std::vector<condition_ptr> conditions_;
  std::vector<std::string> compact_;
  std::vector<family> families_;
  std::vector<text::finder> finders_;  // of what each family shares
};

}  // namespace

condition_ptr make_any_spelling(std::vector<mark> spellings) {
  if (spellings.size() == 1) return make_substring(std::move(spellings[0]));
  return std::make_unique<any_spelling>(std::move(spellings));
}

}  // namespace libsearch::query
