#include "api/search_engine.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <limits>

#include <libsearch/error.hpp>

#include "api/field_order.hpp"
#include "api/page.hpp"
#include "index/term.hpp"
#include "query/relax.hpp"
#include "text/utf8.hpp"

namespace libsearch {
namespace {

/// Fewer hits by all words than this, and most words are tried as well.
constexpr std::size_t few_hits = 5;
/// Bytes of a plan that --explain shows.
constexpr std::size_t longest_plan_shown = 600;
/// Documents that are asked which variants they hold, before ranking.
constexpr std::size_t most_texts_for_ranking = 50;

/// Texts that are read to learn whether a word of the query, or one that is suggested, is in any.
constexpr std::size_t most_checked_for_typed = 200, most_checked_for_suggested = 24;
/// Words that are marked in documents that are like another one.
constexpr std::size_t most_likeness_marks = 12;

/// Whether something can match although a part of the query matches nothing.
bool has_choice(const query_node &node) {
  return node.op == query_op::any_of || std::any_of(node.children.begin(), node.children.end(), has_choice);
}

std::vector<Xapian::docid> intersection(const std::vector<Xapian::docid> &a, const std::vector<Xapian::docid> &b) {
  std::vector<Xapian::docid> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// What the documents of a part's other spellings are kept under. No text has such bytes.
std::string spellings_key(const std::vector<query::mark> &marks) {
  std::string key = "\xFF";
  for (const query::mark &m : marks) {
    key += m.normalized + '\xFE';
    key += static_cast<char>('0' + static_cast<int>(m.in));
    key += static_cast<char>('0' + m.at_word_start + 2 * m.at_word_end + 4 * m.whole_number);
  }
  return key;
}

}  // namespace

/// Reads what every kind of search needs of the request.
void search_engine::begin(const search_request &request, std::string subject) {
  start_ = std::chrono::steady_clock::now();
  request_ = &request;
  deadline_ = std::make_unique<query::deadline>(request.timeout_ms, request.cancel);
  matcher_ = std::make_unique<query::matcher>(snapshot_, analyzer_, cache_.texts, *deadline_, &cache_.sets);
  matcher_->describe(request.explain);
  subject_ = std::move(subject);
  page_start_ = request.after.empty() ? request.offset : read_cursor(snapshot_, request, subject_);
  if (!request.collapse.empty()) require_collapsible(request.collapse, *snapshot_.fields);
  const auto filters = facet::parse_filters(request.filters, *snapshot_.fields);
  facets_ = facet::parse_facets(request.facets, request.facet_limit, request.facets_by, *snapshot_.fields);

  // A facet that is filtered by counts as if it were not: those filters are applied to what matched.
  std::vector<query::filter> within;
  for (const facet::field_filter &wanted : filters) {
    const bool counted = std::any_of(facets_.begin(), facets_.end(), [&](const auto &f) { return f.field == wanted.field; });
    if (counted) sideways_.push_back(wanted);
    else within.push_back(facet::plan(wanted, matcher_->plans()));
  }
  within_ = query::all_of(within, matcher_->plans().total());
}

search_results search_engine::search(const search_request &request) {
  begin(request, "");
  if (request.sort == sort_order::field || request.sort == sort_order::field_descending)
    require_sortable(request.sort_field, *snapshot_.fields);
  search_results results;
  results.query = request.query;
  query_node tree;
  if (request.tree) {
    tree = *request.tree;
  } else if (request.match != match_mode::phrase) {
    parsed_query parsed = parse_query(request.query, snapshot_.fields->names());
    tree = std::move(parsed.root);
    diagnostics_ = std::move(parsed.diagnostics);
  }
  tree = query::apply_mode(std::move(tree), request.match, request.query);

  outcome found = as_asked(tree);
  std::vector<Xapian::docid> shown = passing(found.documents);
  // A word that finds nothing can hide only where nothing is found, or where one part is enough.
  const bool may_mend = !request.tree && (found.documents.empty() ? found.complete : has_choice(tree));
  if (request.match == match_mode::automatic && shown.empty() && found.complete && by_words(tree, found))
    shown = passing(found.documents);
  std::vector<ranked_document> ordered;
  if (request.limit > 0)
    ordered = request.sort == sort_order::relevance
                  ? rank(found, shown)
                  : sorted_documents(shown, request, wanted_hits(), snapshot_);
  if (may_mend)
    results.suggestions =
        query::corrector(snapshot_.database, *snapshot_.words, fresh_matcher().plans(),
                         {*snapshot_.words, cache_.vocabulary, cache_.readings_source(analyzer_), cache_.name_reader},
                         [this](const std::string &word, query::corrector::count_as as) { return documents_with(word, as); })
            .suggestions(tree, request.query);
  if (request.explain) explain(tree, found, results);
  finish(found, shown, std::move(ordered), results);
  return results;
}

search_results search_engine::similar(const std::vector<query::telling_term> &terms, Xapian::docid itself,
                                      const search_request &request) {
  std::string subject = std::to_string(itself);
  for (const query::telling_term &t : terms) subject += ' ' + t.term;
  begin(request, std::move(subject));
  search_results results;
  outcome found;
  found.matched = "similar";
  std::vector<ranked_document> ordered;
  if (!terms.empty() && !within_.is_none()) {
    Xapian::Enquire enquire(snapshot_.database);
    enquire.set_weighting_scheme(Xapian::BM25Weight(model_.k1, 0, 1, model_.b, 0.5));
    enquire.set_query(within_.is_all() ? query::likeness_query(terms)
                                       : Xapian::Query(Xapian::Query::OP_FILTER, query::likeness_query(terms), within_.query()));
    const Xapian::MSet all = enquire.get_mset(0, similar_documents + 1);
    for (auto document = all.begin(); document != all.end() && ordered.size() < similar_documents; ++document)
      if (*document != itself) ordered.push_back({*document, document.get_weight(), true, 0});
    found.complete = all.size() < similar_documents + 1;
    order_ties(ordered, ordered.size());
    // What is alike shows in the snippets: the words that tell most.
    for (const query::telling_term &t : terms)
      if (indexing::is_word_term(t.term) && found.marks.size() < most_likeness_marks)
        found.marks.push_back({t.term, query::field::any, true, true, true, false, {}});
  }
  for (const ranked_document &d : ordered) found.documents.push_back(d.number);
  std::sort(found.documents.begin(), found.documents.end());
  const std::vector<Xapian::docid> shown = passing(found.documents);
  std::erase_if(ordered, [&](const ranked_document &d) { return !std::binary_search(shown.begin(), shown.end(), d.number); });
  if (request.limit == 0) ordered.clear();
  finish(found, shown, std::move(ordered), results);
  return results;
}

/// Facets, the page and its hits, from the documents that were found.
void search_engine::finish(const outcome &found, const std::vector<Xapian::docid> &shown,
                           std::vector<ranked_document> ordered, search_results &results) {
  const std::vector<facet::fail_bits> failing = facet::failing(found.documents, sideways_, cache_.columns);
  for (const facet::requested_facet &facet : facets_) {
    deadline_->check();
    facet::fail_bits allowed = 0;
    for (std::size_t f = 0; f < sideways_.size(); ++f)
      if (sideways_[f].field == facet.field) allowed |= facet::fail_bits{1} << f;
    results.facets.push_back(facet::count(facet, found.documents, failing, allowed, sideways_, cache_.columns));
  }
  results.matched = found.matched;
  results.tags = request_->tags;
  results.total = {shown.size(), found.complete ? total_relation::eq : total_relation::gte};
  std::size_t matches = shown.size();
  if (!request_->collapse.empty()) {
    ordered = collapsed(ordered, request_->collapse, cache_.columns, snapshot_);
    matches = ordered.size();
  }
  const hit_maker maker(snapshot_.database, cache_.texts, analyzer_, *request_, found.marks);
  for (std::size_t i = page_start_; i < ordered.size() && i - page_start_ < request_->limit; ++i)
    results.hits.push_back(maker.make(ordered[i]));
  if (!results.hits.empty() && page_start_ + results.hits.size() < matches)
    results.next = make_cursor(snapshot_, *request_, subject_, page_start_ + results.hits.size());
  results.diagnostics = std::move(diagnostics_);
  results.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
}

/// Knows nothing of earlier searches: what is suggested must not depend on them.
query::matcher &search_engine::fresh_matcher() {
  if (!fresh_matcher_) fresh_matcher_ = std::make_unique<query::matcher>(snapshot_, analyzer_, cache_.texts, *deadline_);
  return *fresh_matcher_;
}

/// About how many documents have the normalized string; what is typed, in the first spelling that any has and the
/// request allows.
std::size_t search_engine::documents_with(const std::string &normalized, query::corrector::count_as as) {
  query::matcher &matcher = fresh_matcher();
  const bool typed = as == query::corrector::count_as::typed;
  std::vector<std::string> ways{normalized};
  const variants::group_set on = groups();
  query::spellings spellings(cache_.variants, on, &matcher.plans());
  if (typed && on.any())
    for (const variants::alternative &other : spellings.of(normalized)) ways.push_back(other.text);
  for (const std::string &way : ways) {
    const query::bounds &bounds = matcher.plans().substring(way);
    if (bounds.upper.is_none()) continue;
    if (!bounds.lower.is_none())
      return std::max<std::size_t>(1, static_cast<std::size_t>(bounds.lower.estimate(matcher.plans().total())));
    const auto checked = matcher.match(*query::make_substring(way, query::field::any), query::filter::all(),
                                         typed ? most_checked_for_typed : most_checked_for_suggested, Xapian::Query());
    if (!checked.documents.empty()) return checked.documents.size();
    // What may be there is not called wrong.
    if (!checked.complete && typed) return 1;
  }
  return 0;
}

/// Those of the documents that pass every filter.
std::vector<Xapian::docid> search_engine::passing(const std::vector<Xapian::docid> &documents) const {
  if (sideways_.empty()) return documents;
  const std::vector<facet::fail_bits> failing = facet::failing(documents, sideways_, cache_.columns);
  std::vector<Xapian::docid> passed;
  for (std::size_t i = 0; i < failing.size(); ++i)
    if (!failing[i]) passed.push_back(documents[i]);
  return passed;
}

/// Documents to order so that the page asked for is right.
std::size_t search_engine::wanted_hits() const {
  const std::size_t most = std::numeric_limits<std::size_t>::max();
  // What is collapsed onto a page may come from anywhere.
  if (!request_->collapse.empty() || request_->limit > most - page_start_) return most;
  return page_start_ + request_->limit;
}

/// The groups of variants that the request leaves on.
variants::group_set search_engine::groups() const {
  variants::group_set on;
  if (!request_->variants) return on;
  on.set();
  for (const std::string &name : request_->variants_off) {
    std::size_t i = 0;
    while (i < variants::group_count && variants::name_of(static_cast<variants::group>(i)) != name) ++i;
    if (i == variants::group_count)
      throw error(errc::invalid_argument, "\"" + name + "\" is no group of variants",
                  "groups are " + variants::group_names());
    on.reset(i);
  }
  return on;
}

search_engine::outcome search_engine::as_asked(const query_node &tree) {
  outcome found;
  found.matched = request_->match == match_mode::any      ? "any"
                  : request_->match == match_mode::phrase ? "phrase"
                                                          : "all";
  found.ranked = query::ranked_texts(tree);
  const Xapian::Query ranking = query::ranking_query(query::ranked_terms(found.ranked, analyzer_, model_));
  const std::size_t most =
      request_->total == total_mode::exact ? std::numeric_limits<std::size_t>::max() : request_->max_candidates;

  const query::condition_ptr exact = query::compile(tree, nullptr, diagnostics_, *snapshot_.fields);
  steps_.push_back(matcher_->match(*exact, within_, most, ranking));
  found.exact = steps_.back().documents;
  found.complete = steps_.back().complete;
  found.documents = found.exact;
  exact->collect_marks(found.marks);
  add_variants(tree, ranking, most, found);
  return found;
}

/// Adds what only variants find to what matches as typed.
void search_engine::add_variants(const query_node &tree, const Xapian::Query &ranking, std::size_t most_checks,
                                 outcome &found) {
  const variants::group_set on = groups();
  query::spellings spellings(cache_.variants, on, &matcher_->plans());
  if (on.none() || !query::has_variants(tree, spellings)) return;
  std::vector<diagnostic> told_already;
  query::condition_ptr wide = query::compile_variants_only(tree, spellings);
  // A single part: its variants alone, beside the marks of the part itself.
  const bool is_single = wide != nullptr;
  if (!is_single) {
    wide = query::compile(tree, &spellings, told_already, *snapshot_.fields);
    found.marks.clear();
  }
  wide->collect_marks(found.marks);
  std::vector<Xapian::docid> added;
  const std::string key = is_single && within_.is_all() ? spellings_key(found.marks) : "";
  if (const auto known = key.empty() ? nullptr : cache_.sets.find(key)) {
    known->for_each([&](Xapian::docid number) { added.push_back(number); });
  } else {
    steps_.push_back(matcher_->match(*wide, within_, most_checks, ranking, found.exact));
    const query::match_set &more = steps_.back();
    found.complete &= more.complete;
    std::set_difference(more.documents.begin(), more.documents.end(), found.exact.begin(), found.exact.end(),
                        std::back_inserter(added));
    if (!key.empty() && found.complete)
      cache_.sets.keep(key, std::make_shared<const query::document_set>(snapshot_.database.get_lastdocid(), added));
  }
  if (added.empty()) return;
  // NOT takes more away with variants on; what matches as typed stays.
  std::vector<Xapian::docid> all;
  std::merge(found.exact.begin(), found.exact.end(), added.begin(), added.end(), std::back_inserter(all));
  found.documents = std::move(all);
  // Each text to rank by costs time in every document: only what is there counts.
  for (const query::mark &mark : found.marks)
    if (!mark.exact && occurs_in_any(mark, added)) found.ranked.push_back(mark.normalized);
}

/// Whether the string is in one of the documents, of which not too many are looked at.
bool search_engine::occurs_in_any(const query::mark &mark, const std::vector<Xapian::docid> &documents) {
  const text::finder wanted(text::compact(mark.normalized));
  indexing::text_cache::reader texts(cache_.texts);
  return std::any_of(documents.begin(), documents.begin() + static_cast<std::ptrdiff_t>(std::min(documents.size(), most_texts_for_ranking)),
                     [&](Xapian::docid number) { return wanted.find(texts.get(number)) != text::npos; });
}

bool search_engine::by_words(const query_node &tree, outcome &found) {
  const query::relaxed_query relaxed = query::relax(tree, analyzer_);
  if (relaxed.words.empty()) return false;
  std::vector<Xapian::docid> fixed;
  const bool is_fixed = !relaxed.fixed.children.empty() || !within_.is_all();
  std::vector<query::mark> marks;
  if (is_fixed) {
    std::vector<diagnostic> told_already;
    const query::condition_ptr rest =
        relaxed.fixed.children.empty() ? query::make_everything()
                                       : query::compile(relaxed.fixed, nullptr, told_already, *snapshot_.fields);
    steps_.push_back(matcher_->match(*rest, within_, std::numeric_limits<std::size_t>::max(), Xapian::Query()));
    fixed = steps_.back().documents;
    rest->collect_marks(marks);
  }
  const auto holding = [&](double share) {
    auto documents = matcher_->with_words(relaxed.words, share);
    return is_fixed ? intersection(documents, fixed) : documents;
  };
  std::string matched = "words";
  auto documents = holding(1);
  // Most words, and where even those are in few documents, any.
  for (const double share : {query::most_words, 0.0}) {
    if (passing(documents).size() >= few_hits || relaxed.words.size() == 1) break;
    auto more = holding(share);
    if (more.size() == documents.size()) continue;
    matched = "relaxed";
    documents = std::move(more);
  }
  if (passing(documents).empty() && !marks.empty()) {
    // The parts that are never relaxed find something: better than nothing.
    matched = "relaxed";
    documents = fixed;
  }
  if (passing(documents).empty()) return false;
  found.matched = matched;
  found.exact = found.documents = std::move(documents);
  found.complete = true;
  found.marks = std::move(marks);
  for (const std::string &word : relaxed.words)
    found.marks.push_back({word, query::field::any, true, true, true, false, {}});
  return true;
}

std::vector<ranked_document> search_engine::rank(const outcome &found, const std::vector<Xapian::docid> &shown) {
  std::vector<ranked_document> ordered;
  if (shown.empty()) return ordered;
  const std::vector<double> weights = query::first_weights(query::ranked_terms(found.ranked, analyzer_, model_), shown,
                                                           snapshot_.database, cache_.lengths, model_);
  deadline_->check();
  ordered.reserve(shown.size());
  // Both lists go up, and are long for short queries.
  auto exact = found.exact.begin();
  for (std::size_t i = 0; i < shown.size(); ++i) {
    while (exact != found.exact.end() && *exact < shown[i]) ++exact;
    ordered.push_back({shown[i], weights[i], exact != found.exact.end() && *exact == shown[i]});
  }

  // The best are looked at again; the rest keeps the order of the first stage.
  const std::size_t wanted = std::min(ordered.size(), std::max(model_.reranked, wanted_hits()));
  const auto before = [](const ranked_document &a, const ranked_document &b) {
    if (a.exact != b.exact) return a.exact;
    return a.score > b.score;
  };
  // Ties at the edge are decided by date and id, not by the order of input.
  std::size_t kept = wanted;
  if (wanted < ordered.size()) {
    std::nth_element(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(wanted), ordered.end(), before);
    const ranked_document edge = ordered[wanted];
    const auto tied = std::partition(ordered.begin() + static_cast<std::ptrdiff_t>(wanted), ordered.end(),
                                     [&](const ranked_document &d) { return !before(edge, d); });
    kept = static_cast<std::size_t>(tied - ordered.begin());
    ordered.resize(kept);
  }
  std::sort(ordered.begin(), ordered.end(), before);
  order_ties(ordered, wanted);
  ordered.resize(wanted);

  const query::reranker reranker(found.ranked, snapshot_.database, *snapshot_.words, analyzer_, model_);
  const std::size_t again = std::min(model_.reranked, ordered.size());
  for (std::size_t i = 0; i < again; ++i)
    ordered[i].score += reranker.score(indexing::text_cache::reader(cache_.texts).get(ordered[i].number));
  std::stable_sort(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(again), before);
  deadline_->check();
  return ordered;
}

/// Orders what stands in order but for ties, as far as `wanted` documents from the first.
void search_engine::order_ties(std::vector<ranked_document> &documents, std::size_t wanted) const {
  const auto at = [&](std::size_t i) { return documents.begin() + static_cast<std::ptrdiff_t>(i); };
  for (std::size_t begin = 0; begin < wanted;) {
    std::size_t end = begin + 1;
    while (end < documents.size() && documents[end].score == documents[begin].score && documents[end].exact == documents[begin].exact)
      ++end;
    if (end - begin > 1) newest_first(at(begin), at(end), wanted - begin, snapshot_.database);
    begin = end;
  }
}

void search_engine::explain(const query_node &tree, const outcome &found, search_results &results) const {
  std::string &text = results.explanation;
  text = "query " + to_string(tree) + "\nmatched " + found.matched + "\n";
  char line[256];
  query::planner &plans = matcher_->plans();
  for (const query::mark &mark : found.marks) {
    const query::bounds part = plans.substring(mark.normalized);
    std::snprintf(line, sizeof line, "\": about %.0f candidates, about %.0f of them sure",
                  part.upper.estimate(plans.total()), part.lower.estimate(plans.total()));
    text += (mark.exact ? "part \"" : "variant \"") + mark.normalized + line;
    if (mark.at_word_start && mark.at_word_end) text += ", as a word";
    text += mark.why.empty() ? "\n" : "; " + mark.why + "\n";
  }
  for (const query::match_set &step : steps_) {
    std::string narrowed = step.narrowed.substr(0, longest_plan_shown);
    while (!narrowed.empty() && text::find_ill_formed(narrowed) != text::npos) narrowed.pop_back();
    if (narrowed.size() < step.narrowed.size()) narrowed += " ...";
    text += "narrowed to " + narrowed + "\n";
    std::snprintf(line, sizeof line,
                  "  %.0f candidates estimated, %zu true, %zu sure, %zu checked, %zu found; plan %.2f ms, list %.2f ms, "
                  "check %.2f ms\n",
                  step.estimated, step.candidates, step.sure, step.checked, step.documents.size(), step.plan_ms,
                  step.list_ms, step.check_ms);
    text += line;
  }
}

}  // namespace libsearch
