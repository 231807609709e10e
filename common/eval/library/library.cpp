// SPDX-License-Identifier: MIT
#include "common/eval/library/library.h"

#include "common/eval/library/modules.h"

#include <array>
#include <unordered_map>

namespace keisan::eval {
namespace {

constexpr std::array kModules = {&kMathModule, &kCmathModule};

using NameTable = std::unordered_map<std::string_view, Value>;

// Values without a count of references only: the table is shared by all threads.
NameTable everyName() {
    NameTable names;
    for (const ModuleRow* module : kModules)
        names.emplace(module->name, Value::module(*module));
    for (const Builtin& function : kMathModule.functions)
        names.emplace(function.name, Value::builtin(function));
    for (const NamedNumber& constant : mathConstants())
        names.emplace(constant.name, Value::real(constant.value));
    return names;
}

} // namespace

Value libraryName(std::string_view name) {
    static const NameTable names = everyName();
    const auto found = names.find(name);
    return found == names.end() ? Value() : found->second;
}

const TypeRow* typeRowOf(const Value&) {
    return nullptr;
}

std::span<const Builtin> builtinFunctions() {
    return {};
}

std::span<const TypeRow* const> builtinTypes() {
    return {};
}

std::span<const ModuleRow* const> builtinModules() {
    return kModules;
}

} // namespace keisan::eval
