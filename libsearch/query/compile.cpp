#include "query/compile.hpp"

#include <optional>
#include <set>
#include <string>

#include <libsearch/error.hpp>

#include "text/normalizer.hpp"
#include "text/utf8.hpp"

namespace libsearch::query {
namespace {

/// Parts of a query from which on those that are said again are left out.
constexpr std::size_t many_children = 16;

std::string normalized(const std::string &text) { return text::normalize_only(text::repair(text)); }

/// The part of the text that a name stands for; nothing where it is another field.
std::optional<field> text_of(const std::string &name) {
  if (name.empty()) return field::any;
  if (name == "title") return field::title;
  if (name == "author") return field::author;
  if (name == "body") return field::body;
  return std::nullopt;
}

[[noreturn]] void refuse_field(const std::string &name, const indexing::field_table &fields) {
  std::string names;
  for (const std::string &known : fields.names())
    names += (names.empty() ? "" : &known == &fields.names().back() ? " and " : ", ") + known;
  throw error(errc::invalid_argument, "\"" + name + "\" is not a field", "fields are " + names);
}

bool is_leaf(const query_node &node) {
  return node.op == query_op::text || node.op == query_op::phrase || node.op == query_op::word ||
         node.op == query_op::prefix;
}

/// The other spellings of a part.
std::vector<mark> others(const std::string &text, field in, spellings &variants) {
  std::vector<mark> ways;
  for (const variants::alternative &other : variants.of(text))
    ways.push_back({other.text, in, other.at_word_start, other.at_word_end, false, other.whole_number,
                    variants::names_of(other.why)});
  return ways;
}

class compiler {
 public:
  compiler(spellings *variants, std::vector<diagnostic> &diagnostics, const indexing::field_table &fields)
      : variants_(variants), diagnostics_(diagnostics), fields_(fields) {}

  condition_ptr compile(const query_node &node) {
    switch (node.op) {
      case query_op::everything: return make_everything();
      case query_op::text:
      case query_op::phrase:
      case query_op::word:
      case query_op::prefix: return leaf(node);
      case query_op::date: return date(node, date_field(node));
      case query_op::all_of: return make_all_of(children(node));
      case query_op::any_of: return node.children.empty() ? make_nothing() : make_any_of(children(node));
      case query_op::none_of: return make_none_of(children(node));
      case query_op::near: return near(node);
    }
    throw error(errc::invalid_argument, "unknown kind of query node");
  }

 private:
  std::vector<condition_ptr> children(const query_node &node) {
    std::vector<condition_ptr> made;
    // A text pasted as a query says its commonest words many times: once will do.
    const bool many = node.children.size() > many_children;
    std::set<std::string> seen;
    for (const query_node &child : node.children)
      if (!many || seen.insert(to_string(child)).second) made.push_back(compile(child));
    if (made.empty()) made.push_back(make_everything());
    return made;
  }

  condition_ptr leaf(const query_node &node) {
    if (node.field == "id") return make_id(node.text);
    const std::optional<field> part = text_of(node.field);
    if (!part) return of_field(node);
    const field in = *part;
    std::string text = normalized(node.text);
    if (text.empty()) return make_everything();
    if (node.op == query_op::word) return make_substring(std::move(text), in, true, true);
    if (node.op == query_op::prefix) return make_substring(std::move(text), in, true, false);
    if (node.op == query_op::phrase || !variants_) return make_substring(std::move(text), in);
    std::vector<mark> ways = others(text, in, *variants_);
    ways.insert(ways.begin(), mark{std::move(text), in});
    return make_any_spelling(std::move(ways));
  }

  /// A leaf in a field that is not part of the text.
  condition_ptr of_field(const query_node &node) {
    const indexing::stored_field *in = fields_.find(node.field);
    if (!in) refuse_field(node.field, fields_);
    if (in->type == field_type::keyword) return make_value(*in, node.text, node.op == query_op::prefix);
    if (in->type == field_type::date) return date(node, *in);
    if (in->type == field_type::number) {
      if (const auto range = text::parse_number_range(node.text)) return make_number(*in, *range);
      return not_a(node, "a number");
    }
    std::string text = normalized(node.text);
    if (text.empty()) return make_everything();
    return make_field_text(*in, std::move(text),
                           node.op == query_op::word     ? text_part::word
                           : node.op == query_op::prefix ? text_part::prefix
                           : node.op == query_op::phrase ? text_part::exact
                                                         : text_part::occurs);
  }

  const indexing::stored_field &date_field(const query_node &node) const {
    const indexing::stored_field *in = fields_.find(node.field.empty() ? "date" : node.field);
    if (!in || in->type != field_type::date) refuse_field(node.field, fields_);
    return *in;
  }

  condition_ptr date(const query_node &node, const indexing::stored_field &in) {
    if (const auto range = text::parse_date_range(node.text)) return make_date(in, *range);
    return not_a(node, "a date");
  }

  condition_ptr not_a(const query_node &node, const char *wanted) {
    diagnostics_.push_back(
        {"\"" + node.text + "\" is not " + wanted + "; searched as text", node.offset, node.length});
    return make_substring(normalized(node.text), field::any);
  }

  condition_ptr near(const query_node &node) {
    std::vector<std::vector<mark>> parts;
    std::string in;
    for (const query_node &child : node.children) {
      std::vector<mark> ways;
      if (!collect_ways(child, ways, in)) {
        diagnostics_.push_back({"NEAR takes plain parts of title, author or body; searched as AND", node.offset, node.length});
        return make_all_of(children(node));
      }
      parts.push_back(std::move(ways));
    }
    if (parts.empty()) return make_everything();
    return make_near(std::move(parts), *text_of(in == "*" ? "" : in), node.distance);
  }

  /// The strings that a child of NEAR stands for; false where it is no plain part of field `in`.
  static bool collect_ways(const query_node &node, std::vector<mark> &ways, std::string &in) {
    if (node.op == query_op::any_of) {
      for (const query_node &child : node.children)
        if (!collect_ways(child, ways, in)) return false;
      return !ways.empty();
    }
    const std::string name = node.field.empty() ? "*" : node.field;
    if (!is_leaf(node) || !text_of(node.field) || (!in.empty() && in != name))
      return false;
    in = name;
    const bool starts = node.op == query_op::word || node.op == query_op::prefix;
    ways.push_back({normalized(node.text), field::any, starts, node.op == query_op::word, true, false, {}});
    return true;
  }

  spellings *variants_;
  std::vector<diagnostic> &diagnostics_;
  const indexing::field_table &fields_;
};

void collect_texts(const query_node &node, std::vector<std::string> &texts) {
  if (node.op == query_op::none_of) return;
  if (is_leaf(node) && text_of(node.field))
    texts.push_back(normalized(node.text));
  for (const query_node &child : node.children) collect_texts(child, texts);
}

}  // namespace

condition_ptr compile(const query_node &node, spellings *variants, std::vector<diagnostic> &diagnostics,
                      const indexing::field_table &fields) {
  return compiler(variants, diagnostics, fields).compile(node);
}

condition_ptr compile_variants_only(const query_node &node, spellings &variants) {
  if (node.op == query_op::all_of && node.children.size() == 1) return compile_variants_only(node.children[0], variants);
  const std::optional<field> in = text_of(node.field);
  if (node.op != query_op::text || !in) return nullptr;
  std::vector<mark> ways = others(normalized(node.text), *in, variants);
  return ways.empty() ? nullptr : make_any_spelling(std::move(ways));
}

query_node apply_mode(query_node root, match_mode mode, const std::string &text) {
  if (mode == match_mode::phrase) {
    query_node whole;
    whole.op = text.empty() ? query_op::everything : query_op::phrase;
    whole.text = text;
    whole.length = text.size();
    return whole;
  }
  if (mode != match_mode::any || root.op != query_op::all_of) return root;
  // What is forbidden stays forbidden; of the rest one part is enough.
  query_node any, all;
  any.op = query_op::any_of;
  all.op = query_op::all_of;
  any.offset = all.offset = root.offset;
  any.length = all.length = root.length;
  for (query_node &child : root.children)
    (child.op == query_op::none_of ? all : any).children.push_back(std::move(child));
  if (all.children.empty()) return any;
  if (!any.children.empty()) all.children.insert(all.children.begin(), std::move(any));
  return all;
}

std::vector<std::string> ranked_texts(const query_node &node) {
  std::vector<std::string> texts;
  collect_texts(node, texts);
  std::erase(texts, std::string());
  return texts;
}

bool has_variants(const query_node &node, spellings &variants) {
  if (node.op == query_op::text && text_of(node.field) && !variants.of(normalized(node.text)).empty()) return true;
  for (const query_node &child : node.children)
    if (has_variants(child, variants)) return true;
  return false;
}

}  // namespace libsearch::query
