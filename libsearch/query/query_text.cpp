// A query's tree as text.
#include <algorithm>
#include <cstdio>

#include <libsearch/query.hpp>

namespace libsearch {
namespace {

const char *name_of(query_op op) {
  switch (op) {
    case query_op::everything: return "everything";
    case query_op::text: return "text";
    case query_op::phrase: return "phrase";
    case query_op::word: return "word";
    case query_op::prefix: return "prefix";
    case query_op::date: return "date";
    case query_op::all_of: return "and";
    case query_op::any_of: return "or";
    case query_op::none_of: return "not";
    case query_op::near: return "near";
  }
  return "unknown";
}

/// Escapes what would end the string or the line.
void append_quoted(std::string &out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      out += escape;
    } else {
      out += c;
    }
  }
  out += '"';
}

/// A program may build a tree with any name: only those that can't be mistaken stand bare.
void append_field(std::string &out, const std::string &field) {
  const bool bare = std::all_of(field.begin(), field.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != 0x7F && c != '(' && c != ')' && c != '"';
  });
  if (bare) out += field;
  else append_quoted(out, field);
}

void append_node(std::string &out, const query_node &node);

void append_content(std::string &out, const query_node &node) {
  if (node.op == query_op::text) return append_quoted(out, node.text);
  out += '(';
  out += name_of(node.op);
  if (node.op == query_op::near) out += '/' + std::to_string(node.distance);
  const bool has_text = node.op == query_op::phrase || node.op == query_op::word ||
                        node.op == query_op::prefix || node.op == query_op::date;
  if (has_text) {
    out += ' ';
    append_quoted(out, node.text);
  }
  for (const query_node &child : node.children) {
    out += ' ';
    append_node(out, child);
  }
  out += ')';
}

void append_node(std::string &out, const query_node &node) {
  // (date "2025") says it all; any other field of dates is named.
  if (node.field.empty() || (node.op == query_op::date && node.field == "date"))
    return append_content(out, node);
  out += "(field ";
  append_field(out, node.field);
  out += ' ';
  append_content(out, node);
  out += ')';
}

}  // namespace

std::string to_string(const query_node &node) {
  std::string out;
  append_node(out, node);
  return out;
}

}  // namespace libsearch
