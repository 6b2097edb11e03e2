#include "ingest/affiliations.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "ingest/pattern.hpp"

namespace libsearch::ingest {

bool set_affiliations(document &to, const std::vector<author> &authors, const std::string &otherwise) {
  std::vector<std::string> places;
  for (const author &one : authors)
    if (!one.affiliation.empty() && std::find(places.begin(), places.end(), one.affiliation) == places.end())
      places.push_back(one.affiliation);
  if (places.empty() && !otherwise.empty()) places.push_back(otherwise);
  if (places.size() == 1) to.set_attribute("affiliation", places[0]);
  if (places.size() > 1) to.attributes["affiliation"] = nlohmann::json(places).dump();
  return !places.empty();
}

bool is_of_short_university(const icu::UnicodeString &place) {
  static const pattern it(u".{2,}大(?:学院)?(?:(?:名誉|客員|特任|特命)?教授|(?:特任)?准教授|講師|助教)");
  return it.matches(place);
}

}  // namespace libsearch::ingest
