#include "text/edit_distance.hpp"

#include <algorithm>
#include <vector>

namespace libsearch::text {

unsigned edit_distance(std::u16string_view a, std::u16string_view b, unsigned most) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap * edit_cost > most) return most + 1;
  std::vector<unsigned> before2(b.size() + 1), before(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<unsigned>(j) * edit_cost;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before2.swap(before);
    before.swap(row);
    row[0] = static_cast<unsigned>(i) * edit_cost;
    unsigned least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const unsigned replaced = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : edit_cost);
      row[j] = std::min({before[j] + edit_cost, row[j - 1] + edit_cost, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before2[j - 2] + transposition_cost);
      least = std::min(least, row[j]);
    }
    // An exchange reaches back two rows.
    if (least > most && i > 1 && *std::min_element(before.begin(), before.end()) > most) return most + 1;
  }
  return row[b.size()];
}

}  // namespace libsearch::text
