// SPDX-License-Identifier: MIT
#include "client/window/bits_pane.h"

#include "client/window/bits_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace keisan::client {

namespace {

constexpr int kWidths[] = {0, 8, 16, 32, 64, 128};

constexpr double kBitsPerDigit = 3.321928; // of a decimal one

struct Button {
    const char* text;
    void (BitPattern::*deed)();
};

constexpr Button kButtons[] = {{"~", &BitPattern::invert},
                               {"<< 1", &BitPattern::shiftLeft},
                               {">> 1", &BitPattern::shiftRight},
                               {"⇄", &BitPattern::swapBytes}};

} // namespace

BitsPane::BitsPane(Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_width(new QComboBox(this))
    , m_signed(new QCheckBox(this))
    , m_words(new QLabel(this))
    , m_area(new QScrollArea(this))
    , m_view(new BitsView(this))
    , m_buttons(new QWidget(this)) {
    setObjectName(QStringLiteral("bitsPane"));
    m_width->setObjectName(QStringLiteral("bitsWidth"));
    m_signed->setObjectName(QStringLiteral("bitsSigned"));
    m_words->setObjectName(QStringLiteral("bitsWords"));
    m_words->setWordWrap(true);
    for (const int width : kWidths)
        m_width->addItem(QString::number(width), width);
    m_width->setCurrentIndex(std::max(0, m_width->findData(settings.wordBits)));
    m_signed->setChecked(settings.signedBits);
    m_area->setWidget(m_view);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* top = new QHBoxLayout;
    top->addWidget(m_width);
    top->addWidget(m_signed);
    top->addStretch();
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (const Button& entry : kButtons) {
        auto* button = new QToolButton(m_buttons);
        button->setText(QString::fromUtf8(entry.text));
        connect(button, &QToolButton::clicked, this, [this, deed = entry.deed] { change(deed); });
        row->addWidget(button);
    }
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_words);
    column->addWidget(m_buttons);
    column->addWidget(m_area, 1);
    connect(m_width, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.wordBits = m_width->currentData().toInt();
        showPattern();
    });
    connect(m_signed, &QCheckBox::toggled, this, [this](bool isSigned) {
        m_settings.signedBits = isSigned;
        showPattern();
    });
    connect(m_view, &BitsView::flipAsked, this, [this](int place) {
        m_pattern->flip(place);
        tellPattern();
    });
    retranslate();
}

void BitsPane::showItem(const HistoryItem& item) {
    m_answer = item.state == ItemState::Answered && item.isWhole() ? item.answer : QByteArray();
    showPattern();
}

void BitsPane::showPattern() {
    m_pattern = BitPattern::of(m_answer, m_settings.wordBits, m_settings.signedBits);
    m_area->setVisible(m_pattern.has_value());
    m_buttons->setVisible(m_pattern.has_value());
    if (m_pattern)
        m_view->showPattern(*m_pattern);
    fitArea();
    retranslate();
}

// Beside the bar that scrolls them down the bits never have to be scrolled sideways.
void BitsPane::fitArea() {
    m_area->setMinimumWidth(m_view->minimumSizeHint().width() +
                            m_area->verticalScrollBar()->sizeHint().width());
}

void BitsPane::change(void (BitPattern::*deed)()) {
    (*m_pattern.*deed)();
    tellPattern();
}

void BitsPane::tellPattern() {
    m_view->showPattern(*m_pattern);
    Q_EMIT literalMade(QString::fromLatin1(m_pattern->literal()));
}

void BitsPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitArea();
    QWidget::changeEvent(event);
}

void BitsPane::retranslate() {
    m_width->setItemText(0, tr("Size that fits"));
    for (int index = 1; index < m_width->count(); ++index)
        m_width->setItemText(index, tr("%1 bits").arg(m_width->itemData(index).toInt()));
    m_width->setAccessibleName(tr("Number of bits"));
    m_signed->setText(tr("Signed"));
    m_view->setAccessibleName(tr("Bits"));
    const auto buttons = m_buttons->findChildren<QToolButton*>();
    const QStringList names{tr("Invert all bits"), tr("Shift left by one"), tr("Shift right by one"),
                            tr("Swap the bytes")};
    for (qsizetype i = 0; i < buttons.size() && i < names.size(); ++i) {
        buttons[i]->setAccessibleName(names[i]);
        buttons[i]->setToolTip(names[i]);
    }
    m_words->setText(!m_pattern && isIntText(m_answer)
                         ? tr("Needs about %1 bits: too many to show")
                               .arg(QLocale().toString(static_cast<qint64>(
                                   static_cast<double>(digitCount(m_answer)) * kBitsPerDigit)))
                     : !m_pattern ? tr("Choose an answer that is an int or a float.")
                     : m_pattern->isFloat()
                         ? tr("IEEE 754 double: 1 sign bit, 11 of the exponent, 52 of the mantissa")
                     : m_pattern->isPart() ? tr("Needs %1 bits: only its lowest %2 are shown")
                                                 .arg(m_pattern->neededWidth())
                                                 .arg(m_pattern->width())
                                           : tr("%1 bits, two's complement").arg(m_pattern->width()));
}

} // namespace keisan::client
