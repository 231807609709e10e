// SPDX-License-Identifier: MIT
#include "common/protocol/codec.h"

#include "common/protocol/structured_codec.h"
#include "common/protocol/utf8.h"

namespace keisan::protocol {
namespace {

constexpr QByteArrayView kErrorPrefix = "Error: ";
constexpr QByteArrayView kQuit = "quit";

} // namespace

Request decodeRequest(const Line& line, qsizetype maxLineBytes) {
    if (isStructured(line))
        return decodeStructuredRequest(line);
    if (line.tooLong)
        return RefusedRequest{{}, "line longer than " + QByteArray::number(maxLineBytes) + " bytes"};
    if (auto fault = utf8Fault(line.text))
        return RefusedRequest{line.text, *fault};
    const QByteArrayView text = trimmed(line.text);
    if (text.isEmpty())
        return BlankRequest{};
    if (text == kQuit)
        return QuitRequest{};
    return EvaluateRequest{text.size() == line.text.size() ? line.text : text.toByteArray(), {}, false};
}

std::optional<QByteArrayView> plainExpression(const LineView& line) {
    if (line.tooLong || isStructured(line) || utf8Fault(line.text))
        return std::nullopt;
    const QByteArrayView text = trimmed(line.text);
    return text == kQuit ? std::nullopt : std::optional(text);
}

Request refusedRequest(const Line& line, const QByteArray& reason) {
    if (isStructured(line))
        return FaultyRequest{QJsonValue::Null, kNotARequest, reason};
    return RefusedRequest{{}, reason};
}

void appendReply(QByteArray& lines, const PlainReply& reply) {
    if (reply.isError)
        lines.append(kErrorPrefix);
    lines.append(withoutControls(reply.text));
    lines.append('\n');
}

QByteArray encodeReply(const PlainReply& reply) {
    QByteArray line;
    line.reserve(kErrorPrefix.size() + reply.text.size() + 1);
    appendReply(line, reply);
    return line;
}

QByteArray encodeRequest(QByteArrayView expression) {
    QByteArray line = expression.toByteArray();
    line.append('\n');
    return line;
}

QByteArray encodeQuit() {
    return encodeRequest(kQuit);
}

PlainReply decodeReply(QByteArrayView line) {
    if (line.startsWith(kErrorPrefix))
        return {line.sliced(kErrorPrefix.size()).toByteArray(), true};
    return {line.toByteArray(), false};
}

} // namespace keisan::protocol
