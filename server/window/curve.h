// SPDX-License-Identifier: MIT
#pragma once

#include <QPainterPath>
#include <QRectF>

#include <vector>

namespace keisan::server {

// The line through the values from the left edge of the plot to its right one: 0 lies at its bottom, `most`
// at its top. Empty for less than two values.
QPainterPath curveThrough(const std::vector<double>& values, double most, const QRectF& plot);

// The same with all that lies below it.
QPainterPath areaBelow(const QPainterPath& curve, const QRectF& plot);

} // namespace keisan::server
