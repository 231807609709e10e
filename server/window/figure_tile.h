// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

class QHBoxLayout;
class QLabel;

namespace keisan::server {

// One figure to be read from afar: its name, small, over its value, large. A button; what it says to a screen
// reader is name and value. Grows with its value but never shrinks, so that its neighbours stand still.
class FigureTile : public QToolButton {
    Q_OBJECT

public:
    explicit FigureTile(QWidget* parent = nullptr);

    void setFigure(const QString& name, const QString& value);
    void addPicture(QWidget* picture); // beside the value
    void forgetWidth();                // it may shrink again, as when the language changes

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void look();

    QLabel* m_name;
    QLabel* m_value;
    QHBoxLayout* m_row;
};

} // namespace keisan::server
