// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/ast.h"

namespace keisan::eval::syntax {

// Calls visit(const Expr*) for each child of a node, in the order in which CPython's symbol table visits
// them. Lambdas and comprehensions have scopes of their own and are left to the caller: they have no children
// here.
template <typename Visit>
void forEachChild(const Expr* expr, Visit&& visit);

template <typename Node>
const Node& as(const Expr* expr) {
    return *static_cast<const Node*>(expr);
}

template <typename Visit>
void forEachPart(std::span<const FStringPart> parts, Visit& visit) {
    for (const FStringPart& part : parts) {
        if (part.value != nullptr)
            visit(part.value);
        forEachPart(part.spec, visit);
    }
}

template <typename Visit>
void forEachTrailer(std::span<const Trailer> trailers, Visit& visit) {
    for (const Trailer& trailer : trailers) {
        if (trailer.operand != nullptr)
            visit(trailer.operand);
        for (const Argument& argument : trailer.arguments)
            visit(argument.value);
    }
}

template <typename Visit>
void forEachDictPart(std::span<const DictItem> items, Visit& visit) {
    for (const DictItem& item : items)
        if (item.key != nullptr)
            visit(item.key);
    for (const DictItem& item : items)
        visit(item.value);
}

template <typename Visit>
void forEachChild(const Expr* expr, Visit&& visit) {
    switch (expr->kind) {
    case ExprKind::None:
    case ExprKind::True:
    case ExprKind::False:
    case ExprKind::Ellipsis:
    case ExprKind::Integer:
    case ExprKind::Float:
    case ExprKind::Imaginary:
    case ExprKind::String:
    case ExprKind::Bytes:
    case ExprKind::Name:
    case ExprKind::Lambda:
    case ExprKind::ListComprehension:
    case ExprKind::SetComprehension:
    case ExprKind::DictComprehension:
    case ExprKind::GeneratorExpression: return;
    case ExprKind::FString: return forEachPart(as<FString>(expr).parts, visit);
    case ExprKind::Tuple:
    case ExprKind::List:
    case ExprKind::Set:
    case ExprKind::And:
    case ExprKind::Or:
        for (const Expr* item : as<Sequence>(expr).items)
            visit(item);
        return;
    case ExprKind::Dict: return forEachDictPart(as<Dict>(expr).items, visit);
    case ExprKind::Unary: visit(as<Unary>(expr).operand); return;
    case ExprKind::Power:
        visit(as<Power>(expr).base);
        visit(as<Power>(expr).exponent);
        return;
    case ExprKind::Chain:
        visit(as<Chain>(expr).first);
        for (const ChainLink& link : as<Chain>(expr).links)
            visit(link.operand);
        return;
    case ExprKind::Comparison:
        visit(as<Comparison>(expr).first);
        for (const ComparisonLink& link : as<Comparison>(expr).links)
            visit(link.operand);
        return;
    case ExprKind::Conditional:
        visit(as<Conditional>(expr).condition);
        visit(as<Conditional>(expr).whenTrue);
        visit(as<Conditional>(expr).whenFalse);
        return;
    case ExprKind::Postfix:
        visit(as<Postfix>(expr).operand);
        return forEachTrailer(as<Postfix>(expr).trailers, visit);
    case ExprKind::Starred: visit(as<Starred>(expr).value); return;
    case ExprKind::Slice:
        for (const Expr* bound : {as<Slice>(expr).lower, as<Slice>(expr).upper, as<Slice>(expr).step})
            if (bound != nullptr)
                visit(bound);
        return;
    case ExprKind::Walrus:
        visit(as<Walrus>(expr).value);
        visit(as<Walrus>(expr).target);
        return;
    }
}

// Calls visit(const Name&) for each name that a target binds, and use(const Expr*) for what is merely
// evaluated in it (x and i of x[i] = ...).
template <typename Visit, typename Use>
void forEachTargetName(const Expr* target, Visit&& visit, Use&& use) {
    switch (target->kind) {
    case ExprKind::Name: visit(as<Name>(target)); return;
    case ExprKind::Starred: return forEachTargetName(as<Starred>(target).value, visit, use);
    case ExprKind::Tuple:
    case ExprKind::List:
        for (const Expr* item : as<Sequence>(target).items)
            forEachTargetName(item, visit, use);
        return;
    default: use(target); return;
    }
}

} // namespace keisan::eval::syntax
