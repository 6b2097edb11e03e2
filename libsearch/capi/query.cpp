// Queries: parsed, or built of parts.
#include "capi/query.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include <libsearch/document.hpp>
#include <libsearch/error.hpp>
#include <libsearch/schema.hpp>

#include "capi/guard.hpp"
#include "capi/handle.hpp"
#include "capi/text.hpp"

using namespace libsearch::capi;

namespace {

using libsearch::errc;
using libsearch::limits;
using libsearch::query_node;
using libsearch::query_op;

bool has_children(query_op op) {
  return op == query_op::all_of || op == query_op::any_of || op == query_op::none_of || op == query_op::near;
}

/// Levels and leaves of a tree that the parser made, whose depth is bounded.
std::pair<std::size_t, std::size_t> measure(const query_node &node) {
  std::size_t depth = 0, leaves = 0;
  for (const query_node &child : node.children) {
    const auto [child_depth, child_leaves] = measure(child);
    depth = std::max(depth, child_depth);
    leaves += child_leaves;
  }
  return {depth + 1, node.children.empty() ? 1 : leaves};
}

std::unique_ptr<query_object> object_of(query_node root) {
  auto made = std::make_unique<query_object>();
  std::tie(made->depth, made->leaves) = measure(root);
  made->root = std::move(root);
  return made;
}

libsearch_status make(query_op op, const char *text, std::size_t length, libsearch_query **query,
                      libsearch_error **error, unsigned distance = 0) {
  return guard(error, [&] {
    clear_result("query", query);
    query_node node;
    node.op = op;
    node.text = text_argument(op == query_op::date ? "date" : "text", text, length);
    node.distance = distance;
    *query = hand_out<libsearch_query>(object_of(std::move(node)));
  });
}

void set_field(query_node &node, const std::string &field) {
  if (!has_children(node.op)) node.field = field;
  for (query_node &child : node.children) set_field(child, field);
}

}  // namespace

libsearch_status libsearch_query_parse(const char *text, size_t length, libsearch_schema *schema,
                                       libsearch_query **query, libsearch_error **error) {
  return guard(error, [&] {
    clear_result("query", query);
    const std::string_view given = text_argument("text", text, length);
    libsearch::parsed_query parsed;
    if (schema) {
      const borrowed fields(schema);
      std::vector<std::string> names;
      for (const libsearch::field_definition &field : fields->fields())
        names.push_back(field.name);
      parsed = libsearch::parse_query(given, names);
    } else {
      parsed = libsearch::parse_query(given);
    }
    auto made = object_of(std::move(parsed.root));
    made->diagnostics = std::move(parsed.diagnostics);
    *query = hand_out<libsearch_query>(std::move(made));
  });
}

libsearch_status libsearch_query_everything(libsearch_query **query, libsearch_error **error) {
  return make(query_op::everything, nullptr, 0, query, error);
}

libsearch_status libsearch_query_text(const char *text, size_t length, libsearch_query **query,
                                      libsearch_error **error) {
  return make(query_op::text, text, length, query, error);
}

libsearch_status libsearch_query_phrase(const char *text, size_t length, libsearch_query **query,
                                        libsearch_error **error) {
  return make(query_op::phrase, text, length, query, error);
}

libsearch_status libsearch_query_word(const char *text, size_t length, libsearch_query **query,
                                      libsearch_error **error) {
  return make(query_op::word, text, length, query, error);
}

libsearch_status libsearch_query_prefix(const char *text, size_t length, libsearch_query **query,
                                        libsearch_error **error) {
  return make(query_op::prefix, text, length, query, error);
}

libsearch_status libsearch_query_date(const char *date, size_t length, libsearch_query **query,
                                      libsearch_error **error) {
  return make(query_op::date, date, length, query, error);
}

libsearch_status libsearch_query_all_of(libsearch_query **query, libsearch_error **error) {
  return make(query_op::all_of, nullptr, 0, query, error);
}

libsearch_status libsearch_query_any_of(libsearch_query **query, libsearch_error **error) {
  return make(query_op::any_of, nullptr, 0, query, error);
}

libsearch_status libsearch_query_none_of(libsearch_query **query, libsearch_error **error) {
  return make(query_op::none_of, nullptr, 0, query, error);
}

libsearch_status libsearch_query_near(unsigned distance, libsearch_query **query,
                                      libsearch_error **error) {
  return make(query_op::near, nullptr, 0, query, error, distance);
}

libsearch_status libsearch_query_add(libsearch_query *query, libsearch_query *child,
                                     libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(query);
    const borrowed added(child);
    if (!has_children(used->root.op))
      throw libsearch::error(errc::invalid_argument, "\"query\": a part has no children",
                             "add to a query of libsearch_query_all_of() or the like");
    const std::size_t leaves = (used->root.children.empty() ? 0 : used->leaves) + added->leaves;
    if (added->depth >= limits::query_depth || leaves > limits::query_leaves)
      throw libsearch::error(errc::too_large,
                             "\"child\": the query would have more than " + std::to_string(limits::query_depth) +
                                 " levels or " + std::to_string(limits::query_leaves) + " parts");
    used->root.children.push_back(added->root);
    used->depth = std::max(used->depth, added->depth + 1);
    used->leaves = leaves;
  });
}

libsearch_status libsearch_query_set_field(libsearch_query *query, const char *field, size_t length,
                                           libsearch_error **error) {
  return guard(error, [&] {
    const borrowed used(query);
    set_field(used->root, std::string(text_argument("field", field, length)));
  });
}

libsearch_status libsearch_query_to_string(libsearch_query *query, libsearch_string **out,
                                           libsearch_error **error) {
  return guard(error, [&] {
    clear_result("out", out);
    *out = hand_out_text(to_string(borrowed(query)->root));
  });
}

libsearch_status libsearch_query_child(libsearch_query *query, size_t child, libsearch_query **copy,
                                       libsearch_error **error) {
  return guard(error, [&] {
    clear_result("copy", copy);
    const borrowed used(query);
    if (child >= used->root.children.size())
      throw libsearch::error(errc::not_found, "the query has no child " + std::to_string(child));
    *copy = hand_out<libsearch_query>(object_of(used->root.children[child]));
  });
}

void libsearch_query_free(libsearch_query *query) { free_handle(query); }
