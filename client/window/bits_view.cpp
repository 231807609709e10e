// SPDX-License-Identifier: MIT
#include "client/window/bits_view.h"

#include "common/widgets/colours.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <limits>

namespace keisan::client {

namespace {

constexpr int kMostPerRow = 16;
constexpr int kLeastPerRow = 8;
constexpr int kGroup = 4;
constexpr int kMantissaBits = 52; // of a double; then 11 of the exponent and the sign
constexpr int kSignBit = 63;

} // namespace

BitsView::BitsView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("bitsView"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy fitting(QSizePolicy::Expanding, QSizePolicy::Minimum);
    fitting.setHeightForWidth(true);
    setSizePolicy(fitting);
}

void BitsView::showPattern(const BitPattern& pattern) {
    m_pattern = pattern;
    moveTo(m_current);
    updateGeometry();
    update();
}

// 22 pixels at the usual size of the font; it grows with the zoom.
int BitsView::cellSide() const {
    return std::max(22, fontMetrics().height() * 22 / 15);
}

int BitsView::columnsIn(int width) const {
    const int most = m_pattern ? std::min(kMostPerRow, m_pattern->width()) : kMostPerRow;
    return widthOf(most) <= width ? most : kLeastPerRow;
}

int BitsView::widthOf(int columns) const {
    return columns * cellSide() + (columns / kGroup - 1) * cellSide() / 2;
}

QSize BitsView::sizeHint() const {
    const int width = widthOf(columnsIn(std::numeric_limits<int>::max()));
    return {width, heightForWidth(width)};
}

QSize BitsView::minimumSizeHint() const {
    const int width = widthOf(kLeastPerRow);
    return {width, heightForWidth(std::max(width, this->width()))};
}

int BitsView::heightForWidth(int width) const {
    const int rows = m_pattern ? m_pattern->width() / columnsIn(width) : 1;
    const int legend = m_pattern && m_pattern->isFloat() ? cellSide() * 3 / 2 : 0;
    return rows * cellSide() * 2 + legend;
}

// Each row is two cells high: the numbers stand above the bits.
QRect BitsView::cellRect(int place) const {
    const int columns = columnsIn(width());
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

BitsView::Part BitsView::partOf(int place) const {
    if (!m_pattern->isFloat())
        return Part::Whole;
    return place == kSignBit ? Part::Sign : place >= kMantissaBits ? Part::Exponent : Part::Mantissa;
}

QString BitsView::nameOf(Part part) {
    switch (part) {
    case Part::Whole: break;
    case Part::Sign: return tr("sign");
    case Part::Exponent: return tr("exponent");
    case Part::Mantissa: return tr("mantissa");
    }
    return {};
}

QColor BitsView::tintOf(Part part) const {
    switch (part) {
    case Part::Whole: break;
    case Part::Sign: return widgets::colourOf(widgets::Role::Error, palette());
    case Part::Exponent: return widgets::colourOf(widgets::Role::Function, palette());
    case Part::Mantissa: return widgets::colourOf(widgets::Role::Variable, palette());
    }
    return widgets::colourOf(widgets::Role::Number, palette());
}

void BitsView::paintEvent(QPaintEvent*) {
    if (!m_pattern)
        return;
    QPainter painter(this);
    for (int place = 0; place < m_pattern->width(); ++place)
        paintCell(painter, place);
    if (m_pattern->isFloat())
        paintLegend(painter);
}

void BitsView::paintCell(QPainter& painter, int place) const {
    const QRect cell = cellRect(place).adjusted(1, 1, -1, -1);
    const bool isSet = m_pattern->bit(place);
    const bool isCurrent = place == m_current && hasFocus();
    const QColor tint = tintOf(partOf(place));
    painter.fillRect(cell, isSet ? tint : palette().color(QPalette::Base));
    painter.setPen(isCurrent ? QPen(widgets::colourOf(widgets::Role::Warning, palette()), 3) : QPen(tint, 1));
    painter.drawRect(cell.adjusted(0, 0, -1, -1));
    QFont face = font();
    face.setBold(isSet);
    painter.setFont(face);
    painter.setPen(isSet ? palette().color(QPalette::Base)
                         : widgets::colourOf(widgets::Role::Secondary, palette()));
    painter.drawText(cell, Qt::AlignCenter, isSet ? QStringLiteral("1") : QStringLiteral("0"));
    if (place % kGroup != 0)
        return;
    painter.setFont(font());
    painter.setPen(widgets::colourOf(widgets::Role::Secondary, palette()));
    painter.drawText(cell.adjusted(-cell.width(), -cellSide(), 0, -cellSide()),
                     Qt::AlignRight | Qt::AlignBottom, QString::number(place));
}

// Which tint is what, below the bits.
void BitsView::paintLegend(QPainter& painter) const {
    const int top = cellRect(0).bottom() + cellSide() / 2;
    int left = 0;
    painter.setFont(font());
    for (const Part part : {Part::Sign, Part::Exponent, Part::Mantissa}) {
        const QRect sample(left, top, cellSide() * 2 / 3, cellSide() * 2 / 3);
        painter.fillRect(sample.adjusted(1, 1, -1, -1), tintOf(part));
        const QString name = nameOf(part);
        const QRect words(sample.right() + 4, top, fontMetrics().horizontalAdvance(name) + 2,
                          sample.height());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(words, Qt::AlignVCenter | Qt::TextDontClip, name);
        left = words.right() + cellSide() * 2 / 3;
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
    case Qt::Key_Up: return moveTo(m_current + columnsIn(width()));
    case Qt::Key_Down: return moveTo(m_current - columnsIn(width()));
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
        QToolTip::showText(help->globalPos(), tr("Bit %1 %2").arg(place).arg(nameOf(partOf(place))).trimmed(),
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
