// SPDX-License-Identifier: MIT
#include "common/eval/library/str_methods.h"
#include "common/eval/library/unicode.h"
#include "common/eval/runtime/context.h"
#include "common/eval/syntax/unicode_identifiers.h"
#include "common/eval/values/text.h"

#include <string>
#include <utility>

namespace keisan::eval {
namespace {

constexpr char32_t kCapitalSigma = 0x3a3;
constexpr char32_t kSmallSigma = 0x3c3;
constexpr char32_t kFinalSigma = 0x3c2;

std::string_view selfText(Context& context, const Arguments& arguments) {
    const std::string_view text = textOf(arguments.self);
    context.spend(5 * text.size());
    return text;
}

template <class Visit>
void forEachCharacter(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const CodePoint c = firstCodePoint(text);
        visit(c.value);
        text.remove_prefix(c.bytes);
    }
}

// Lower-cases text while it remembers what a capital sigma needs to know: it ends a word when a cased letter
// stands before it and none behind, ignorable signs apart.
class Lowering {
public:
    explicit Lowering(std::string_view text) : m_rest(text) {}

    // `c` is the next code point of the text, `bytes` its length; it is appended in lower case.
    void append(std::string& result, char32_t c, unsigned bytes) {
        m_rest.remove_prefix(bytes);
        if (c == kCapitalSigma)
            appendCodePoint(result, m_casedBefore && !isCasedAhead() ? kFinalSigma : kSmallSigma);
        else
            appendMapped(result, c, CaseMapping::Lower);
        remember(c);
    }

    // The next code point goes another way; it still counts for the sigmas behind it.
    void skip(char32_t c, unsigned bytes) {
        m_rest.remove_prefix(bytes);
        remember(c);
    }

private:
    void remember(char32_t c) {
        if (!isCaseIgnorableCharacter(c))
            m_casedBefore = isCasedCharacter(c);
    }
    bool isCasedAhead() const {
        std::string_view ahead = m_rest;
        while (!ahead.empty()) {
            const CodePoint c = firstCodePoint(ahead);
            if (!isCaseIgnorableCharacter(c.value))
                return isCasedCharacter(c.value);
            ahead.remove_prefix(c.bytes);
        }
        return false;
    }

    std::string_view m_rest;
    bool m_casedBefore = false;
};

Value lower(Context& context, const Arguments& arguments) {
    std::string_view text = selfText(context, arguments);
    std::string result;
    Lowering lowering(text);
    for (; !text.empty();) {
        const CodePoint c = firstCodePoint(text);
        lowering.append(result, c.value, c.bytes);
        text.remove_prefix(c.bytes);
    }
    return strValue(result);
}

template <CaseMapping Mapping>
Value mapped(Context& context, const Arguments& arguments) {
    std::string result;
    forEachCharacter(selfText(context, arguments), [&](char32_t c) { appendMapped(result, c, Mapping); });
    return strValue(result);
}

// Title case where `startsWord` says so, lower case elsewhere.
template <class StartsWord>
std::string titled(std::string_view text, StartsWord startsWord) {
    std::string result;
    Lowering lowering(text);
    for (; !text.empty();) {
        const CodePoint c = firstCodePoint(text);
        if (startsWord(c.value)) {
            appendMapped(result, c.value, CaseMapping::Title);
            lowering.skip(c.value, c.bytes);
        } else {
            lowering.append(result, c.value, c.bytes);
        }
        text.remove_prefix(c.bytes);
    }
    return result;
}

Value title(Context& context, const Arguments& arguments) {
    bool afterCased = false;
    return strValue(titled(selfText(context, arguments), [&](char32_t c) {
        const bool starts = !afterCased;
        afterCased = isCasedCharacter(c);
        return starts;
    }));
}

Value capitalize(Context& context, const Arguments& arguments) {
    bool isFirst = true;
    return strValue(
        titled(selfText(context, arguments), [&](char32_t) { return std::exchange(isFirst, false); }));
}

Value swapcase(Context& context, const Arguments& arguments) {
    std::string_view text = selfText(context, arguments);
    std::string result;
    Lowering lowering(text);
    for (; !text.empty();) {
        const CodePoint c = firstCodePoint(text);
        if (isUpperCharacter(c.value)) {
            lowering.append(result, c.value, c.bytes);
        } else {
            isLowerCharacter(c.value) ? appendMapped(result, c.value, CaseMapping::Upper)
                                      : appendCodePoint(result, c.value);
            lowering.skip(c.value, c.bytes);
        }
        text.remove_prefix(c.bytes);
    }
    return strValue(result);
}

template <bool (*Test)(char32_t)>
Value all(Context& context, const Arguments& arguments) {
    bool holds = true;
    const std::string_view text = selfText(context, arguments);
    forEachCharacter(text, [&](char32_t c) { holds = holds && Test(c); });
    return Value::boolean(holds && !text.empty());
}

bool isAlphanumeric(char32_t c) {
    return isAlphaCharacter(c) || isNumericCharacter(c);
}

Value isPrintable(Context& context, const Arguments& arguments) {
    bool holds = true;
    forEachCharacter(selfText(context, arguments),
                     [&](char32_t c) { holds = holds && isPrintableCharacter(c); });
    return Value::boolean(holds);
}

Value isAscii(Context&, const Arguments& arguments) {
    return Value::boolean(arguments.self.as<StrObject>().isAscii());
}

Value isUpper(Context& context, const Arguments& arguments) {
    bool seenUpper = false;
    bool seenOther = false;
    forEachCharacter(selfText(context, arguments), [&](char32_t c) {
        seenOther = seenOther || isLowerCharacter(c) || isTitleCharacter(c);
        seenUpper = seenUpper || isUpperCharacter(c);
    });
    return Value::boolean(seenUpper && !seenOther);
}

Value isLower(Context& context, const Arguments& arguments) {
    bool seenLower = false;
    bool seenOther = false;
    forEachCharacter(selfText(context, arguments), [&](char32_t c) {
        seenOther = seenOther || isUpperCharacter(c) || isTitleCharacter(c);
        seenLower = seenLower || isLowerCharacter(c);
    });
    return Value::boolean(seenLower && !seenOther);
}

// Capitals only at the beginning of a word, small letters only behind one.
Value isTitle(Context& context, const Arguments& arguments) {
    bool holds = true;
    bool seenCased = false;
    bool afterCased = false;
    forEachCharacter(selfText(context, arguments), [&](char32_t c) {
        const bool isCapital = isUpperCharacter(c) || isTitleCharacter(c);
        const bool isCased = isCapital || isLowerCharacter(c);
        holds = holds && !(isCapital && afterCased) && !(isCased && !isCapital && !afterCased);
        seenCased = seenCased || isCased;
        afterCased = isCased;
    });
    return Value::boolean(holds && seenCased);
}

bool startsName(char32_t c) {
    if (c < 0x80)
        return c == U'_' || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return syntax::isIdentifierStart(c);
}

bool continuesName(char32_t c) {
    return c < 0x80 ? startsName(c) || (c >= U'0' && c <= U'9') : syntax::isIdentifierContinue(c);
}

Value isIdentifier(Context& context, const Arguments& arguments) {
    bool isFirst = true;
    bool holds = true;
    const std::string_view text = selfText(context, arguments);
    forEachCharacter(text, [&](char32_t c) {
        holds = holds && (isFirst ? startsName(c) : continuesName(c));
        isFirst = false;
    });
    return Value::boolean(holds && !text.empty());
}

constexpr ArityRule kNone{Arity::None};

constexpr Builtin kRows[] = {
    {"capitalize", "str", "capitalize()", kNone, capitalize, "The first letter large, the others small."},
    {"casefold", "str", "casefold()", kNone, mapped<CaseMapping::Fold>,
     "Lower case for comparing without case."},
    {"isalnum", "str", "isalnum()", kNone, all<isAlphanumeric>, "Whether there are only letters and digits."},
    {"isalpha", "str", "isalpha()", kNone, all<isAlphaCharacter>, "Whether there are only letters."},
    {"isascii", "str", "isascii()", kNone, isAscii, "Whether there are only ASCII characters."},
    {"isdecimal", "str", "isdecimal()", kNone, all<isDecimalCharacter>,
     "Whether there are only decimal digits."},
    {"isdigit", "str", "isdigit()", kNone, all<isDigitCharacter>,
     "Whether there are only digits, superscripts too."},
    {"isidentifier", "str", "isidentifier()", kNone, isIdentifier, "Whether it could be a name."},
    {"islower", "str", "islower()", kNone, isLower, "Whether all letters are small."},
    {"isnumeric", "str", "isnumeric()", kNone, all<isNumericCharacter>,
     "Whether there are only numeric characters."},
    {"isprintable", "str", "isprintable()", kNone, isPrintable, "Whether every character is printable."},
    {"isspace", "str", "isspace()", kNone, all<isSpaceCharacter>, "Whether there are only blanks."},
    {"istitle", "str", "istitle()", kNone, isTitle, "Whether exactly the words' first letters are large."},
    {"isupper", "str", "isupper()", kNone, isUpper, "Whether all letters are large."},
    {"lower", "str", "lower()", kNone, lower, "In small letters."},
    {"swapcase", "str", "swapcase()", kNone, swapcase, "Large letters small, small ones large."},
    {"title", "str", "title()", kNone, title, "Every word's first letter large, the others small."},
    {"upper", "str", "upper()", kNone, mapped<CaseMapping::Upper>, "In large letters."},
};

} // namespace

std::span<const Builtin> strCaseMethods() {
    return kRows;
}

} // namespace keisan::eval
