#include "query/exact_finder.hpp"

#include <algorithm>

#include "index/term.hpp"
#include "query/planner.hpp"
#include "text/compact_text.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

std::vector<Xapian::docid> listed(const Xapian::Database &database, const filter &candidates) {
  if (candidates.is_none()) return {};
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(candidates.query());
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> documents;
  for (auto document = found.begin(); document != found.end(); ++document) documents.push_back(*document);
  return documents;
}

}  // namespace

std::vector<Xapian::docid> exact_finder::documents_with(const Xapian::Database &database,
                                                        const indexing::lexicon *words, const analysis::scheme &scheme,
                                                        const std::vector<std::string> &strings) const {
  std::vector<text::finder> finders;
  for (const std::string &wanted : strings) finders.emplace_back(text::compact(wanted));
  if (finders.empty() || database.get_doccount() == 0) return {};
  filter candidates = filter::all();
  if (words) {
    const analysis::function_words functions(scheme.functions);
    planner plans(database, *words, functions, analysis::rule_of(scheme.name));
    std::vector<filter> ways;
    for (const std::string &wanted : strings) ways.push_back(plans.substring(wanted).upper);
    candidates = any_of(ways, plans.total());
  }
  std::vector<Xapian::docid> documents = listed(database, candidates);
  std::erase_if(documents, [&](Xapian::docid number) {
    const std::string compact = database.get_document(number, Xapian::DOC_ASSUME_VALID).get_value(indexing::slot_text);
    return std::none_of(finders.begin(), finders.end(),
                        [&](const text::finder &wanted) { return wanted.find(compact) != text::npos; });
  });
  return documents;
}

}  // namespace libsearch::query
