// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

namespace keisan::eval {

struct Complex {
    double real = 0.0;
    double imaginary = 0.0;
};

struct ComplexObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Complex; }
    explicit ComplexObject(Complex value) : Object(Kind::Complex), number(value) {}

    const Complex number;
};

inline Value complexValue(Complex number) {
    return make<ComplexObject>(number);
}

} // namespace keisan::eval
