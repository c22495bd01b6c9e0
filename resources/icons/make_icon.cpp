// SPDX-License-Identifier: GPL-3.0-or-later
// make_icon IN.svg SIZE OUT.png: draws a picture of SIZE x SIZE pixels. Needs no display.
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <cstdio>

int main(int argc, char** argv)
{
    const int size = argc == 4 ? QByteArray(argv[2]).toInt() : 0;
    if (size <= 0) {
        std::fputs("expected IN.svg SIZE OUT.png\n", stderr);
        return 2;
    }
    QSvgRenderer drawing(QString::fromLocal8Bit(argv[1]));
    QImage picture(size, size, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawing.render(&painter);
    painter.end();
    const QString file = QString::fromLocal8Bit(argv[3]);
    if (!drawing.isValid() || !QDir().mkpath(QFileInfo(file).path()) || !picture.save(file)) {
        std::fprintf(stderr, "%s cannot be made of %s\n", argv[3], argv[1]);
        return 1;
    }
    return 0;
}
