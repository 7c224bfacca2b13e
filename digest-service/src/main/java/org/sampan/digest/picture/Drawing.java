package org.sampan.digest.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** One picture: the boat and the site's name below, the words of the page above it as large as they fit. */
final class Drawing {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 84;
    private static final int BAND = 20;
    private static final Color PAPER = new Color(0xfbfaf6);
    private static final Color INK = new Color(0x1d2625);
    private static final Color SOFT = new Color(0x55605e);
    private static final Color WATER = new Color(0x0f5f63);
    private static final Color LINE = new Color(0xdcdfd8);

    private static final float SMALL = 34;
    private static final List<Float> SIZES = List.of(76f, 66f, 57f, 49f);
    private static final int TITLE_TOP = 150;
    private static final int TITLE_BOTTOM = 470;
    private static final int FOOT = 556;
    private static final float BOAT = 2.2f;
    private static final int MOST_LINES = 5;
    private static final float AIR = 1.04f;

    private final SharePicture picture;
    private final Typesetter typesetter;

    Drawing(SharePicture picture, Typesetter typesetter) {
        this.picture = picture;
        this.typesetter = typesetter;
    }

    byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D page = image.createGraphics();
        page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ground(page);
        words(page);
        page.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void ground(Graphics2D page) {
        page.setColor(PAPER);
        page.fill(new Rectangle2D.Float(0, 0, WIDTH, HEIGHT));
        page.setColor(WATER);
        page.fill(new Rectangle2D.Float(0, 0, BAND, HEIGHT));
        page.setColor(LINE);
        page.fill(new Rectangle2D.Float(MARGIN, TITLE_BOTTOM + 22f, WIDTH - 2f * MARGIN, 2));
        page.setColor(WATER);
        page.fill(boat().createTransformedShape(new AffineTransform(BOAT, 0, 0, BOAT, MARGIN - 6f, FOOT - 50f)));
    }

    /** The one of {@code sampan.svg}. */
    private static Path2D boat() {
        Path2D boat = new Path2D.Float();
        boat.moveTo(3, 20);
        boat.lineTo(29, 20);
        boat.curveTo(26.5, 24.7, 23, 27, 18.5, 27);
        boat.lineTo(12.5, 27);
        boat.curveTo(8.3, 27, 5, 24.7, 3, 20);
        boat.closePath();
        boat.moveTo(15, 4);
        boat.lineTo(15, 18);
        boat.lineTo(6, 18);
        boat.closePath();
        boat.moveTo(17.5, 7.5);
        boat.lineTo(25, 18);
        boat.lineTo(17.5, 18);
        boat.closePath();
        return boat;
    }

    private void words(Graphics2D page) {
        small(picture.site()).ifPresent(line -> line.draw(page, MARGIN + 76f, FOOT));
        if (!typesetter.hasFontsFor(picture.overline() + picture.title())) {
            return;
        }
        page.setColor(SOFT);
        small(picture.overline()).ifPresent(line -> line.draw(page, MARGIN, TITLE_TOP - 48f));
        page.setColor(INK);
        title(page);
    }

    private Optional<TextLayout> small(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : typesetter
                        .lines(text, picture.language(), SMALL, WIDTH - 2f * MARGIN - 76, 1)
                        .map(lines -> lines.get(0));
    }

    private void title(Graphics2D page) {
        List<TextLayout> lines = List.of();
        for (float size : SIZES) {
            lines = typesetter
                    .lines(picture.title(), picture.language(), size, WIDTH - 2f * MARGIN, MOST_LINES)
                    .orElseThrow();
            if (height(lines) <= TITLE_BOTTOM - TITLE_TOP) {
                break;
            }
        }
        float top = TITLE_TOP;
        for (TextLayout line : lines) {
            if (top + height(line) > TITLE_BOTTOM + line.getDescent()) {
                break;
            }
            line.draw(page, MARGIN, top + line.getAscent());
            top += height(line);
        }
    }

    private static float height(List<TextLayout> lines) {
        return (float) lines.stream().mapToDouble(Drawing::height).sum();
    }

    private static float height(TextLayout line) {
        return (line.getAscent() + line.getDescent()) * AIR;
    }
}
