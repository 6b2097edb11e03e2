// to_string() on trees that a program builds by itself.
#include <doctest/doctest.h>

#include <libsearch/query.hpp>

using namespace libsearch;

namespace {

query_node leaf(query_op op, const char *text, const char *field = "") {
  query_node node;
  node.op = op;
  node.text = text;
  node.field = field;
  return node;
}

}  // namespace

TEST_CASE("query text: each kind of node") {
  CHECK(to_string({}) == "(everything)");
  CHECK(to_string(leaf(query_op::text, "a")) == "\"a\"");
  CHECK(to_string(leaf(query_op::phrase, "a")) == "(phrase \"a\")");
  CHECK(to_string(leaf(query_op::word, "a")) == "(word \"a\")");
  CHECK(to_string(leaf(query_op::prefix, "a")) == "(prefix \"a\")");
  CHECK(to_string(leaf(query_op::date, "2025", "date")) == "(date \"2025\")");
  CHECK(to_string(leaf(query_op::date, "2025", "published")) ==
        "(field published (date \"2025\"))");
  query_node node;
  node.children = {leaf(query_op::text, "a"), leaf(query_op::phrase, "b", "title")};
  const std::string inside = " \"a\" (field title (phrase \"b\")))";
  node.op = query_op::all_of;
  CHECK(to_string(node) == "(and" + inside);
  node.op = query_op::any_of;
  CHECK(to_string(node) == "(or" + inside);
  node.op = query_op::none_of;
  CHECK(to_string(node) == "(not" + inside);
  node.op = query_op::near;
  node.distance = 7;
  CHECK(to_string(node) == "(near/7" + inside);
}

TEST_CASE("query text: stays in one line and can't be mistaken") {
  CHECK(to_string(leaf(query_op::text, "a\"b\\c")) == "\"a\\\"b\\\\c\"");
  CHECK(to_string(leaf(query_op::text, "a\nb\tc")) == "\"a\\u000ab\\u0009c\"");
  CHECK(to_string(leaf(query_op::text, "a", "my field")) == "(field \"my field\" \"a\")");
  CHECK(to_string(leaf(query_op::text, "a", "f)")) == "(field \"f)\" \"a\")");
}
