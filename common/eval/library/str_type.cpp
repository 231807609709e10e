// SPDX-License-Identifier: MIT
#include "common/eval/library/str_type.h"

#include "common/eval/library/arguments.h"
#include "common/eval/library/str_methods.h"
#include "common/eval/runtime/context.h"
#include "common/eval/values/print.h"
#include "common/eval/values/text.h"

#include <vector>

namespace keisan::eval {
namespace {

// str() of the language knows no encodings: bytes with one are refused in CPython's words for what has none.
Value makeStr(Context& context, const Arguments& arguments) {
    const Value& object = arguments[0];
    const Value& encoding = arguments[1];
    const Value& errors = arguments[2];
    if (!encoding.isAbsent())
        requireStr(encoding, "str() argument 'encoding' must be str, not ");
    if (!errors.isAbsent())
        requireStr(errors, "str() argument 'errors' must be str, not ");
    if (object.isAbsent())
        return strValue("");
    if (encoding.isAbsent() && errors.isAbsent())
        return object.is(Kind::Str) ? object : strValue(strOf(object, context.budget()));
    if (object.is(Kind::Str))
        raise(ErrorType::TypeError, "decoding str is not supported");
    raise(ErrorType::TypeError,
          "decoding to str: need a bytes-like object, " + std::string(typeName(object)) + " found");
}

constexpr Builtin kMakeStr{"str",
                           "",
                           "str(object='', encoding='utf-8', errors='strict')",
                           {Arity::Made, 0, 3},
                           makeStr,
                           "A value as it is printed."};

std::vector<Builtin> allMethods() {
    std::vector<Builtin> all;
    for (const auto rows : {strCaseMethods(), strSearchMethods(), strSplitMethods(), strLayoutMethods(),
                            strFormatMethods(), strTableMethods()})
        all.insert(all.end(), rows.begin(), rows.end());
    return all;
}

} // namespace

const TypeRow& strType() {
    static const std::vector<Builtin> methods = allMethods();
    static const TypeRow row{"str", &kMakeStr, methods, {}, strStaticMethods()};
    return row;
}

} // namespace keisan::eval
