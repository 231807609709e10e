// SPDX-License-Identifier: MIT
#include "common/eval/syntax/checks.h"

#include "common/eval/syntax/scope.h"
#include "common/eval/syntax/tree_walk.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace keisan::eval::syntax {

namespace {

// Of the keywords that are repeated CPython names the one that comes first, where it comes again.
void checkKeywords(std::span<const Argument> arguments) {
    std::unordered_map<std::string_view, std::size_t> first;
    std::size_t earliest = arguments.size();
    const Argument* fault = nullptr;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].kind != ArgumentKind::Keyword)
            continue;
        const auto [it, isNew] = first.try_emplace(arguments[i].keyword, i);
        if (!isNew && it->second < earliest) {
            earliest = it->second;
            fault = &arguments[i];
        }
    }
    if (fault != nullptr)
        throw SemanticFault{"keyword argument repeated: " + std::string(fault->keyword), fault->start,
                            fault->end};
}

void visit(const Expr* expr);

void checkTarget(const Expr* target) {
    if (target->kind != ExprKind::Tuple && target->kind != ExprKind::List)
        return visit(target);
    const ExprList items = as<Sequence>(target).items;
    const auto isStarred = [](const Expr* item) { return item->kind == ExprKind::Starred; };
    if (std::count_if(items.begin(), items.end(), isStarred) > 1)
        throw SemanticFault{"multiple starred expressions in assignment", target->start, target->end};
    for (const Expr* item : items)
        checkTarget(isStarred(item) ? as<Starred>(item).value : item);
}

void checkWholeTarget(const Expr* target) {
    if (target->kind == ExprKind::Starred)
        throw SemanticFault{"starred assignment target must be in a list or tuple", target->start,
                            target->end};
    checkTarget(target);
}

void visitComprehension(const Comprehension& comprehension) {
    for (const Clause& clause : comprehension.clauses) {
        visit(clause.iterable);
        checkWholeTarget(clause.target);
        for (const Expr* condition : clause.conditions)
            visit(condition);
    }
    visit(comprehension.element);
    if (comprehension.value != nullptr)
        visit(comprehension.value);
}

void visit(const Expr* expr) {
    if (expr->kind >= ExprKind::ListComprehension)
        return visitComprehension(as<Comprehension>(expr));
    if (expr->kind == ExprKind::Lambda) {
        for (const Parameter& parameter : as<Lambda>(expr).parameters)
            if (parameter.defaultValue != nullptr)
                visit(parameter.defaultValue);
        return visit(as<Lambda>(expr).body);
    }
    if (expr->kind == ExprKind::Postfix)
        for (const Trailer& trailer : as<Postfix>(expr).trailers)
            if (!trailer.isPlain && trailer.arguments.size() > 1)
                checkKeywords(trailer.arguments);
    forEachChild(expr, [](const Expr* child) { visit(child); });
}

} // namespace

void checkTree(const Tree& tree) {
    const Statement& statement = *tree.root;
    if (statement.value != nullptr)
        visit(statement.value);
    for (const Expr* target : statement.targets)
        checkWholeTarget(target);
}

} // namespace keisan::eval::syntax
