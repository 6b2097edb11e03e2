// Conditions made of conditions, and the simplest ones.
#include <algorithm>

#include "index/term.hpp"
#include "query/condition.hpp"

namespace libsearch::query {
namespace {

query_plan exactly(const filter &set) { return {set, set, {}, set}; }

class everything final : public condition {
 public:
  bool matches(const document_view &) const override { return true; }
  query_plan plan(planner &) const override { return exactly(filter::all()); }
  void collect_marks(std::vector<mark> &) const override {}
};

class nothing final : public condition {
 public:
  bool matches(const document_view &) const override { return false; }
  query_plan plan(planner &) const override { return exactly(filter::none()); }
  void collect_marks(std::vector<mark> &) const override {}
};

/// What the index answers alone: the document of one term.
class id_condition final : public condition {
 public:
  explicit id_condition(std::string id) : id_(std::move(id)) {}
  bool matches(const document_view &document) const override { return document.values->value(indexing::slot_id) == id_; }
  query_plan plan(planner &planner) const override { return exactly(planner.boolean_term(indexing::id_term(id_))); }
  void collect_marks(std::vector<mark> &) const override {}
  bool needs_fields() const override { return true; }

 private:
  std::string id_;
};

/// Base of conditions over others.
class composite : public condition {
 public:
  explicit composite(std::vector<condition_ptr> parts) : parts_(std::move(parts)) {}
  void collect_marks(std::vector<mark> &marks) const override {
    for (const auto &part : parts_) part->collect_marks(marks);
  }
  bool needs_fields() const override {
    return std::any_of(parts_.begin(), parts_.end(), [](const auto &part) { return part->needs_fields(); });
  }

 protected:
  struct part_plans {
    std::vector<filter> needed, uppers, lowers;
    std::vector<const condition *> unchecked;
  };
  part_plans plan_parts(planner &planner) const {
    part_plans plans;
    for (const auto &part : parts_) {
      const query_plan plan = part->plan(planner);
      plans.lowers.push_back(plan.lower);
      plans.uppers.push_back(plan.upper);
      plans.needed.push_back(plan.needed);
      plans.unchecked.insert(plans.unchecked.end(), plan.unchecked.begin(), plan.unchecked.end());
    }
    return plans;
  }

  std::vector<condition_ptr> parts_;
};

class all_of_condition final : public composite {
 public:
  using composite::composite;
  bool matches(const document_view &document) const override {
    return std::all_of(parts_.begin(), parts_.end(), [&](const auto &part) { return part->matches(document); });
  }
  query_plan plan(planner &planner) const override {
    const part_plans plans = plan_parts(planner);
    const filter lower = all_of(plans.lowers, planner.total());
    if (plans.unchecked.empty()) return exactly(lower);
    // What is not checked narrows the search in any case; of the rest what is selective.
    const filter needed = all_of(plans.needed, planner.total());
    const filter upper = all_of({needed, selective_all_of(plans.uppers, planner.total())}, planner.total());
    return {upper, lower, plans.unchecked, needed};
  }
};

class any_of_condition final : public composite {
 public:
  using composite::composite;
  bool matches(const document_view &document) const override {
    return std::any_of(parts_.begin(), parts_.end(), [&](const auto &part) { return part->matches(document); });
  }
  query_plan plan(planner &planner) const override {
    const part_plans plans = plan_parts(planner);
    const filter upper = any_of(plans.uppers, planner.total());
    if (plans.unchecked.empty()) return exactly(upper);
    return {upper, any_of(plans.lowers, planner.total()), {this}, filter::all()};
  }
};

class none_of_condition final : public composite {
 public:
  using composite::composite;
  bool matches(const document_view &document) const override {
    return std::none_of(parts_.begin(), parts_.end(), [&](const auto &part) { return part->matches(document); });
  }
  query_plan plan(planner &planner) const override {
    const part_plans plans = plan_parts(planner);
    // What surely holds a part is out; what surely holds none is in.
    const double total = planner.total();
    const filter upper = and_not(filter::all(), any_of(plans.lowers, total), total);
    if (plans.unchecked.empty()) return exactly(upper);
    return {upper, and_not(filter::all(), any_of(plans.uppers, total), total), {this}, filter::all()};
  }
  void collect_marks(std::vector<mark> &) const override {}
};

}  // namespace

condition_ptr make_everything() { return std::make_unique<everything>(); }
condition_ptr make_nothing() { return std::make_unique<nothing>(); }
condition_ptr make_id(std::string id) { return std::make_unique<id_condition>(std::move(id)); }

condition_ptr make_all_of(std::vector<condition_ptr> parts) {
  if (parts.size() == 1) return std::move(parts[0]);
  return std::make_unique<all_of_condition>(std::move(parts));
}
condition_ptr make_any_of(std::vector<condition_ptr> parts) {
  if (parts.size() == 1) return std::move(parts[0]);
  return std::make_unique<any_of_condition>(std::move(parts));
}
condition_ptr make_none_of(std::vector<condition_ptr> parts) {
  return std::make_unique<none_of_condition>(std::move(parts));
}
}  // namespace libsearch::query
