// SPDX-License-Identifier: MIT
#include "client/window/keypad.h"

#include <QGridLayout>
#include <QToolButton>

#include <iterator>

namespace keisan::client {

namespace {

constexpr int kColumns = 8;
constexpr int kSmallestSide = 28; // points; what is hit is never smaller

enum class Act { Insert, Backspace, Clear, Evaluate };

struct Key {
    const char* label;
    const char* text; // what it inserts; nullptr: the label
    Act act = Act::Insert;
};

// Row by row.
constexpr Key kKeys[] = {
    {"7", nullptr},
    {"8", nullptr},
    {"9", nullptr},
    {"/", " / "},
    {"(", nullptr},
    {")", nullptr},
    {"⌫", nullptr, Act::Backspace},
    {"C", nullptr, Act::Clear},
    {"4", nullptr},
    {"5", nullptr},
    {"6", nullptr},
    {"×", " * "},
    {"xʸ", " ** "},
    {"x²", " ** 2"},
    {"//", " // "},
    {"%", " % "},
    {"1", nullptr},
    {"2", nullptr},
    {"3", nullptr},
    {"−", " - "},
    {"√", "sqrt("},
    {"π", "pi"},
    {"&", " & "},
    {"|", " | "},
    {"0", nullptr},
    {".", nullptr},
    {",", ", "},
    {"+", " + "},
    {"sin", "sin("},
    {"log", "log("},
    {"_", nullptr},
    {"=", nullptr, Act::Evaluate},
};

} // namespace

Keypad::Keypad(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("keypad"));
    auto* grid = new QGridLayout(this);
    grid->setSpacing(3);
    for (int place = 0; place < static_cast<int>(std::size(kKeys)); ++place) {
        const Key& key = kKeys[place];
        const QString label = QString::fromUtf8(key.label);
        const QString text = key.text == nullptr ? label : QString::fromLatin1(key.text);
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("key ") + label);
        button->setText(QString(label).replace(QLatin1Char('&'), QLatin1String("&&")));
        button->setAccessibleName(label);
        button->setFocusPolicy(Qt::NoFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        button->setMinimumSize(kSmallestSide, kSmallestSide);
        grid->addWidget(button, place / kColumns, place % kColumns);
        connect(button, &QToolButton::clicked, this, [this, act = key.act, text] {
            switch (act) {
            case Act::Insert: return Q_EMIT inserted(text);
            case Act::Backspace: return Q_EMIT backspaced();
            case Act::Clear: return Q_EMIT cleared();
            case Act::Evaluate: return Q_EMIT evaluated();
            }
        });
    }
}

} // namespace keisan::client
