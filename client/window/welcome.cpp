// SPDX-License-Identifier: MIT
#include "client/window/welcome.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace keisan::client {

namespace {

constexpr std::array kExamples{"0.1 + 0.2", "2 ** 100", "(1 + 2) * 3", "0xff & 0b1010",
                               "[n * n for n in range(5)]"};
constexpr int kSpace = 10;          // round the examples
constexpr int kMinTarget = 24;      // what is clicked is at least this high
constexpr double kTitleSize = 1.25; // of the window's font

} // namespace

Welcome::Welcome(QWidget* parent) : QWidget(parent), m_title(new QLabel(this)), m_keys(new QLabel(this)) {
    setObjectName(QStringLiteral("welcome"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_title);
    column->addSpacing(kSpace);
    for (const char* example : kExamples) {
        const QString expression = QString::fromLatin1(example);
        auto* button =
            new QPushButton(QString(expression).replace(QLatin1Char('&'), QStringLiteral("&&")), this);
        button->setObjectName(QStringLiteral("example"));
        button->setFlat(true);
        button->setAccessibleName(expression);
        button->setMinimumHeight(kMinTarget);
        column->addWidget(button, 0, Qt::AlignHCenter);
        m_examples << button;
        connect(button, &QPushButton::clicked, this,
                [this, expression] { Q_EMIT exampleChosen(expression); });
    }
    column->addSpacing(kSpace);
    column->addWidget(m_keys);
    column->addStretch();
    for (QLabel* label : {m_title, m_keys}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_keys->setForegroundRole(QPalette::PlaceholderText);
    fitFonts();
    paintAsLinks();
    retranslate();
}

// They look like what they are: something to click.
void Welcome::paintAsLinks() {
    for (QPushButton* button : m_examples) {
        QPalette faces;
        faces.setColor(QPalette::ButtonText, palette().color(QPalette::Link));
        button->setPalette(faces);
        button->setCursor(Qt::PointingHandCursor);
    }
}

// What is ours follows the window's font, which is the zoom.
void Welcome::fitFonts() {
    QFont title = font();
    title.setPointSizeF(font().pointSizeF() * kTitleSize);
    m_title->setFont(title);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    for (QPushButton* button : m_examples)
        button->setFont(fixed);
}

void Welcome::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void Welcome::fit() {
    const auto heightOf = [this](const QWidget& part) {
        return part.hasHeightForWidth() ? part.heightForWidth(width()) : part.sizeHint().height();
    };
    int room = height() - 2 * kSpace - heightOf(*m_title);
    for (QPushButton* button : m_examples) {
        room -= std::max(heightOf(*button), kMinTarget);
        button->setVisible(room >= 0);
    }
    m_keys->setVisible(room >= heightOf(*m_keys));
}

void Welcome::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitFonts();
    else if (event->type() == QEvent::PaletteChange)
        paintAsLinks();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        fit();
    QWidget::changeEvent(event);
}

void Welcome::retranslate() {
    m_title->setText(tr("Type an expression and press Enter."));
    m_keys->setText(tr("Up: last expression     Ctrl+Space: names     F1: all keys"));
}

} // namespace keisan::client
