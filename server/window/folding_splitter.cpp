// SPDX-License-Identifier: MIT
#include "server/window/folding_splitter.h"

namespace keisan::server {

FoldingSplitter::FoldingSplitter(QWidget* parent) : QSplitter(Qt::Vertical, parent) {
    setChildrenCollapsible(false);
}

void FoldingSplitter::add(QWidget* pane, int foldsAs) {
    addWidget(pane);
    m_panes.push_back({pane, foldsAs, true});
}

void FoldingSplitter::setWanted(const QWidget* pane, bool wanted) {
    for (Pane& known : m_panes)
        if (known.widget == pane)
            known.wanted = wanted;
    fold();
}

std::vector<FoldablePart> FoldingSplitter::parts() const {
    std::vector<FoldablePart> parts;
    for (const Pane& pane : m_panes)
        parts.push_back({leastSize(*pane.widget).height(), pane.foldsAs, pane.wanted});
    return parts;
}

QSize FoldingSplitter::minimumSizeHint() const {
    return {QSplitter::minimumSizeHint().width(), leastLength(parts(), handleWidth())};
}

void FoldingSplitter::fold() {
    const std::vector<bool> seen = whatFits(parts(), handleWidth(), height());
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (m_panes[i].widget->isHidden() == seen[i])
            m_panes[i].widget->setVisible(seen[i]);
}

void FoldingSplitter::resizeEvent(QResizeEvent* event) {
    fold();
    QSplitter::resizeEvent(event);
}

} // namespace keisan::server
