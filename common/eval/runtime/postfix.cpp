// SPDX-License-Identifier: MIT
#include "common/eval/error.h"
#include "common/eval/runtime/attributes.h"
#include "common/eval/runtime/calls.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/runtime/operators.h"
#include "common/eval/runtime/subscripts.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/print.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace keisan::eval {

namespace {

using syntax::Argument;
using syntax::ArgumentKind;
using syntax::Trailer;
using syntax::TrailerKind;

constexpr std::size_t kFewArguments = 4;

bool isSpread(const Argument& argument) {
    return argument.kind == ArgumentKind::Starred || argument.kind == ArgumentKind::DoubleStarred;
}

bool isPositional(const Argument& argument) {
    return argument.kind == ArgumentKind::Positional || argument.kind == ArgumentKind::Starred;
}

bool isCallable(const Value& value) {
    return value.is(Kind::Builtin) || value.is(Kind::Type) || value.is(Kind::Function) ||
           value.is(Kind::Method);
}

// The format() of a text is the only one that does not look whether its keywords are texts.
bool takesAnyKeys(const Value& function) {
    if (!function.is(Kind::Method))
        return false;
    const auto& method = function.as<MethodObject>();
    return !method.self.isAbsent() && method.row.name == "format";
}

} // namespace

Value Interpreter::postfix(const syntax::Postfix& node, Frame& frame) {
    Value value = evaluate(*node.operand, frame);
    const auto trailers = node.trailers;
    for (std::size_t i = 0; i < trailers.size(); ++i) {
        const bool isMethodCall = trailers[i].kind == TrailerKind::Attribute && i + 1 < trailers.size() &&
                                  trailers[i + 1].kind == TrailerKind::Call;
        if (isMethodCall) {
            value = methodCall(value, trailers[i], trailers[i + 1], frame);
            ++i;
        } else {
            value = trailer(value, trailers[i], frame);
        }
    }
    return value;
}

Value Interpreter::trailer(const Value& operand, const Trailer& trailer, Frame& frame) {
    switch (trailer.kind) {
    case TrailerKind::Attribute:
        at(trailer.start, trailer.end);
        return attributeOf(*this, operand, trailer.name);
    case TrailerKind::Subscript: {
        const Value index = evaluate(*trailer.operand, frame);
        at(trailer.start, trailer.end);
        return subscript(*this, operand, index);
    }
    case TrailerKind::Call: return callTrailer(operand, kNoSelf, trailer, frame);
    case TrailerKind::Factorial: at(trailer.start, trailer.end); return mathFunction("factorial", operand);
    case TrailerKind::Superscript: {
        const Value exponent = evaluate(*trailer.operand, frame);
        at(trailer.start, trailer.end);
        return binary(Operator::Power, operand, exponent, budget());
    }
    }
    return {};
}

// x.upper() calls the row with x itself and makes no method object on the way; x.upper(*a) does, as in
// CPython.
Value Interpreter::methodCall(const Value& operand, const Trailer& attribute, const Trailer& call,
                              Frame& frame) {
    at(attribute.start, attribute.end);
    const bool isBound = !call.isPlain && std::any_of(call.arguments.begin(), call.arguments.end(), isSpread);
    if (const Builtin* const row = isBound ? nullptr : findMethod(operand, attribute.name))
        return callTrailer(Value::builtin(*row), operand, call, frame);
    return callTrailer(attributeOf(*this, operand, attribute.name), kNoSelf, call, frame);
}

Value Interpreter::callTrailer(const Value& function, const Value& self, const Trailer& trailer,
                               Frame& frame) {
    if (trailer.isPlain && trailer.arguments.size() <= kFewArguments)
        return callWithFew(function, self, trailer, frame);
    Values positional;
    KeywordList keywords;
    gatherArguments(function, trailer, frame, positional, keywords);
    at(trailer.start, trailer.end);
    if (keywords.others.size() != 0 && isCallable(function) && !takesAnyKeys(function))
        raise(ErrorType::TypeError, "keywords must be strings");
    return callWith(function, self, positional, keywords.all);
}

// Most calls: the arguments need no room in the heap.
Value Interpreter::callWithFew(const Value& function, const Value& self, const Trailer& trailer,
                               Frame& frame) {
    std::array<Value, kFewArguments> values;
    std::size_t count = 0;
    for (const Argument& argument : trailer.arguments)
        values[count++] = evaluate(*argument.value, frame);
    at(trailer.start, trailer.end);
    return callWith(function, self, std::span<const Value>(values).first(count), {});
}

Value Interpreter::callWith(const Value& function, const Value& self, std::span<const Value> positional,
                            std::span<const Keyword> keywords) {
    if (!self.isAbsent())
        return callBuiltin(*this, function.builtin(), self, positional, keywords);
    return call(function, positional, keywords);
}

namespace {

// So many keywords are looked through one after the other.
constexpr std::size_t kFewKeywords = 16;

} // namespace

// The keywords of one call. Written ones differ from each other; those out of a dict may repeat any.
bool Interpreter::KeywordList::add(Keyword keyword, Budget& budget) {
    if (all.size() < kFewKeywords) {
        const auto isSame = [&](const Keyword& other) { return other.name == keyword.name; };
        if (std::any_of(all.begin(), all.end(), isSame))
            return false;
    } else {
        for (std::size_t i = names.size(); i < all.size(); ++i)
            names.insert(strValue(all[i].name), Value(), budget);
        if (!names.insert(strValue(keyword.name), Value(), budget))
            return false;
    }
    all.push_back(std::move(keyword));
    return true;
}

// In CPython's order: positional arguments first, wherever they stand, then the keywords, and last what an
// only *x has in it.
void Interpreter::gatherArguments(const Value& function, const Trailer& trailer, Frame& frame,
                                  Values& positional, KeywordList& keywords) {
    const auto count = std::count_if(trailer.arguments.begin(), trailer.arguments.end(), isPositional);
    const Argument* onlyStarred = nullptr;
    for (const Argument& argument : trailer.arguments) {
        if (!isPositional(argument))
            continue;
        Value value = evaluate(*argument.value, frame);
        if (argument.kind == ArgumentKind::Starred && count > 1) {
            addStarred(argument, value, "Value", positional);
            continue;
        }
        positional.push_back(std::move(value));
        if (argument.kind == ArgumentKind::Starred)
            onlyStarred = &argument;
    }
    gatherKeywords(function, trailer, frame, keywords);
    if (onlyStarred != nullptr) {
        const Value value = std::exchange(positional, {}).front();
        addStarred(*onlyStarred, value, functionText(function, budget()) + " argument", positional);
    }
}

void Interpreter::addStarred(const Argument& argument, const Value& value, std::string_view what,
                             Values& positional) {
    at(argument.start, argument.value->end);
    if (!isIterable(value))
        raise(ErrorType::TypeError, {what, " after * must be an iterable, not ", typeName(value)});
    appendAll(*this, positional, value);
}

// Those between two ** are all evaluated before it is found that one of them repeats an earlier one.
void Interpreter::gatherKeywords(const Value& function, const Trailer& trailer, Frame& frame,
                                 KeywordList& keywords) {
    std::vector<std::pair<const Argument*, Value>> written;
    const auto addWritten = [&] {
        for (auto& [argument, value] : std::exchange(written, {})) {
            at(argument->start, argument->value->end);
            addKeyword(function, {argument->keyword, std::move(value)}, keywords);
        }
    };
    for (const Argument& argument : trailer.arguments) {
        if (isPositional(argument))
            continue;
        if (argument.kind == ArgumentKind::DoubleStarred)
            addWritten();
        Value value = evaluate(*argument.value, frame);
        if (argument.kind == ArgumentKind::DoubleStarred) {
            at(argument.start, argument.value->end);
            addDoubleStarred(function, value, keywords);
        } else {
            written.emplace_back(&argument, std::move(value));
        }
    }
    addWritten();
}

void Interpreter::addDoubleStarred(const Value& function, const Value& mapping, KeywordList& keywords) {
    if (!mapping.is(Kind::Dict))
        raise(ErrorType::TypeError, functionText(function, budget()) +
                                        " argument after ** must be a mapping, not " +
                                        std::string(typeName(mapping)));
    for (const HashTable::Entry& entry : mapping.as<DictObject>().table.entries()) {
        spend(kWorkOfStep);
        if (entry.key.is(Kind::Str))
            addKeyword(function, {textOf(entry.key), entry.value, entry.key}, keywords);
        else if (!keywords.others.insert(entry.key, entry.hash, Value(), budget()))
            refuseRepeated(function, strOf(entry.key, budget()));
    }
}

void Interpreter::addKeyword(const Value& function, Keyword keyword, KeywordList& keywords) {
    spend(kFewKeywords);
    const std::string_view name = keyword.name;
    if (!keywords.add(std::move(keyword), budget()))
        refuseRepeated(function, name);
}

void Interpreter::refuseRepeated(const Value& function, std::string_view name) {
    raise(ErrorType::TypeError,
          {functionText(function, budget()), " got multiple values for keyword argument '", name, "'"});
}

} // namespace keisan::eval
