// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

// The table behind character_names.h.
namespace keisan::eval::syntax {

// A graph in which every way from node 0 to an end is a name. A node is a '.' if a name ends there, then its
// edges in the order of their labels, then ';'. An edge is a label (capitals, digits, spaces, hyphens) and
// the number of the node that it leads to, always a later one, as three digits to base 26, 'a' to 'z'.
extern const std::string_view kCharacterNameNodes;

// The code points of the names in sorted order, each as the difference to the one before: twice the
// difference, or twice its amount less one where it is negative, to base 26, the lowest digit first. The
// digits are 'a' to 'z', the last of a number 'A' to 'Z'.
extern const std::string_view kCharacterNameCodes;

struct IdeographRange {
    char32_t first;
    char32_t last;
};
std::span<const IdeographRange> unifiedIdeographs();

} // namespace keisan::eval::syntax
