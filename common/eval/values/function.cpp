// SPDX-License-Identifier: MIT
#include "common/eval/values/function.h"

namespace keisan::eval {

std::string qualifiedName(const syntax::Scope& scope) {
    std::string name(scope.name);
    for (const syntax::Scope* outer = scope.outer; outer != nullptr && !outer->name.empty();
         outer = outer->outer)
        name.insert(0, std::string(outer->name) + (outer->name == "<genexpr>" ? "." : ".<locals>."));
    return name;
}

} // namespace keisan::eval
