package org.snn4j.data.encode;

import org.snn4j.data.image.Picture;
import org.snn4j.data.resize.PictureResizer;
import org.snn4j.data.resize.Size;

/** How a still image is brought to the size of the event frames. */
public enum Fit {
    /** Bilinear with antialiasing on the 8-bit picture, each axis by its own factor. */
    RESIZE {
        @Override
        Picture apply(Picture picture, Size to) {
            Size from = new Size(picture.height(), picture.width());
            if (from.equals(to)) {
                return picture;
            }
            byte[] pixels = new PictureResizer(from, to, picture.channels()).resize(picture.pixels());
            return new Picture(to.height(), to.width(), picture.channels(), pixels);
        }
    },
    /** Centred on black (an odd margin has its extra row or column below or to the right); a larger image is refused. */
    PAD {
        @Override
        Picture apply(Picture picture, Size to) {
            if (picture.height() > to.height() || picture.width() > to.width()) {
                throw new IllegalArgumentException("image of " + picture.height() + "x" + picture.width()
                        + " pixels cannot be padded to " + to + "; use fit resize");
            }
            int top = (to.height() - picture.height()) / 2;
            int left = (to.width() - picture.width()) / 2;
            byte[] padded = new byte[Math.multiplyExact(to.pixels(), picture.channels())];
            int row = picture.width() * picture.channels();
            for (int y = 0; y < picture.height(); y++) {
                int target = ((top + y) * to.width() + left) * picture.channels();
                System.arraycopy(picture.pixels(), y * row, padded, target, row);
            }
            return new Picture(to.height(), to.width(), picture.channels(), padded);
        }
    };

    /** The picture at the size {@code to}; the same object if nothing changes. */
    abstract Picture apply(Picture picture, Size to);
}
