// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/tour/tour.h"

#include <QString>
#include <cstddef>
#include <vector>

namespace rotascope {

/// A tour that can be chosen.
struct TourEntry {
    QString file; ///< a resource, or a file of the user's
    QString title;
    QString summary; ///< a sentence; of a file that is no tour: what is wrong with it
    std::size_t resumesAt = 0; ///< the step where the user left it; 0: it begins at the first

    /// The title, and where the tour goes on.
    [[nodiscard]] QString listedTitle() const;
};

/// The tours that come with the program, in the order in which they are meant to be taken, then the user's own: `tours` in the folder
/// that the user's data of this program is in, by name.
std::vector<TourEntry> tours();
/// Where the user's own are looked for.
QString folderOfOwnTours();

Expected<Tour> openTour(const QString& file);
/// A text of a tour in the language of the window.
QString textOf(const TourText& text);

/// The step where the user left a tour.
std::size_t placeInTour(const Tour& tour);
/// 0: it was not begun, or is over.
void keepPlaceInTour(const Tour& tour, std::size_t step);

} // namespace rotascope
