// SPDX-License-Identifier: MIT
#include "server/window/folding_row.h"

#include <QEvent>
#include <QHBoxLayout>

namespace keisan::server {

FoldingRow::FoldingRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {}

void FoldingRow::add(QWidget* widget, int foldsAs, int stretch) {
    m_row->addWidget(widget, stretch);
    m_parts.push_back({widget, foldsAs, true});
}

void FoldingRow::addStretch() {
    m_row->addStretch();
}

void FoldingRow::setWanted(const QWidget* widget, bool wanted) {
    for (Part& part : m_parts)
        if (part.widget == widget)
            part.wanted = wanted;
    fold();
}

std::vector<FoldablePart> FoldingRow::parts() const {
    std::vector<FoldablePart> parts;
    for (const Part& part : m_parts)
        parts.push_back({leastSize(*part.widget).width(), part.foldsAs, part.wanted});
    return parts;
}

QSize FoldingRow::minimumSizeHint() const {
    const QMargins margins = m_row->contentsMargins();
    return {leastLength(parts(), m_row->spacing()) + margins.left() + margins.right(),
            m_row->minimumSize().height()};
}

void FoldingRow::fold() {
    const std::vector<bool> seen = whatFits(parts(), m_row->spacing(), m_row->contentsRect().width());
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (m_parts[i].widget->isHidden() == seen[i])
            m_parts[i].widget->setVisible(seen[i]);
}

void FoldingRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

// A widget that has become wider, as in another language, asks for a new layout.
bool FoldingRow::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return QWidget::event(event);
}

} // namespace keisan::server
