// SPDX-License-Identifier: MIT
#include "client/window/input_hint.h"

#include "client/window/expression_tokens.h"

#include <QCoreApplication>

namespace keisan::client {

namespace {

using eval::syntax::TokenKind;

constexpr int kMostRadians = 6; // a larger whole number is rather meant in degrees

struct InputHint {
    Q_DECLARE_TR_FUNCTIONS(keisan::client::InputHint)
};

bool isNumber(TokenKind kind) {
    return kind == TokenKind::Integer || kind == TokenKind::Float;
}

QString textOf(const QString& expression, const ExpressionToken& token) {
    return expression.mid(token.start, token.length);
}

bool isAngleInDegrees(const QString& expression, const QList<ExpressionToken>& tokens, qsizetype name) {
    if (name + 3 >= tokens.size() || tokens[name + 1].kind != TokenKind::LeftParenthesis ||
        tokens[name + 2].kind != TokenKind::Integer || tokens[name + 3].kind != TokenKind::RightParenthesis)
        return false;
    const QString function = textOf(expression, tokens[name]);
    const bool isTrigonometric = function == QLatin1String("sin") || function == QLatin1String("cos") ||
                                 function == QLatin1String("tan");
    return isTrigonometric && textOf(expression, tokens[name + 2]).toLongLong() > kMostRadians;
}

// Advice and the change it proposes.
struct Advice {
    QString words;
    HintedChange change;
};

std::optional<Advice> adviceAt(const QString& expression, const QList<ExpressionToken>& tokens,
                               qsizetype place) {
    const ExpressionToken& token = tokens[place];
    if (token.kind == TokenKind::Caret)
        return Advice{InputHint::tr("^ is XOR in Python; the power is **"),
                      {token.start, token.length, QStringLiteral("**")}};
    if (token.kind == TokenKind::Name && isAngleInDegrees(expression, tokens, place)) {
        const ExpressionToken& angle = tokens[place + 2];
        const QString text = textOf(expression, angle);
        return Advice{
            InputHint::tr("radians; for degrees write %1(radians(%2))").arg(textOf(expression, token), text),
            {angle.start, angle.length, QStringLiteral("radians(%1)").arg(text)}};
    }
    const bool isBeforeBracket = isNumber(token.kind) && place + 1 < tokens.size() &&
                                 tokens[place + 1].kind == TokenKind::LeftParenthesis;
    if (isBeforeBracket)
        return Advice{InputHint::tr("a product needs its sign: write %1 * (").arg(textOf(expression, token)),
                      {token.start + token.length, 0, QStringLiteral(" * ")}};
    return std::nullopt;
}

std::optional<Advice> adviceOn(const QString& expression) {
    const QList<ExpressionToken> tokens = tokensOf(expression);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (auto advice = adviceAt(expression, tokens, i))
            return advice;
    }
    const bool isDecimalComma = tokens.size() == 3 && tokens[0].kind == TokenKind::Integer &&
                                tokens[1].kind == TokenKind::Comma && isNumber(tokens[2].kind);
    if (!isDecimalComma)
        return std::nullopt;
    return Advice{InputHint::tr("a tuple; decimals need a point"),
                  {tokens[1].start, tokens[2].start - tokens[1].start, QStringLiteral(".")}};
}

} // namespace

QString inputHint(const QString& expression) {
    const auto advice = adviceOn(expression);
    return advice ? advice->words : QString();
}

std::optional<HintedChange> hintedChange(const QString& expression) {
    const auto advice = adviceOn(expression);
    return advice ? std::optional(advice->change) : std::nullopt;
}

} // namespace keisan::client
