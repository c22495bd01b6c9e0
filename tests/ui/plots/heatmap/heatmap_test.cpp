// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/heatmap/heatmap.h"

#include <QHelpEvent>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

using namespace rotascope;

class HeatmapTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Heatmap> m_map;

    QColor colorAt(int row, int column) const { return m_map->grab().toImage().pixelColor(m_map->positionOf(row, column).toPoint()); }

private slots:
    void init()
    {
        m_map = std::make_unique<Heatmap>();
        m_map->resize(400, 300);
        m_map->setTitle(QStringLiteral("title"));
        m_map->setScale({HeatmapScale::Map::Sequential, 0.0, 3.0, {{0.0, QStringLiteral("0")}, {3.0, QStringLiteral("3")}}});
        m_map->setAxis(QStringLiteral("angle"), {{0.0, QStringLiteral("0°")}, {4.0, QStringLiteral("360°")}}, QStringLiteral("dimension"));
        m_map->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
    }

    void withoutCellsItIsCalm()
    {
        QSignalSpy clicked(m_map.get(), &Heatmap::rowClicked);
        QTest::mouseClick(m_map.get(), Qt::LeftButton);
        QTest::keyClick(m_map.get(), Qt::Key_Down);
        m_map->grab();
        QCOMPARE(clicked.count(), 0);
    }

    void everyCellHasTheColourOfItsValue()
    {
        m_map->setCells(2, 4, {0.0F, 1.0F, 2.0F, 3.0F, 3.0F, 2.0F, 1.0F, 0.0F});
        for (int column = 0; column < 4; ++column) {
            QCOMPARE(colorAt(0, column), m_map->colorOf(column));
            QCOMPARE(colorAt(1, column), m_map->colorOf(3 - column));
        }
        QVERIFY(m_map->colorOf(0.0) != m_map->colorOf(1.0));
        QCOMPARE(m_map->colorOf(7.0), m_map->colorOf(3.0));
        QCOMPARE(m_map->colorOf(-7.0), m_map->colorOf(0.0));
        QCOMPARE(m_map->colorOf(std::nan("")), m_map->colorOf(0.0));
    }

    // Rows that are replaced one by one must look as if all had been set at once, whatever the heights do not divide by.
    void replacedRowsLookLikeFreshOnes()
    {
        for (const int rows : {2, 7, 64, 500}) {
            std::vector<float> cells(static_cast<std::size_t>(rows) * 4, 0.5F);
            m_map->setCells(rows, 4, cells);
            m_map->setCurrentRow(rows / 2);
            m_map->grab();
            for (const int row : {0, rows / 2, rows - 1}) {
                const std::vector<float> replaced = {3.0F, 0.0F, static_cast<float>(row % 3), 2.0F};
                m_map->setRow(row, replaced);
                std::ranges::copy(replaced, cells.begin() + static_cast<std::ptrdiff_t>(row) * 4);
            }
            const QImage byRows = m_map->grab().toImage();
            m_map->setCells(rows, 4, cells);
            QCOMPARE(m_map->grab().toImage(), byRows);
        }
    }

    // Patches in the image would be patterns that the angles do not make.
    void aFineCombIsNoPatchwork()
    {
        HeatmapScale scale;
        CellImage image{ColorMap(scale, QPalette())};
        const ColorMap colors(scale, QPalette());
        std::map<QRgb, double> valueOf;
        for (int i = 0; i <= 4000; ++i) {
            valueOf[colors.at(static_cast<float>(i / 4000.0))] = i / 4000.0;
        }
        for (const int width : {131, 200, 290, 350}) {
            std::vector<float> comb(360);
            for (std::size_t column = 0; column < comb.size(); ++column) {
                comb[column] = column % 2 == 0 ? 1.0F : 0.0F;
            }
            image.setCells(1, 360, comb);
            const QImage& painted = image.image({width, 1});
            constexpr int window = 25;
            for (int left = 0; left + window <= width; ++left) {
                double sum = 0.0;
                for (int x = left; x < left + window; ++x) {
                    sum += valueOf.at(painted.pixel(x, 0));
                }
                QVERIFY2(std::abs(sum / window - 0.5) < 0.02, qPrintable(QStringLiteral("%1 of %2").arg(left).arg(width)));
            }
        }
    }

    void rowsThatShareALineAreAveraged()
    {
        CellImage image{ColorMap({}, QPalette())};
        image.setCells(4, 1, {1.0F, 0.0F, 0.25F, 0.25F});
        const ColorMap colors({}, QPalette());
        QCOMPARE(image.image({1, 2}).pixel(0, 0), colors.at(0.5F));
        QCOMPARE(image.image({1, 2}).pixel(0, 1), colors.at(0.25F));
        image.setRow(3, std::vector<float>{0.75F});
        QCOMPARE(image.image({1, 2}).pixel(0, 1), colors.at(0.5F));
    }

    // A narrow image says that it is one.
    void theAxisSaysWhatIsAveraged()
    {
        m_map->setAxis(QStringLiteral("angle"), {}, QStringLiteral("dimension"));
        m_map->setCells(1, 36, std::vector<float>(36, 1.0F));
        const QImage wide = m_map->grab().toImage();
        m_map->setCells(1, 3600, std::vector<float>(3600, 1.0F));
        QVERIFY(m_map->grab().toImage() != wide);
    }

    void brightnessGrowsEvenly()
    {
        double previous = -1.0;
        for (double value = 0.0; value <= 3.0; value += 0.1) {
            const QColor color = m_map->colorOf(value);
            const double luminance = 0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF();
            QVERIFY(luminance > previous);
            previous = luminance;
        }
    }

    void noDifferenceIsTheBackground()
    {
        m_map->setScale({HeatmapScale::Map::Diverging, -1.0, 1.0, {}});
        QPalette dark(QColor(0x20, 0x20, 0x20));
        for (const QPalette& palette : {m_map->palette(), dark}) {
            m_map->setPalette(palette);
            const QColor middle = m_map->colorOf(0.0);
            QVERIFY(std::abs(middle.lightness() - m_map->palette().color(QPalette::Base).lightness()) < 3);
            QVERIFY(m_map->colorOf(1.0).red() > m_map->colorOf(1.0).blue());
            QVERIFY(m_map->colorOf(-1.0).blue() > m_map->colorOf(-1.0).red());
        }
    }

    // What became rarer is hatched, what became more frequent is not, nor what stays.
    void theSidesOfADifferenceAreToldApartWithoutColours()
    {
        m_map->setScale({HeatmapScale::Map::Diverging, -1.0, 1.0, {}});
        const auto greysOf = [&](float value) {
            m_map->setCells(1, 4, std::vector<float>(4, value));
            const QImage image = m_map->grab().toImage();
            const QPoint middle = m_map->positionOf(0, 1).toPoint();
            QSet<int> greys;
            for (int y = middle.y() - 10; y < middle.y() + 10; ++y) {
                greys << qGray(image.pixel(middle.x(), y));
            }
            return greys.size();
        };
        QPalette dark(QColor(0x20, 0x20, 0x20));
        for (const QPalette& palette : {m_map->palette(), dark}) {
            m_map->setPalette(palette);
            QCOMPARE(greysOf(-1.0F), 2);
            QCOMPARE(greysOf(-0.4F), 2);
            QCOMPARE(greysOf(0.0F), 1);
            QCOMPARE(greysOf(0.4F), 1);
            QCOMPARE(greysOf(1.0F), 1);
        }
    }

    // Rows that stay are not made again, whatever is set with them.
    void cellsThatDifferAreReplaced()
    {
        m_map->setCells(2, 4, {0, 1, 2, 3, 3, 2, 1, 0});
        m_map->grab();
        m_map->setCells(2, 4, {0, 1, 2, 3, 0, 0, 3, 3});
        for (int column = 0; column < 4; ++column) {
            QCOMPARE(colorAt(0, column), m_map->colorOf(column));
            QCOMPARE(colorAt(1, column), m_map->colorOf(column < 2 ? 0 : 3));
            QCOMPARE(m_map->cell(1, column), column < 2 ? 0.0F : 3.0F);
        }
    }

    void moreColumnsThanPixelsAreAveraged()
    {
        std::vector<float> cells(40000);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = i % 2 == 0 ? 0.0F : 3.0F;
        }
        m_map->setCells(1, 40000, cells);
        const QColor even = m_map->colorOf(1.5);
        const QColor painted = colorAt(0, 20000);
        QVERIFY(std::abs(painted.green() - even.green()) < 8);
    }

    void aClickNamesItsRow()
    {
        m_map->setCells(64, 4, std::vector<float>(256));
        QSignalSpy clicked(m_map.get(), &Heatmap::rowClicked);
        for (const int row : {0, 22, 63}) {
            QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, m_map->positionOf(row, 1).toPoint());
            QCOMPARE(clicked.takeLast().at(0).toInt(), row);
        }
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, {2, 2});
        QCOMPARE(clicked.count(), 0);
    }

    void keysMoveAmongTheRows()
    {
        m_map->setCells(64, 4, std::vector<float>(256));
        m_map->setCurrentRow(22);
        connect(m_map.get(), &Heatmap::rowClicked, m_map.get(), &Heatmap::setCurrentRow);
        const auto after = [&](Qt::Key key) {
            QTest::keyClick(m_map.get(), key);
            return m_map->currentRow();
        };
        QCOMPARE(after(Qt::Key_Down), 23);
        QCOMPARE(after(Qt::Key_Up), 22);
        QCOMPARE(after(Qt::Key_End), 63);
        QCOMPARE(after(Qt::Key_Down), 63);
        QCOMPARE(after(Qt::Key_PageUp), 55);
        QCOMPARE(after(Qt::Key_Home), 0);
        QCOMPARE(after(Qt::Key_Up), 0);
    }

    void theCurrentRowIsOutlined()
    {
        m_map->setCells(8, 4, std::vector<float>(32));
        const QImage plain = m_map->grab().toImage();
        m_map->setCurrentRow(3);
        QVERIFY(m_map->grab().toImage() != plain);
        QCOMPARE(colorAt(3, 1), m_map->colorOf(0.0));
    }

    void aPointIsDraggedAlongItsRow()
    {
        m_map->setCells(8, 100, std::vector<float>(800));
        HeatmapCurve curve;
        curve.color = Qt::green;
        curve.columns.assign(8, 50.5);
        curve.columns[6] = 500.0; // beyond the axis: at its edge
        m_map->setCurves({curve});
        m_map->setMovableCurve(0, {80.5});
        QSignalSpy grabbed(m_map.get(), &Heatmap::pointGrabbed);
        QSignalSpy moved(m_map.get(), &Heatmap::pointMoved);
        QSignalSpy released(m_map.get(), &Heatmap::pointReleased);
        const auto at = [&](int row, double column) { return m_map->pointOf(row, column).toPoint(); };

        QTest::mousePress(m_map.get(), Qt::LeftButton, {}, at(3, 50.5));
        QCOMPARE(grabbed.takeFirst().at(0).toInt(), 3);
        QTest::mouseMove(m_map.get(), at(3, 50.5) + QPoint(1, 0));
        QCOMPARE(moved.count(), 0); // a click is not quite still
        QTest::mouseMove(m_map.get(), at(1, 70.0)); // other rows do not matter
        QCOMPARE(moved.last().at(0).toInt(), 3);
        QVERIFY(std::abs(moved.last().at(1).toDouble() - 70.0) < 0.5);
        QTest::mouseMove(m_map.get(), at(3, 80.0));
        QCOMPARE(moved.last().at(1).toDouble(), 80.5);
        QTest::mouseMove(m_map.get(), at(3, 20.0) - QPoint(1000, 0));
        QCOMPARE(moved.last().at(1).toDouble(), 0.5);
        QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, at(3, 20.0));
        QCOMPARE(released.takeFirst().at(0).toInt(), 3);

        QTest::mousePress(m_map.get(), Qt::LeftButton, {}, at(6, 100.0) - QPoint(2, 0));
        QCOMPARE(grabbed.takeFirst().at(0).toInt(), 6);
        m_map->hide(); // the hand cannot let go any more
        QCOMPARE(released.count(), 1);
        m_map->show();
        m_map->setCurveVisible(0, false);
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, at(3, 50.5));
        QCOMPARE(grabbed.count(), 0);
    }

    // Other rows, or a curve that cannot be moved any more: the hand holds nothing.
    void aDragEndsWithWhatItHolds()
    {
        HeatmapCurve curve;
        curve.columns.assign(8, 50.5);
        const auto prepare = [&] {
            m_map->setCells(8, 100, std::vector<float>(800));
            m_map->setCurves({curve});
            m_map->setMovableCurve(0, {});
            m_map->setReadout(ReadoutStyle::Box, [&](int row, int column) {
                const float cell = m_map->cell(row, column); // throws if there is none
                return Readout{QString::number(static_cast<double>(cell)), {}};
            });
        };
        const std::vector<std::function<void()>> ends = {[&] { m_map->setCells(2, 10, std::vector<float>(20)); },
            [&] { m_map->setCells(0, 0, {}); }, [&] { m_map->setMovableCurve(-1, {}); }, [&] { m_map->setCurves({}); }};
        for (const auto& end : ends) {
            prepare();
            QSignalSpy moved(m_map.get(), &Heatmap::pointMoved);
            QSignalSpy released(m_map.get(), &Heatmap::pointReleased);
            const QPoint from = m_map->pointOf(6, 50.5).toPoint();
            QTest::mousePress(m_map.get(), Qt::LeftButton, {}, from);
            QTest::mouseMove(m_map.get(), from + QPoint(20, 0));
            QCOMPARE(moved.count(), 1);
            m_map->setCells(8, 100, std::vector<float>(800, 1.0F)); // new values alone do not matter
            QCOMPARE(released.count(), 0);
            end();
            QCOMPARE(released.count(), 1);
            m_map->grab();
            QTest::mouseMove(m_map.get(), from + QPoint(40, 0));
            m_map->grab();
            QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, from + QPoint(40, 0));
            QCOMPARE(moved.count(), 1);
            QCOMPARE(released.count(), 1);
        }
    }

    void theToolTipNamesTheCell()
    {
        m_map->setCells(8, 4, std::vector<float>(32));
        std::pair<int, int> asked(-1, -1);
        m_map->setReadout(ReadoutStyle::ToolTip, [&](int row, int column) {
            asked = {row, column};
            return Readout{QStringLiteral("cell"), {{{}, QStringLiteral("a < b"), QStringLiteral("1"), {}}}};
        });
        const QPoint at = m_map->positionOf(5, 2).toPoint();
        QTest::mouseMove(m_map.get(), at);
        m_map->grab();
        QCOMPARE(asked, (std::pair<int, int>(-1, -1))); // nothing beside the cursor
        QHelpEvent help(QEvent::ToolTip, at, m_map->mapToGlobal(at));
        QCoreApplication::sendEvent(m_map.get(), &help);
        QCOMPARE(asked, (std::pair<int, int>(5, 2)));
        QVERIFY(QToolTip::text().startsWith(QStringLiteral("<b>cell</b>")));
        QVERIFY(QToolTip::text().contains(QStringLiteral("a &lt; b: 1")));
    }

    void theBoxBesideTheCursorNamesTheCell()
    {
        m_map->setCells(8, 4, std::vector<float>(32));
        std::pair<int, int> asked(-1, -1);
        m_map->setReadout(ReadoutStyle::Box, [&](int row, int column) {
            asked = {row, column};
            return Readout{QStringLiteral("cell"), {}};
        });
        QTest::mouseMove(m_map.get(), {2, 2});
        const QImage plain = m_map->grab().toImage();
        QTest::mouseMove(m_map.get(), m_map->positionOf(5, 2).toPoint());
        QVERIFY(m_map->grab().toImage() != plain);
        QCOMPARE(asked, (std::pair<int, int>(5, 2)));
        QTest::mouseMove(m_map.get(), {2, 2});
        QCOMPARE(m_map->grab().toImage(), plain);
    }
};

QTEST_MAIN(HeatmapTest)
#include "heatmap_test.moc"
