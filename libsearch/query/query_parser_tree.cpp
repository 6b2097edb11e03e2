#include "query/query_parser_tree.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace libsearch::query {
namespace {

bool is_negation(const query_node &node) { return node.op == query_op::none_of; }

bool is_positional(const query_node &node) {
  return node.op == query_op::text || node.op == query_op::phrase ||
         node.op == query_op::word || node.op == query_op::prefix;
}

query_node everything_at(std::size_t offset) {
  query_node node;
  node.offset = offset;
  return node;
}

/// Recursion is safe: no tree of the parser is deeper than a few nodes per parenthesis.
void complete_inner(query_node &node) {
  for (query_node &child : node.children) complete_inner(child);
  if (node.op == query_op::all_of &&
      std::all_of(node.children.begin(), node.children.end(), is_negation))
    node.children.insert(node.children.begin(), everything_at(node.offset));
}

}  // namespace

query_node join(query_op op, std::vector<query_node> operands) {
  if (operands.size() == 1) return std::move(operands.front());
  query_node node;
  node.op = op;
  node.offset = operands.front().offset;
  node.length = operands.back().offset + operands.back().length - node.offset;
  for (query_node &operand : operands) {
    if (operand.op == op && op != query_op::near)
      std::move(operand.children.begin(), operand.children.end(),
                std::back_inserter(node.children));
    else node.children.push_back(std::move(operand));
  }
  return node;
}

query_node negate(query_node node) {
  if (is_negation(node) && node.children.size() == 1) {
    query_node child = std::move(node.children.front());
    return child;
  }
  query_node negation;
  negation.op = query_op::none_of;
  negation.offset = node.offset;
  negation.length = node.length;
  negation.children.push_back(std::move(node));
  return negation;
}

bool can_be_near(const std::vector<query_node> &operands) {
  const std::string *field = nullptr;
  const auto fits = [&field](const query_node &leaf) {
    if (!field) field = &leaf.field;
    return is_positional(leaf) && leaf.field == *field;
  };
  return std::all_of(operands.begin(), operands.end(), [&fits](const query_node &operand) {
    if (operand.op != query_op::any_of) return fits(operand);
    return std::all_of(operand.children.begin(), operand.children.end(), fits);
  });
}

void complete_negations(query_node &root) {
  complete_inner(root);
  if (!is_negation(root)) return;
  query_node all;
  all.op = query_op::all_of;
  all.offset = root.offset;
  all.length = root.length;
  all.children.push_back(everything_at(root.offset));
  all.children.push_back(std::move(root));
  root = std::move(all);
}

}  // namespace libsearch::query
