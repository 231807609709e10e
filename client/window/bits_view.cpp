// SPDX-License-Identifier: MIT
#include "client/window/bits_view.h"

#include "common/widgets/colours.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace keisan::client {

namespace {

constexpr int kPerRow = 16;
constexpr int kGroup = 4;
constexpr int kMantissaBits = 52; // of a double; then 11 of the exponent and the sign
constexpr int kSignBit = 63;

} // namespace

BitsView::BitsView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("bitsView"));
    setFocusPolicy(Qt::StrongFocus);
}

void BitsView::showPattern(const BitPattern& pattern) {
    m_pattern = pattern;
    moveTo(m_current);
    updateGeometry();
    update();
}

int BitsView::cellSide() const {
    return std::max(18, fontMetrics().height() + 4);
}

QSize BitsView::sizeHint() const {
    const int rows = m_pattern ? std::max(1, m_pattern->width() / kPerRow) : 1;
    const int columns = m_pattern ? std::min(kPerRow, m_pattern->width()) : kPerRow;
    const int side = cellSide();
    return {columns * side + (columns / kGroup) * side / 2, rows * side * 2};
}

// Each row is two cells high: the numbers stand above the bits.
QRect BitsView::cellRect(int place) const {
    const int columns = std::min(kPerRow, m_pattern->width());
    const int fromTop = m_pattern->width() - 1 - place;
    const int row = fromTop / columns;
    const int column = fromTop % columns;
    const int side = cellSide();
    return {column * side + (column / kGroup) * side / 2, row * side * 2 + side, side, side};
}

int BitsView::placeAt(QPoint point) const {
    for (int place = 0; m_pattern && place < m_pattern->width(); ++place) {
        if (cellRect(place).contains(point))
            return place;
    }
    return -1;
}

QString BitsView::partName(int place) const {
    if (!m_pattern->isFloat())
        return {};
    return place == kSignBit ? tr("sign") : place >= kMantissaBits ? tr("exponent") : tr("mantissa");
}

void BitsView::paintEvent(QPaintEvent*) {
    if (!m_pattern)
        return;
    QPainter painter(this);
    const auto colour = [this](widgets::Role role) { return widgets::colourOf(role, palette()); };
    for (int place = 0; place < m_pattern->width(); ++place) {
        const QRect cell = cellRect(place).adjusted(1, 1, -1, -1);
        const bool isSet = m_pattern->bit(place);
        const QString part = partName(place);
        const widgets::Role role = part.isEmpty()           ? widgets::Role::Number
                                   : place == kSignBit      ? widgets::Role::Error
                                   : place >= kMantissaBits ? widgets::Role::Function
                                                            : widgets::Role::Variable;
        painter.fillRect(cell, isSet ? colour(role) : palette().color(QPalette::Base));
        painter.setPen(colour(place == m_current && hasFocus() ? widgets::Role::Warning : role));
        painter.drawRect(cell);
        QFont font = painter.font();
        font.setBold(isSet);
        painter.setFont(font);
        painter.setPen(isSet ? palette().color(QPalette::Base) : colour(widgets::Role::Secondary));
        painter.drawText(cell, Qt::AlignCenter, isSet ? QStringLiteral("1") : QStringLiteral("0"));
        if (place % kGroup == 0) {
            font.setBold(false);
            painter.setFont(font);
            painter.setPen(colour(widgets::Role::Secondary));
            painter.drawText(cell.adjusted(-cell.width(), -cellSide(), 0, -cellSide()),
                             Qt::AlignRight | Qt::AlignBottom, QString::number(place));
        }
        if (place == m_current && hasFocus()) {
            painter.setPen(QPen(colour(widgets::Role::Warning), 2));
            painter.drawRect(cell);
        }
    }
}

void BitsView::mousePressEvent(QMouseEvent* event) {
    const int place = placeAt(event->position().toPoint());
    if (place < 0)
        return;
    moveTo(place);
    Q_EMIT flipAsked(place);
}

void BitsView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left: return moveTo(m_current + 1);
    case Qt::Key_Right: return moveTo(m_current - 1);
    case Qt::Key_Up: return moveTo(m_current + kPerRow);
    case Qt::Key_Down: return moveTo(m_current - kPerRow);
    case Qt::Key_H:
    case Qt::Key_Home: return moveTo(BitPattern::kMaxWidth);
    case Qt::Key_L:
    case Qt::Key_End: return moveTo(0);
    case Qt::Key_Space: return Q_EMIT flipAsked(m_current);
    default: QWidget::keyPressEvent(event);
    }
}

bool BitsView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int place = placeAt(help->pos());
    if (place >= 0)
        QToolTip::showText(help->globalPos(), tr("Bit %1 %2").arg(place).arg(partName(place)).trimmed(),
                           this);
    return true;
}

void BitsView::moveTo(int place) {
    if (!m_pattern)
        return;
    m_current = std::clamp(place, 0, m_pattern->width() - 1);
    const QString value = m_pattern->bit(m_current) ? QStringLiteral("1") : QStringLiteral("0");
    setAccessibleDescription(tr("Bit %1 is %2").arg(m_current).arg(value));
    update();
}

} // namespace keisan::client
