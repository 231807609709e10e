// SPDX-License-Identifier: MIT
#include "tests/eval/syntax/tree_text.h"

#include <charconv>

namespace keisan::eval::syntax {

namespace {

std::string text(const Expr* expr);

std::string real(double value) {
    char buffer[40];
    const auto [end, fault] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, end};
}

const char* name(BinaryOperator op) {
    constexpr const char* kNames[] = {"+", "-", "*", "/", "//", "%", "@", "**", "<<", ">>", "&", "^", "|"};
    return kNames[static_cast<int>(op)];
}

const char* name(ComparisonOperator op) {
    constexpr const char* kNames[] = {"<", "<=", ">", ">=", "==", "!=", "in", "not-in", "is", "is-not"};
    return kNames[static_cast<int>(op)];
}

const char* name(UnaryOperator op) {
    constexpr const char* kNames[] = {"neg", "pos", "~", "not", "sqrt", "cbrt"};
    return kNames[static_cast<int>(op)];
}

std::string list(const std::string& head, ExprList items) {
    std::string out = "(" + head;
    for (const Expr* item : items)
        out += " " + text(item);
    return out + ")";
}

std::string nameText(const Name& n) {
    const std::string id(n.id);
    switch (n.access) {
    case Access::Global: return id;
    case Access::Local: return id + "@" + std::to_string(n.slot);
    case Access::Cell: return id + "&" + std::to_string(n.slot);
    case Access::Free: return id + "^" + std::to_string(n.slot);
    }
    return id;
}

std::string partsText(std::span<const FStringPart> parts) {
    std::string out;
    for (const FStringPart& part : parts) {
        out += " ";
        if (part.value == nullptr) {
            out += "'" + std::string(part.text) + "'";
            continue;
        }
        out += "{" + text(part.value);
        if (part.conversion != 0)
            out += std::string("!") + part.conversion;
        if (part.hasSpec)
            out += ":" + partsText(part.spec);
        out += "}";
    }
    return out;
}

std::string argumentText(const Argument& argument) {
    switch (argument.kind) {
    case ArgumentKind::Positional: return text(argument.value);
    case ArgumentKind::Starred: return "*" + text(argument.value);
    case ArgumentKind::Keyword: return std::string(argument.keyword) + "=" + text(argument.value);
    case ArgumentKind::DoubleStarred: return "**" + text(argument.value);
    }
    return {};
}

std::string trailerText(const std::string& operand, const Trailer& trailer) {
    switch (trailer.kind) {
    case TrailerKind::Attribute: return "(" + operand + " ." + std::string(trailer.name) + ")";
    case TrailerKind::Subscript: return "(" + operand + " [] " + text(trailer.operand) + ")";
    case TrailerKind::Factorial: return "(" + operand + " !)";
    case TrailerKind::Superscript: return "(" + operand + " ^ " + text(trailer.operand) + ")";
    case TrailerKind::Call: break;
    }
    std::string out = "(" + operand + " call";
    for (const Argument& argument : trailer.arguments)
        out += " " + argumentText(argument);
    return out + ")";
}

std::string scopeText(const Scope* scope) {
    if (scope == nullptr)
        return {};
    std::string out = " <";
    for (const Variable& variable : scope->variables)
        out += std::string(variable.name) + (variable.isCell ? "& " : " ");
    out += "|";
    for (const Capture& capture : scope->captures)
        out += " " + std::string(capture.name) + (capture.isFree ? "^" : "&") + std::to_string(capture.slot);
    return out + ">";
}

std::string lambdaText(const Lambda& lambda) {
    std::string out = "(lambda:" + std::string(lambda.name);
    for (const Parameter& p : lambda.parameters) {
        constexpr const char* kMarks[] = {"/", "", "*", "=", "**"};
        out += " " + std::string(kMarks[static_cast<int>(p.kind)]) + std::string(p.name);
        if (p.defaultValue != nullptr)
            out += "=" + text(p.defaultValue);
    }
    return out + scopeText(lambda.scope) + " : " + text(lambda.body) + ")";
}

std::string comprehensionText(const Comprehension& c, const char* head) {
    std::string out = std::string("(") + head + scopeText(c.scope) + " " + text(c.element);
    if (c.value != nullptr)
        out += ": " + text(c.value);
    for (const Clause& clause : c.clauses) {
        out += " for " + text(clause.target) + " in " + text(clause.iterable);
        for (const Expr* condition : clause.conditions)
            out += " if " + text(condition);
    }
    return out + ")";
}

std::string dictText(const Dict& dict) {
    std::string out = "(dict";
    for (const DictItem& item : dict.items)
        out += item.key != nullptr ? " " + text(item.key) + ":" + text(item.value) : " **" + text(item.value);
    return out + ")";
}

template <typename Node>
const Node& as(const Expr* expr) {
    return *static_cast<const Node*>(expr);
}

std::string chainText(const Chain& chain) {
    std::string out = text(chain.first);
    for (const ChainLink& link : chain.links)
        out = std::string("(") + name(link.op) + " " + out + " " + text(link.operand) + ")";
    return out;
}

std::string comparisonText(const Comparison& comparison) {
    std::string out = "(" + text(comparison.first);
    for (const ComparisonLink& link : comparison.links)
        out += std::string(" ") + name(link.op) + " " + text(link.operand);
    return out + ")";
}

std::string postfixText(const Postfix& postfix) {
    std::string out = text(postfix.operand);
    for (const Trailer& trailer : postfix.trailers)
        out = trailerText(out, trailer);
    return out;
}

std::string sliceText(const Slice& slice) {
    std::string out = "(slice";
    for (const Expr* bound : {slice.lower, slice.upper, slice.step})
        out += bound != nullptr ? " " + text(bound) : " _";
    return out + ")";
}

std::string numberText(const Number& number) {
    if (number.kind == ExprKind::Float)
        return real(number.real);
    if (number.kind == ExprKind::Imaginary)
        return real(number.real) + "j";
    return number.isSmall ? std::to_string(number.small) : "#" + std::string(number.text);
}

std::string text(const Expr* expr) {
    switch (expr->kind) {
    case ExprKind::None: return "None";
    case ExprKind::True: return "True";
    case ExprKind::False: return "False";
    case ExprKind::Ellipsis: return "...";
    case ExprKind::Integer:
    case ExprKind::Float:
    case ExprKind::Imaginary: return numberText(as<Number>(expr));
    case ExprKind::String: return "'" + std::string(as<Text>(expr).value) + "'";
    case ExprKind::Bytes: return "b'" + std::string(as<Text>(expr).value) + "'";
    case ExprKind::FString: return "(f" + partsText(as<FString>(expr).parts) + ")";
    case ExprKind::Name: return nameText(as<Name>(expr));
    case ExprKind::Tuple: return list("tuple", as<Sequence>(expr).items);
    case ExprKind::List: return list("list", as<Sequence>(expr).items);
    case ExprKind::Set: return list("set", as<Sequence>(expr).items);
    case ExprKind::Dict: return dictText(as<Dict>(expr));
    case ExprKind::Unary: return list(name(as<Unary>(expr).op), {&as<Unary>(expr).operand, 1});
    case ExprKind::Power:
        return "(** " + text(as<Power>(expr).base) + " " + text(as<Power>(expr).exponent) + ")";
    case ExprKind::Chain: return chainText(as<Chain>(expr));
    case ExprKind::Comparison: return comparisonText(as<Comparison>(expr));
    case ExprKind::And: return list("and", as<Sequence>(expr).items);
    case ExprKind::Or: return list("or", as<Sequence>(expr).items);
    case ExprKind::Conditional: {
        const auto& c = as<Conditional>(expr);
        return "(if " + text(c.condition) + " " + text(c.whenTrue) + " " + text(c.whenFalse) + ")";
    }
    case ExprKind::Postfix: return postfixText(as<Postfix>(expr));
    case ExprKind::Starred: return "*" + text(as<Starred>(expr).value);
    case ExprKind::Slice: return sliceText(as<Slice>(expr));
    case ExprKind::Walrus:
        return "(:= " + text(as<Walrus>(expr).target) + " " + text(as<Walrus>(expr).value) + ")";
    case ExprKind::Lambda: return lambdaText(as<Lambda>(expr));
    case ExprKind::ListComprehension: return comprehensionText(as<Comprehension>(expr), "listcomp");
    case ExprKind::SetComprehension: return comprehensionText(as<Comprehension>(expr), "setcomp");
    case ExprKind::DictComprehension: return comprehensionText(as<Comprehension>(expr), "dictcomp");
    case ExprKind::GeneratorExpression: return comprehensionText(as<Comprehension>(expr), "genexp");
    }
    return "?";
}

} // namespace

std::string treeText(const Tree& tree) {
    const Statement& statement = *tree.root;
    switch (statement.kind) {
    case StatementKind::Expression: return text(statement.value);
    case StatementKind::Assign: return list("=", statement.targets) + " " + text(statement.value);
    case StatementKind::AugmentedAssign:
        return std::string(name(statement.op)) + list("=", statement.targets) + " " + text(statement.value);
    case StatementKind::Delete: return list("del", statement.targets);
    }
    return "?";
}

} // namespace keisan::eval::syntax
