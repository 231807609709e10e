// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/folding.h"

#include <QWidget>

class QHBoxLayout;

namespace keisan::server {

// Widgets side by side. Those that a narrow window has no room for fold away, the least important first, and
// come back with the room; what they do must be reachable elsewhere, too. Whether one of them is visible is
// this row's affair: tell it by setWanted.
class FoldingRow : public QWidget {
    Q_OBJECT

public:
    explicit FoldingRow(QWidget* parent = nullptr);

    // foldsAs: 0 stays in any case; of the others the one with the greatest number goes first.
    void add(QWidget* widget, int foldsAs = 0, int stretch = 0);
    void addStretch();

    // False: the widget is not to be seen, even where there is room.
    void setWanted(const QWidget* widget, bool wanted);

    QSize minimumSizeHint() const override; // of what never folds

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Part {
        QWidget* widget = nullptr;
        int foldsAs = 0;
        bool wanted = true;
    };

    std::vector<FoldablePart> parts() const;
    void fold();

    QHBoxLayout* m_row;
    std::vector<Part> m_parts;
};

} // namespace keisan::server
