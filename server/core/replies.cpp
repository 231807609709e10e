// SPDX-License-Identifier: MIT
#include "server/core/replies.h"

#include "common/eval/library/library.h"
#include "common/protocol/structured_codec.h"
#include "common/protocol/utf8.h"
#include "server/core/limit_table.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <string>

namespace keisan::server {
namespace {

// What stands around a list of variables in its reply: version, id (as long as it may be short), names of
// members.
constexpr qsizetype kFrameBytes = 200;

QByteArray bytesOf(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QString stringOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonValue integer(std::uint64_t number) {
    return static_cast<qint64>(number);
}

QJsonObject faultOf(const eval::Error& error) {
    QJsonObject fault{{QStringLiteral("type"), stringOf(eval::errorTypeName(error.type))}};
    if (error.span) {
        fault[u"start"] = integer(error.span->start);
        fault[u"end"] = integer(error.span->end);
    }
    return fault;
}

QJsonObject shownVariable(const eval::Variable& variable) {
    return {{QStringLiteral("name"), stringOf(variable.name)},
            {QStringLiteral("type"), stringOf(variable.typeName)},
            {QStringLiteral("value"), QString::fromUtf8(protocol::withoutControls(bytesOf(variable.text)))}};
}

QJsonObject variablesResult(const std::vector<eval::Variable>& variables, qsizetype replyBytes) {
    QJsonArray list;
    qsizetype bytes = kFrameBytes;
    for (const eval::Variable& variable : variables) {
        const QJsonObject shown = shownVariable(variable);
        bytes += QJsonDocument(shown).toJson(QJsonDocument::Compact).size() + 1;
        if (bytes > replyBytes)
            break;
        list.append(shown);
    }
    QJsonObject result{{QStringLiteral("variables"), list}};
    if (const auto omitted = static_cast<qsizetype>(variables.size()) - list.size(); omitted > 0)
        result[u"omitted"] = omitted;
    return result;
}

void appendName(QJsonArray& names, const std::string& name, std::string_view signature,
                std::string_view help) {
    names.append(QJsonObject{{QStringLiteral("name"), stringOf(name)},
                             {QStringLiteral("signature"), stringOf(signature)},
                             {QStringLiteral("help"), stringOf(help)}});
}

bool isBuiltin(std::string_view name) {
    const auto functions = eval::builtinFunctions();
    return std::any_of(functions.begin(), functions.end(),
                       [name](const eval::Builtin& function) { return function.name == name; });
}

// Without its module's name only where that means this one: a builtin wins.
void appendModule(QJsonArray& names, const eval::ModuleRow& module, bool isNamed) {
    const std::string prefix = isNamed ? std::string(module.name) + '.' : std::string();
    for (const eval::Builtin& function : module.functions) {
        if (isNamed || !isBuiltin(function.name))
            appendName(names, prefix + std::string(function.name), function.signature, function.help);
    }
    for (const eval::AttributeRow& constant : module.constants)
        appendName(names, prefix + std::string(constant.name), {}, constant.help);
}

QJsonArray libraryNames() {
    QJsonArray names;
    for (const eval::Builtin& function : eval::builtinFunctions())
        appendName(names, std::string(function.name), function.signature, function.help);
    for (const eval::TypeRow* type : eval::builtinTypes()) {
        if (type->construct)
            appendName(names, std::string(type->name), type->construct->signature, type->construct->help);
    }
    for (const eval::ModuleRow* module : eval::builtinModules()) {
        if (module->name == "math")
            appendModule(names, *module, false);
        appendModule(names, *module, true);
    }
    return names;
}

protocol::PlainReply tooLong() {
    return {"result too long", true};
}

} // namespace

protocol::PlainReply replyOf(const eval::Outcome& outcome, const ServerLimits& limits) {
    const auto* error = std::get_if<eval::Error>(&outcome.result);
    const std::string_view whole = error ? error->message : std::get<eval::Answer>(outcome.result).text;
    if (static_cast<qsizetype>(whole.size()) > limits.replyBytes) // which never gets shorter
        return tooLong();
    const auto text = protocol::withoutControls(
        QByteArray::fromRawData(whole.data(), static_cast<qsizetype>(whole.size())), limits.replyBytes);
    return text ? protocol::PlainReply{*text, error != nullptr} : tooLong();
}

QByteArray evaluationFrame(const QJsonValue& id, const Evaluated& evaluated,
                           const protocol::PlainReply& reply) {
    if (reply.isError) {
        const auto* error = std::get_if<eval::Error>(&evaluated.outcome.result);
        const QJsonObject data = error ? faultOf(*error) : faultOf({eval::ErrorType::LimitError, {}, {}});
        return protocol::encodeFault(id, protocol::kEvaluationFailed, reply.text, data);
    }
    const auto& answer = std::get<eval::Answer>(evaluated.outcome.result);
    return protocol::encodeValue(id, reply.text,
                                 {{QStringLiteral("type"), stringOf(answer.typeName)},
                                  {QStringLiteral("number"), integer(answer.number)},
                                  {QStringLiteral("cost"), integer(evaluated.outcome.cost)},
                                  {QStringLiteral("elapsed_us"), evaluated.elapsedNs / 1000}});
}

QByteArray faultFrame(const QJsonValue& id, const eval::Error& error) {
    return protocol::encodeFault(id, protocol::kEvaluationFailed, error.message, faultOf(error));
}

QJsonObject helloResult(const ServerLimits& limits) {
    QJsonObject shown;
    for (const LimitRow& row : limitRows())
        shown[row.helloName] = integer(row.get(limits));
    return {{QStringLiteral("server"), QStringLiteral("Keisan")},
            {QStringLiteral("version"), QStringLiteral(KEISAN_VERSION)},
            {QStringLiteral("protocol"), protocol::kProtocolVersion},
            {QStringLiteral("limits"), shown}};
}

// Put together once: they are the same for everybody, and whoever asks again and again holds up the others.
QJsonObject namesResult() {
    static const QJsonObject result{{QStringLiteral("names"), libraryNames()}};
    return result;
}

eval::Outcome variablesFrame(const QJsonValue& id, const eval::Session& session, qsizetype replyBytes,
                             const eval::Limits& limits, const std::stop_token& stop) {
    auto listed = eval::variables(session, limits, stop);
    if (auto* error = std::get_if<eval::Error>(&listed))
        return {std::move(*error)};
    const auto& variables = std::get<std::vector<eval::Variable>>(listed);
    return {
        eval::Answer{protocol::encodeResult(id, variablesResult(variables, replyBytes)).toStdString(), {}}};
}

} // namespace keisan::server
