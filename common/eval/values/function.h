// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"
#include "common/eval/syntax/ast.h"
#include "common/eval/values/cells.h"
#include "common/eval/values/value.h"

#include <memory>
#include <string>
#include <string_view>

namespace keisan::eval {

// Python's qualified name of a function or a generator expression: "f", "<lambda>.<locals>.<lambda>".
std::string qualifiedName(const syntax::Scope& scope);

// A lambda with what it took along. It keeps the tree of its line alive.
struct FunctionObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Function; }
    FunctionObject(const syntax::Lambda& lambda, std::shared_ptr<const syntax::Tree> owner)
        : Object(Kind::Function)
        , code(lambda)
        , tree(std::move(owner)) {}

    const syntax::Lambda& code;
    const std::shared_ptr<const syntax::Tree> tree;
    Values defaults; // by parameter; Absent where there is none; empty when no parameter has one
    Values captures; // cells
};

// A builtin method with the value it was taken from: 'a'.upper.
struct MethodObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Method; }
    MethodObject(const Builtin& builtin, Value owner)
        : Object(Kind::Method)
        , row(builtin)
        , self(std::move(owner)) {}

    std::string_view typeName() const {
        return self.isAbsent() ? "method_descriptor" : "builtin_function_or_method";
    }

    const Builtin& row;
    const Value self; // Absent when it was taken from the type: str.upper
};

} // namespace keisan::eval
