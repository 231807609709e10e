// SPDX-License-Identifier: MIT
#include "server/window/models/client_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace keisan::server {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ClientText)
};

constexpr quint64 kWrittenOut = 1'000'000; // costs below it stand with all their digits

QString threeDigits(double number) {
    return QLocale().toString(number, 'f', number < 10 ? 2 : number < 100 ? 1 : 0);
}

} // namespace

QString idleText(qint64 ms) {
    const qint64 s = std::max<qint64>(ms, 0) / 1000;
    if (s < 60)
        return Words::tr("%1 s").arg(s);
    if (s < 3600)
        return Words::tr("%1 min").arg(s / 60);
    return Words::tr("%1 h").arg(s / 3600);
}

QString bytesText(quint64 bytes) {
    const int decimals = bytes < 10 * 1024 ? 1 : 0;
    return bytes < 1024 ? Words::tr("%1 B").arg(bytes)
                        : QLocale().formattedDataSize(static_cast<qint64>(bytes), decimals,
                                                      QLocale::DataSizeTraditionalFormat);
}

QString costText(quint64 cost) {
    if (cost < kWrittenOut)
        return QLocale().toString(cost);
    static constexpr std::array kSigns{'M', 'G', 'T', 'P', 'E'};
    auto number = static_cast<double>(cost) / 1e6;
    std::size_t sign = 0;
    for (; number >= 999.5 && sign + 1 < kSigns.size(); ++sign)
        number /= 1000;
    return threeDigits(number) + QLatin1Char(' ') + QLatin1Char(kSigns[sign]);
}

} // namespace keisan::server
