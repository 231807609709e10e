// SPDX-License-Identifier: MIT
#include "common/eval/runtime/pairs.h"

#include "common/eval/error.h"
#include "common/eval/runtime/iteration.h"

#include <string>

namespace keisan::eval {

namespace {

void insertPair(Context& context, HashTable& table, const Value& pair, std::size_t number) {
    const std::string element = "dictionary update sequence element #" + std::to_string(number);
    if (!isIterable(pair))
        raise(ErrorType::TypeError, "cannot convert " + element + " to a sequence");
    const Values items = collect(context, pair);
    if (items.size() != 2)
        raise(ErrorType::ValueError,
              element + " has length " + std::to_string(items.size()) + "; 2 is required");
    table.insert(items[0], items[1], context.budget());
}

} // namespace

void insertPairs(Context& context, HashTable& table, const Value& iterable) {
    std::size_t number = 0;
    forEach(context, iterable, [&](const Value& pair) {
        insertPair(context, table, pair, number++);
        return true;
    });
}

} // namespace keisan::eval
