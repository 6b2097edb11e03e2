#include "query/query_parser_groups.hpp"

#include <algorithm>
#include <utility>

#include <libsearch/document.hpp>

namespace libsearch::query {
namespace {

class balancer {
 public:
  explicit balancer(remarks &told) : told_(told) {}

  std::vector<token> run(std::vector<token> &tokens) {
    for (token &t : tokens) {
      if (t.kind == token_kind::open) open(t);
      else if (t.kind == token_kind::close) close(t);
      else kept_.push_back(std::move(t));
    }
    close_rest();
    return std::move(kept_);
  }

 private:
  void open(token &t) {
    if (open_.size() == limits::query_depth) {
      if (!too_deep_)
        told_.add_limit("more than 100 parentheses inside each other; the inner ones are ignored",
                        t.begin, t.end);
      too_deep_ = true;
      ++ignored_;
      return;
    }
    open_.push_back(kept_.size());
    kept_.push_back(std::move(t));
  }

  void close(token &t) {
    if (ignored_ > 0) {
      --ignored_;
    } else if (open_.empty()) {
      told_.add("no parenthesis to close; ignored", t.begin, t.end);
    } else if (open_.back() + 1 == kept_.size()) {
      drop_empty(t.end);
    } else {
      open_.pop_back();
      kept_.push_back(std::move(t));
    }
  }

  void close_rest() {
    while (!open_.empty()) {
      const token &opening = kept_[open_.back()];
      if (open_.back() + 1 == kept_.size()) {
        drop_empty(opening.end);
        continue;
      }
      told_.add("no closing parenthesis; it is added at the end", opening.begin, opening.end);
      token closing;
      closing.kind = token_kind::close;
      closing.begin = closing.end = kept_.back().end;
      open_.pop_back();
      kept_.push_back(std::move(closing));
    }
  }

  /// Also drops the minus before the parenthesis, which has lost what it stood for.
  void drop_empty(std::size_t end) {
    const std::size_t begin = kept_.back().begin;
    told_.add("empty parentheses are ignored", begin, end);
    kept_.pop_back();
    open_.pop_back();
    if (!kept_.empty() && kept_.back().kind == token_kind::op_not && kept_.back().end == begin)
      kept_.pop_back();
  }

  remarks &told_;
  std::vector<token> kept_;
  std::vector<std::size_t> open_;  // indexes into kept_
  std::size_t ignored_ = 0;        // parentheses beyond the limit that are not closed yet
  bool too_deep_ = false;
};

bool is_binary(token_kind kind) {
  return kind == token_kind::op_and || kind == token_kind::op_or || kind == token_kind::op_near;
}

bool ends_operand(token_kind kind) {
  return kind == token_kind::part || kind == token_kind::close;
}

void make_text(token &t, remarks &told) {
  told.add(t.text + " has nothing to join; searched as text", t.begin, t.end);
  t.kind = token_kind::part;
  t.op = query_op::text;
}

}  // namespace

void balance(std::vector<token> &tokens, remarks &told) { tokens = balancer(told).run(tokens); }

void settle_operators(std::vector<token> &tokens, remarks &told) {
  // From the right, since NOT NOT x has an operand and NOT NOT has none.
  bool operand_follows = false;
  for (auto t = tokens.rbegin(); t != tokens.rend(); ++t) {
    const bool op = is_binary(t->kind) || t->kind == token_kind::op_not;
    if (op && !operand_follows) make_text(*t, told);
    operand_follows = !is_binary(t->kind) && t->kind != token_kind::close;
  }
  bool operand_before = false;
  for (token &t : tokens) {
    if (is_binary(t.kind) && !operand_before) make_text(t, told);
    operand_before = ends_operand(t.kind);
  }
}

void limit_parts(std::vector<token> &tokens, std::size_t size, remarks &told) {
  std::size_t parts = 0;
  const auto cut = std::find_if(tokens.begin(), tokens.end(), [&parts](const token &t) {
    return t.kind == token_kind::part && ++parts > limits::query_leaves;
  });
  if (cut == tokens.end()) return;
  const std::size_t offset = cut->begin;
  tokens.erase(cut, tokens.end());
  while (!ends_operand(tokens.back().kind)) tokens.pop_back();
  std::size_t open = 0;
  for (const token &t : tokens) {
    if (t.kind == token_kind::open) ++open;
    if (t.kind == token_kind::close) --open;
  }
  token closing;
  closing.kind = token_kind::close;
  closing.begin = closing.end = tokens.back().end;
  tokens.insert(tokens.end(), open, closing);
  told.forget_from(offset);
  told.add_limit("more than 1,024 parts; the rest is ignored", offset, size);
}

}  // namespace libsearch::query
