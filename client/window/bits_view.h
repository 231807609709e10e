// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/bit_pattern.h"

#include <QWidget>

namespace keisan::client {

// The bits as cells: rows of 16, or 8 where there is less room, in groups of 4, the highest first, each with
// its number. Arrow keys move, Home and End go to the ends, Space or a click flips. A float's sign, exponent
// and mantissa are labelled.
class BitsView : public QWidget {
    Q_OBJECT

public:
    explicit BitsView(QWidget* parent = nullptr);

    void showPattern(const BitPattern& pattern);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void flipAsked(int place);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    enum class Part { Whole, Sign, Exponent, Mantissa };

    int cellSide() const;
    int columnsIn(int width) const;
    int widthOf(int columns) const;
    QRect cellRect(int place) const;
    int placeAt(QPoint point) const; // -1: none
    Part partOf(int place) const;
    static QString nameOf(Part part);
    QColor tintOf(Part part) const;
    void paintCell(QPainter& painter, int place) const;
    void paintLegend(QPainter& painter) const;
    void moveTo(int place);

    std::optional<BitPattern> m_pattern;
    int m_current = 0;
};

} // namespace keisan::client
