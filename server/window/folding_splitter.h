// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/folding.h"

#include <QSplitter>

namespace keisan::server {

// Panes one below the other, with handles between them. Those that a low window has no room for fold away,
// the least important first, and come back with the room. Whether a pane is visible is the splitter's affair:
// tell it by setWanted.
class FoldingSplitter : public QSplitter {
    Q_OBJECT

public:
    explicit FoldingSplitter(QWidget* parent = nullptr);

    // foldsAs: 0 stays in any case; of the others the one with the greatest number goes first.
    void add(QWidget* pane, int foldsAs = 0);

    // False: the pane is not to be seen, even where there is room.
    void setWanted(const QWidget* pane, bool wanted);

    QSize minimumSizeHint() const override; // of what never folds

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Pane {
        QWidget* widget = nullptr;
        int foldsAs = 0;
        bool wanted = true;
    };

    std::vector<FoldablePart> parts() const;
    void fold();

    std::vector<Pane> m_panes;
};

} // namespace keisan::server
