// SPDX-License-Identifier: MIT
#include "client/window/mode_words.h"

#include "client/window/duration_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace keisan::client {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keisan::client::modeWords)
};

QString tipOf(const CalculatorClient::Status& status, std::optional<qint64> latencyNs) {
    QStringList lines{status.address.text()};
    if (!status.server.isEmpty() && status.mode == CalculatorClient::Mode::Structured)
        lines << Words::tr("Server: %1 %2").arg(status.server, status.version);
    lines << Words::tr("Connected since %1")
                 .arg(QLocale().toString(status.connectedSince.time(), QLocale::ShortFormat));
    if (latencyNs)
        lines << Words::tr("Latency: %1").arg(durationText(*latencyNs));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ModeWords modeWords(const CalculatorClient::Status& status, std::optional<qint64> latencyNs) {
    if (status.state != CalculatorClient::State::Connected || status.mode == CalculatorClient::Mode::Unknown)
        return {};
    ModeWords words;
    words.tip = tipOf(status, latencyNs);
    if (status.mode == CalculatorClient::Mode::Plain) {
        words.label = Words::tr("plain");
        words.explanation = Words::tr(
            "The server speaks the plain protocol: one line there, one line back. There is no preview, "
            "no list of variables, and the place of an error is known only where this program finds it "
            "itself. To stop an evaluation the connection is reset and made again.");
        return words;
    }
    words.label =
        latencyNs ? Words::tr("structured %1").arg(durationText(*latencyNs)) : Words::tr("structured");
    words.explanation = Words::tr(
        "The server speaks the structured protocol: it tells types, the place of an error, variables "
        "and previews, and stops an evaluation without losing the connection. The time is how long a "
        "ping takes there and back, asked for every 10 seconds.");
    return words;
}

} // namespace keisan::client
