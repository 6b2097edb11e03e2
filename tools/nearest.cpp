#include "nearest.hpp"

#include <algorithm>
#include <numeric>

namespace jsearch {

namespace {

/// Edits (insert, remove, replace, swap of neighbours) between two short names.
std::size_t edits(const std::string &a, const std::string &b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  std::iota(cost[0].begin(), cost[0].end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearest(const std::string &typed, const std::vector<std::string> &names) {
  std::string best;
  // Long words can't be near any name, and the table grows with their length.
  if (typed.empty() || typed.size() > 40) return best;
  std::size_t best_cost = 1 + std::max<std::size_t>(1, typed.size() / 3);
  for (const std::string &name : names) {
    std::size_t cost = edits(typed, name);
    if (typed.size() >= 2 && name.rfind(typed, 0) == 0) cost = std::min<std::size_t>(cost, 1);
    if (cost < best_cost) best = name, best_cost = cost;
  }
  return best;
}

}  // namespace jsearch
