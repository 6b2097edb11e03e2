// The grammar, on tokens that balance(), settle_operators() and limit_parts() have put in order:
//
//   any     = all (OR all)*
//   all     = near (AND? near)*
//   near    = operand (NEAR operand)*
//   operand = NOT* (part | "(" any ")")
//
// Only parentheses recurse, and their depth is limited.
#include <algorithm>
#include <utility>

#include <libsearch/query.hpp>

#include "query/lexer.hpp"
#include "query/query_parser_groups.hpp"
#include "query/query_parser_tree.hpp"

namespace libsearch {
namespace query {
namespace {

/// What stands before the parentheses around a part and holds for all parts inside.
struct surroundings {
  std::string field;
  bool as_word = false;
};

class parser {
 public:
  parser(std::vector<token> tokens, remarks &told) : tokens_(std::move(tokens)), told_(told) {}

  query_node run() {
    if (tokens_.empty()) return {};
    query_node root = read_any({});
    complete_negations(root);
    return root;
  }

 private:
  bool at(token_kind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }

  query_node read_any(const surroundings &around) {
    std::vector<query_node> operands;
    operands.push_back(read_all(around));
    while (at(token_kind::op_or)) {
      ++at_;
      operands.push_back(read_all(around));
    }
    return join(query_op::any_of, std::move(operands));
  }

  query_node read_all(const surroundings &around) {
    std::vector<query_node> operands;
    while (at_ < tokens_.size() && !at(token_kind::op_or) && !at(token_kind::close)) {
      if (at(token_kind::op_and)) ++at_;
      operands.push_back(read_near(around));
    }
    return join(query_op::all_of, std::move(operands));
  }

  query_node read_near(const surroundings &around) {
    std::vector<query_node> operands;
    operands.push_back(read_operand(around));
    unsigned distance = 0;
    bool differ = false;
    for (; at(token_kind::op_near); ++at_, operands.push_back(read_operand(around))) {
      differ = differ || (operands.size() > 1 && tokens_[at_].distance != distance);
      distance = std::max(distance, tokens_[at_].distance);
    }
    if (operands.size() == 1) return std::move(operands.front());
    const bool possible = can_be_near(operands);
    query_node node = join(possible ? query_op::near : query_op::all_of, std::move(operands));
    const std::size_t end = node.offset + node.length;
    if (!possible)
      told_.add("NEAR joins only text of one field; read as AND", node.offset, end);
    else if (differ)
      told_.add("several distances in one NEAR; the largest is taken", node.offset, end);
    if (possible) node.distance = distance;
    return node;
  }

  query_node read_operand(const surroundings &around) {
    const std::size_t begin = tokens_[at_].begin;
    std::size_t negations = 0;
    for (; at(token_kind::op_not); ++at_) ++negations;
    query_node node = at(token_kind::open) ? read_group(around) : read_leaf(around);
    if (negations % 2 == 0) return node;
    node = negate(std::move(node));
    if (node.op != query_op::none_of) return node;  // NOT (NOT x) is x, where x stands
    node.length += node.offset - begin;
    node.offset = begin;
    return node;
  }

  query_node read_group(const surroundings &around) {
    const token &opening = tokens_[at_++];
    const surroundings inside{opening.field.empty() ? around.field : opening.field,
                              opening.as_word || around.as_word};
    query_node node = read_any(inside);
    const token &closing = tokens_[at_++];
    if (!node.children.empty()) {
      node.offset = opening.begin;
      node.length = closing.end - opening.begin;
    }
    return node;
  }

  query_node read_leaf(const surroundings &around) {
    token &part = tokens_[at_++];
    query_node node;
    node.op = part.op;
    node.text = std::move(part.text);
    node.offset = part.begin;
    node.length = part.end - part.begin;
    node.field = part.field.empty() ? around.field : std::move(part.field);
    if (node.op == query_op::everything) {
      if (!node.field.empty()) told_.add("* finds each document, whatever the field holds",
                                         part.begin, part.end);
      node.field.clear();
    } else if (node.field == "date") {
      node.op = query_op::date;
    } else if ((part.as_word || around.as_word) && node.op != query_op::prefix) {
      node.op = query_op::word;
    }
    return node;
  }

  std::vector<token> tokens_;
  remarks &told_;
  std::size_t at_ = 0;
};

}  // namespace
}  // namespace query

parsed_query parse_query(std::string_view text, const std::vector<std::string> &fields) {
  query::remarks told;
  const query::field_names names(fields);
  std::vector<query::token> tokens =
      query::read_tokens(query::read_characters(text, told), names, told);
  query::balance(tokens, told);
  query::settle_operators(tokens, told);
  query::limit_parts(tokens, text.size(), told);
  parsed_query parsed;
  parsed.root = query::parser(std::move(tokens), told).run();
  parsed.diagnostics = told.take();
  return parsed;
}

parsed_query parse_query(std::string_view text) {
  return parse_query(text, {"title", "author", "topic", "date", "body", "id"});
}

}  // namespace libsearch
