// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/row_loader.h"

#include "ui/base/text.h"

#include <algorithm>
#include <utility>

namespace rotascope {
namespace {

bool covers(const RowRange& whole, const RowRange& part)
{
    return whole.firstRow <= part.firstRow && part.firstRow + part.rows <= whole.firstRow + whole.rows
        && whole.firstDimension <= part.firstDimension && part.firstDimension + part.dimensions <= whole.firstDimension + whole.dimensions;
}

// What is read ahead, in halves of what is seen.
constexpr std::int64_t readAhead = 4;
// It is read again when less than this is left.
constexpr std::int64_t leastAhead = 1;

} // namespace

Expected<ChosenValues> readPlaces(const RecordedRows& rows, const ChosenRows* chosen, const RowRange& range, const std::stop_token& stop)
{
    return chosen != nullptr
        ? chosen->read(range, stop)
        : rows.read(range, stop).map([](RowValues&& values) { return ChosenValues{.values = std::move(values), .rows = {}}; });
}

RowLoader::RowLoader(QObject* parent) : QObject(parent), m_job({.finished = [this](const Expected<Values>& values) { finish(values); }}) { }

void RowLoader::setRows(std::shared_ptr<const RecordedRows> rows, std::shared_ptr<const ChosenRows> chosen)
{
    m_job.cancel();
    m_rows = std::move(rows);
    m_chosen = std::move(chosen);
    m_values = nullptr;
    m_asked.reset();
    m_failure.clear();
}

std::int64_t RowLoader::places() const
{
    return m_chosen ? m_chosen->count() : m_rows ? m_rows->rows() : 0;
}

RowRange RowLoader::clipped(const RowRange& range) const
{
    const std::int64_t firstRow = std::clamp<std::int64_t>(range.firstRow, 0, places());
    const std::size_t firstDimension = std::min(range.firstDimension, m_rows->dimensions());
    return {firstRow, std::clamp<std::int64_t>(range.firstRow + range.rows - firstRow, 0, places() - firstRow), firstDimension,
        std::min(range.firstDimension + range.dimensions - firstDimension, m_rows->dimensions() - firstDimension)};
}

RowRange RowLoader::grown(const RowRange& range, std::int64_t pages) const
{
    const std::int64_t rows = (range.rows + 1) / 2 * pages;
    const std::size_t dimensions = (range.dimensions + 1) / 2 * static_cast<std::size_t>(pages);
    const std::size_t before = std::min(range.firstDimension, dimensions);
    return clipped({range.firstRow - rows, range.rows + 2 * rows, range.firstDimension - before, range.dimensions + before + dimensions});
}

void RowLoader::look(const RowRange& seen)
{
    if (!m_rows) {
        return;
    }
    const RowRange needed = grown(clipped(seen), leastAhead);
    if ((m_values && covers(m_values->values.range, needed)) || (m_asked && covers(*m_asked, needed))) {
        return;
    }
    m_asked = grown(clipped(seen), readAhead);
    m_job.request([rows = m_rows, chosen = m_chosen, range = *m_asked](const Job<Values>::Run& run) {
        return readPlaces(*rows, chosen.get(), range, run.stop()).map([](ChosenValues&& values) {
            return std::make_shared<const ChosenValues>(std::move(values));
        });
    });
}

void RowLoader::finish(const Expected<Values>& values)
{
    if (values) {
        m_values = *values;
        m_asked.reset();
    }
    m_failure = values ? QString() : translated(values.error().message);
    emit changed();
}

std::optional<std::int64_t> RowLoader::row(std::int64_t place) const
{
    if (!m_chosen) {
        return place;
    }
    return m_values && covers(m_values->values.range, {place, 1, m_values->values.range.firstDimension, 0})
        ? std::optional(m_values->rows[static_cast<std::size_t>(place - m_values->values.range.firstRow)])
        : std::nullopt;
}

std::optional<std::int64_t> RowLoader::position(std::int64_t place, int axis) const
{
    if (!m_values || !covers(m_values->values.range, {place, 1, m_values->values.range.firstDimension, 0})) {
        return std::nullopt;
    }
    const RowValues& values = m_values->values;
    const auto index = static_cast<std::size_t>((place - values.range.firstRow) * m_rows->axes() + axis);
    return index < values.positions.size() ? std::optional(values.positions[index]) : std::nullopt;
}

std::optional<float> RowLoader::angle(std::int64_t place, std::size_t dimension) const
{
    if (!m_values || !covers(m_values->values.range, {place, 1, dimension, 1})) {
        return std::nullopt;
    }
    const RowRange& range = m_values->values.range;
    return m_values->values.angles[static_cast<std::size_t>(place - range.firstRow) * range.dimensions + dimension - range.firstDimension];
}

} // namespace rotascope
