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

} // namespace

QString inputHint(const QString& expression) {
    const QList<ExpressionToken> tokens = tokensOf(expression);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const ExpressionToken& token = tokens[i];
        if (token.kind == TokenKind::Caret)
            return InputHint::tr("^ is XOR in Python; the power is **");
        if (token.kind == TokenKind::Name && isAngleInDegrees(expression, tokens, i)) {
            const QString angle = textOf(expression, tokens[i + 2]);
            return InputHint::tr("radians; for degrees write %1(radians(%2))")
                .arg(textOf(expression, token), angle);
        }
        if (i + 1 < tokens.size() && isNumber(token.kind) && tokens[i + 1].kind == TokenKind::LeftParenthesis)
            return InputHint::tr("a product needs its sign: write %1 * (").arg(textOf(expression, token));
    }
    const bool isDecimalComma = tokens.size() == 3 && tokens[0].kind == TokenKind::Integer &&
                                tokens[1].kind == TokenKind::Comma && isNumber(tokens[2].kind);
    return isDecimalComma ? InputHint::tr("a tuple; decimals need a point") : QString();
}

} // namespace keisan::client
