// SPDX-License-Identifier: MIT
#include "server/core/amount.h"

#include <array>
#include <cmath>
#include <span>

namespace keisan::server {
namespace {

struct Suffix {
    const char* text; // lower case
    double factor;
};

constexpr double kKiB = 1024;
constexpr std::array<Suffix, 1> kCounts{{{"", 1}}};
constexpr std::array<Suffix, 10> kSizes{{{"", 1},
                                         {"bytes", 1},
                                         {"kib", kKiB},
                                         {"k", kKiB},
                                         {"mib", kKiB* kKiB},
                                         {"m", kKiB* kKiB},
                                         {"gib", kKiB* kKiB* kKiB},
                                         {"g", kKiB* kKiB* kKiB},
                                         {"tib", kKiB* kKiB* kKiB* kKiB},
                                         {"t", kKiB* kKiB* kKiB* kKiB}}};
constexpr std::array<Suffix, 3> kTimes{{{"", 1000}, {"s", 1000}, {"ms", 1}}};

// Whole numbers below are exact as doubles.
constexpr double kEndOfExact = 9'007'199'254'740'992.0;

std::span<const Suffix> suffixesOf(Unit unit) {
    switch (unit) {
    case Unit::Bytes: return kSizes;
    case Unit::Milliseconds: return kTimes;
    case Unit::Count:
    case Unit::Bits: break;
    }
    return kCounts;
}

qsizetype digitsAtStart(QStringView text) {
    qsizetype length = 0;
    while (length < text.size() && (text[length].isDigit() || text[length] == u',' || text[length] == u'.'))
        ++length;
    return length;
}

QString grouped(quint64 number) {
    QString text = QString::number(number);
    for (qsizetype place = text.size() - 3; place > 0; place -= 3)
        text.insert(place, u',');
    return text;
}

} // namespace

std::optional<quint64> parseAmount(QStringView text, Unit unit) {
    text = text.trimmed();
    const qsizetype length = digitsAtStart(text);
    const QString word = text.sliced(length).trimmed().toString().toLower();
    bool isNumber = false;
    const double number = text.first(length).toString().remove(u',').toDouble(&isNumber);
    for (const Suffix& suffix : suffixesOf(unit)) {
        const double amount = number * suffix.factor;
        if (isNumber && word == QLatin1StringView(suffix.text))
            return amount < kEndOfExact && amount == std::floor(amount)
                       ? std::optional(static_cast<quint64>(amount))
                       : std::nullopt;
    }
    return std::nullopt;
}

QString amountText(quint64 amount, Unit unit) {
    if (unit == Unit::Milliseconds)
        return amount % 1000 == 0 ? grouped(amount / 1000) + QStringLiteral(" s")
                                  : grouped(amount) + QStringLiteral(" ms");
    if (unit != Unit::Bytes || amount == 0)
        return grouped(amount);
    static constexpr std::array kNames{" bytes", " KiB", " MiB", " GiB", " TiB"};
    std::size_t name = 0;
    for (; amount % 1024 == 0 && name + 1 < kNames.size(); ++name)
        amount /= 1024;
    return grouped(amount) + QLatin1StringView(kNames.at(name));
}

} // namespace keisan::server
