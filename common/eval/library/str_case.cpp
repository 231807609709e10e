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

// Charged one by one: a long text can be stopped anywhere.
constexpr std::uint64_t kWorkOfCharacter = 15;

template <class Visit>
void forEachCharacter(Context& context, std::string_view text, Visit visit) {
    while (!text.empty()) {
        context.spend(kWorkOfCharacter);
        const CodePoint c = firstCodePoint(text);
        visit(c);
        text.remove_prefix(c.bytes);
    }
}

// Lower-cases text while it remembers what a capital sigma needs to know: it ends a word when a cased letter
// stands before it and none behind, ignorable signs apart.
class Lowering {
public:
    Lowering(Context& context, std::string_view text) : m_context(context), m_rest(text) {}

    // `c` is the next code point of the text; it is appended in lower case.
    void append(std::string& result, CodePoint c) {
        m_rest.remove_prefix(c.bytes);
        if (c.value == kCapitalSigma)
            appendCodePoint(result, m_casedBefore && !isCasedAhead() ? kFinalSigma : kSmallSigma);
        else
            appendMapped(result, c.value, CaseMapping::Lower);
        remember(c.value);
    }

    // The next code point goes another way; it still counts for the sigmas behind it.
    void skip(CodePoint c) {
        m_rest.remove_prefix(c.bytes);
        remember(c.value);
    }

private:
    void remember(char32_t c) {
        if (!isCaseIgnorableCharacter(c))
            m_casedBefore = isCasedCharacter(c);
    }
    bool isCasedAhead() const {
        std::string_view ahead = m_rest;
        while (!ahead.empty()) {
            m_context.spend(kWorkOfCharacter);
            const CodePoint c = firstCodePoint(ahead);
            if (!isCaseIgnorableCharacter(c.value))
                return isCasedCharacter(c.value);
            ahead.remove_prefix(c.bytes);
        }
        return false;
    }

    Context& m_context;
    std::string_view m_rest;
    bool m_casedBefore = false;
};

Value lower(Context& context, const Arguments& arguments) {
    const std::string_view text = textOf(arguments.self);
    std::string result;
    Lowering lowering(context, text);
    forEachCharacter(context, text, [&](CodePoint c) { lowering.append(result, c); });
    return strValue(result);
}

template <CaseMapping Mapping>
Value mapped(Context& context, const Arguments& arguments) {
    std::string result;
    forEachCharacter(context, textOf(arguments.self),
                     [&](CodePoint c) { appendMapped(result, c.value, Mapping); });
    return strValue(result);
}

// Title case where `startsWord` says so, lower case elsewhere.
template <class StartsWord>
Value titled(Context& context, std::string_view text, StartsWord startsWord) {
    std::string result;
    Lowering lowering(context, text);
    forEachCharacter(context, text, [&](CodePoint c) {
        if (startsWord(c.value)) {
            appendMapped(result, c.value, CaseMapping::Title);
            lowering.skip(c);
        } else {
            lowering.append(result, c);
        }
    });
    return strValue(result);
}

Value title(Context& context, const Arguments& arguments) {
    bool afterCased = false;
    return titled(context, textOf(arguments.self), [&](char32_t c) {
        const bool starts = !afterCased;
        afterCased = isCasedCharacter(c);
        return starts;
    });
}

Value capitalize(Context& context, const Arguments& arguments) {
    bool isFirst = true;
    return titled(context, textOf(arguments.self), [&](char32_t) { return std::exchange(isFirst, false); });
}

Value swapcase(Context& context, const Arguments& arguments) {
    const std::string_view text = textOf(arguments.self);
    std::string result;
    Lowering lowering(context, text);
    forEachCharacter(context, text, [&](CodePoint c) {
        if (isUpperCharacter(c.value)) {
            lowering.append(result, c);
        } else {
            isLowerCharacter(c.value) ? appendMapped(result, c.value, CaseMapping::Upper)
                                      : appendCodePoint(result, c.value);
            lowering.skip(c);
        }
    });
    return strValue(result);
}

template <bool (*Test)(char32_t)>
Value all(Context& context, const Arguments& arguments) {
    bool holds = true;
    const std::string_view text = textOf(arguments.self);
    forEachCharacter(context, text, [&](CodePoint c) { holds = holds && Test(c.value); });
    return Value::boolean(holds && !text.empty());
}

bool isAlphanumeric(char32_t c) {
    return isAlphaCharacter(c) || isNumericCharacter(c);
}

Value isPrintable(Context& context, const Arguments& arguments) {
    bool holds = true;
    forEachCharacter(context, textOf(arguments.self),
                     [&](CodePoint c) { holds = holds && isPrintableCharacter(c.value); });
    return Value::boolean(holds);
}

Value isAscii(Context&, const Arguments& arguments) {
    return Value::boolean(arguments.self.as<StrObject>().isAscii());
}

Value isUpper(Context& context, const Arguments& arguments) {
    bool seenUpper = false;
    bool seenOther = false;
    forEachCharacter(context, textOf(arguments.self), [&](CodePoint c) {
        seenOther = seenOther || isLowerCharacter(c.value) || isTitleCharacter(c.value);
        seenUpper = seenUpper || isUpperCharacter(c.value);
    });
    return Value::boolean(seenUpper && !seenOther);
}

Value isLower(Context& context, const Arguments& arguments) {
    bool seenLower = false;
    bool seenOther = false;
    forEachCharacter(context, textOf(arguments.self), [&](CodePoint c) {
        seenOther = seenOther || isUpperCharacter(c.value) || isTitleCharacter(c.value);
        seenLower = seenLower || isLowerCharacter(c.value);
    });
    return Value::boolean(seenLower && !seenOther);
}

// Capitals only at the beginning of a word, small letters only behind one.
Value isTitle(Context& context, const Arguments& arguments) {
    bool holds = true;
    bool seenCased = false;
    bool afterCased = false;
    forEachCharacter(context, textOf(arguments.self), [&](CodePoint c) {
        const bool isCapital = isUpperCharacter(c.value) || isTitleCharacter(c.value);
        const bool isCased = isCapital || isLowerCharacter(c.value);
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
    const std::string_view text = textOf(arguments.self);
    forEachCharacter(context, text, [&](CodePoint c) {
        holds = holds && (isFirst ? startsName(c.value) : continuesName(c.value));
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
