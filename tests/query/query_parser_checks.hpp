// What holds for the parse of any input; for the property test and the fuzzer.
#ifndef LIBSEARCH_TESTS_QUERY_PARSER_CHECKS_HPP
#define LIBSEARCH_TESTS_QUERY_PARSER_CHECKS_HPP

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/utf8.h>

#include <libsearch/document.hpp>
#include <libsearch/query.hpp>

namespace test {

class parse_checker {
 public:
  explicit parse_checker(std::string_view text) : boundary_(text.size() + 1) {
    boundary_[0] = boundary_[text.size()] = true;
    for (std::size_t at = 0; at < text.size();) {
      UChar32 c;
      U8_NEXT(reinterpret_cast<const std::uint8_t *>(text.data()), at, text.size(), c);
      boundary_[at] = true;
    }
  }

  /// What is wrong with `parsed`, or "".
  std::string check(const libsearch::parsed_query &parsed) {
    for (const libsearch::diagnostic &d : parsed.diagnostics) {
      if (!is_range(d.offset, d.length)) return "a diagnostic's range: " + d.message;
      if (d.message.empty()) return "a diagnostic without a message";
    }
    if (parsed.diagnostics.size() > 110) return "too many diagnostics";
    check_node(parsed.root, 0);
    if (leaves_ > libsearch::limits::query_leaves) complain("too many leaves");
    return complaint_;
  }

 private:
  using op = libsearch::query_op;

  void complain(const char *what) {
    if (complaint_.empty()) complaint_ = what;
  }

  bool is_range(std::size_t offset, std::size_t length) const {
    const std::size_t size = boundary_.size() - 1;
    return offset <= size && length <= size - offset && boundary_[offset] &&
           boundary_[offset + length];
  }

  void check_node(const libsearch::query_node &node, std::size_t depth) {
    if (depth > 4 * libsearch::limits::query_depth) return complain("too deep");
    if (!is_range(node.offset, node.length)) complain("a node's range");
    const bool inner = node.op == op::all_of || node.op == op::any_of || node.op == op::none_of ||
                       node.op == op::near;
    if (inner) check_children(node, depth);
    else check_leaf(node);
  }

  void check_leaf(const libsearch::query_node &node) {
    if (!node.children.empty()) complain("a leaf with children");
    if ((node.op == op::everything) != node.text.empty()) complain("a leaf's text");
    if (node.op == op::everything && !node.field.empty()) complain("everything in a field");
    if ((node.op == op::date) != (node.field == "date")) complain("a date's field");
    // What stands for the absence of a part was not typed and counts for nothing.
    if (node.length > 0 && node.op != op::everything) ++leaves_;
  }

  void check_children(const libsearch::query_node &node, std::size_t depth) {
    if (!node.text.empty() || !node.field.empty()) complain("text of an inner node");
    const std::size_t size = node.children.size();
    if (node.op == op::none_of ? size != 1 : size < 2) complain("number of children");
    std::size_t end = node.offset;
    bool positive = false;
    for (const libsearch::query_node &child : node.children) {
      if (child.op == node.op) complain("not flat");
      if (child.offset < end) complain("children out of order");
      end = child.offset + child.length;
      positive = positive || child.op != op::none_of;
      check_node(child, depth + 1);
    }
    if (end > node.offset + node.length) complain("a child outside its parent");
    if (!positive && node.op == op::all_of) complain("nothing to take away from");
  }

  std::vector<bool> boundary_;
  std::size_t leaves_ = 0;
  std::string complaint_;
};

/// Parses `text`, twice, and says what is wrong with the result, or "".
inline std::string check_parse(std::string_view text) {
  const libsearch::parsed_query parsed = libsearch::parse_query(text);
  const std::string problem = parse_checker(text).check(parsed);
  if (!problem.empty()) return problem;
  const std::string tree = to_string(parsed.root);
  if (tree.find('\n') != std::string::npos) return "a tree of several lines";
  return tree == to_string(libsearch::parse_query(text).root) ? "" : "two different trees";
}

}  // namespace test

#endif
