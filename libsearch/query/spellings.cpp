#include "query/spellings.hpp"

namespace libsearch::query {

const std::vector<variants::alternative> &spellings::of(const std::string &part) {
  const auto [place, added] = known_.try_emplace(part);
  if (added) {
    place->second = expander_.alternatives(part, groups_);
    if (planner_)
      std::erase_if(place->second, [&](const variants::alternative &other) {
        return planner_->substring(other.text).upper.is_none();
      });
  }
  return place->second;
}

}  // namespace libsearch::query
