#include "query/spellings.hpp"

namespace libsearch::query {
namespace {

/// Bytes of a part that has other spellings.
constexpr std::size_t longest_part = 2048;

}  // namespace

const std::vector<variants::alternative> &spellings::of(const std::string &part) {
  const auto [place, added] = known_.try_emplace(part);
  // A page pasted as one part is looked for as it is: its spellings would be pages too.
  if (added && part.size() <= longest_part) {
    place->second = expander_.alternatives(part, groups_);
    if (planner_)
      std::erase_if(place->second, [&](const variants::alternative &other) {
        return planner_->substring(other.text).upper.is_none();
      });
  }
  return place->second;
}

}  // namespace libsearch::query
