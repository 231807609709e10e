// SPDX-License-Identifier: MIT
#include "client/window/error_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace keisan::client {

namespace {

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(keisan::client::ErrorWords)
};

struct Explanation {
    const char* type;
    const char* text;
};

// clang-format off
constexpr Explanation kExplanations[] = {
    {"ZeroDivisionError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "A number cannot be divided by zero.")},
    {"SyntaxError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "The expression is not written as Python reads it.")},
    {"NameError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "This name has no value yet.")},
    {"TypeError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "This cannot be done with values of these types.")},
    {"ValueError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "The type is right, but not the value.")},
    {"OverflowError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "The result is too large.")},
    {"IndexError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "There is no element at this place.")},
    {"KeyError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "The dictionary has no such key.")},
    {"AttributeError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "A value of this type has no such attribute.")},
    {"MemoryError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "This needs more memory than is allowed.")},
    {"RecursionError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "This is nested or calls itself too deeply.")},
    {"UnicodeError", QT_TRANSLATE_NOOP("keisan::client::ErrorWords", "This text cannot be converted.")},
};
// clang-format on

} // namespace

QString errorExplanation(const QString& type) {
    if (QLocale().language() == QLocale::English || QLocale().language() == QLocale::C)
        return {};
    const auto* const found =
        std::find_if(std::begin(kExplanations), std::end(kExplanations),
                     [&type](const Explanation& row) { return type == QLatin1String(row.type); });
    return found == std::end(kExplanations) ? QString() : ErrorWords::tr(found->text);
}

QString withoutSource(QString message) {
    return message.remove(QStringLiteral(" (<string>, line 1)"));
}

} // namespace keisan::client
