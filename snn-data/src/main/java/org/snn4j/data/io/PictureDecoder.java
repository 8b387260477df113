package org.snn4j.data.io;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.snn4j.data.DataFormatException;
import org.snn4j.data.image.Picture;

/** Decodes PNG and JPEG. Images of one band are grey; others become red, green and blue, without alpha. */
final class PictureDecoder {
    /** Pixels that a byte of a file may stand for at most; more is a file made to exhaust memory. */
    private static final long PIXELS_PER_BYTE = 1 << 13;

    private static final String EXPECTED = "PNG or JPEG, grey or RGB";

    private PictureDecoder() {}

    /**
     * @param file named in errors
     * @param item name of the item inside the file; empty if the file is the image
     * @throws DataFormatException if these are not the bytes of an image
     */
    static Picture decode(byte[] bytes, Path file, String item) {
        String which = item.isEmpty() ? "" : item + ": ";
        BufferedImage image;
        try {
            image = read(bytes, file, which);
        } catch (IOException | RuntimeException e) {
            if (e instanceof DataFormatException known) {
                throw known;
            }
            throw new DataFormatException(
                    file, 0, which + "an image that cannot be decoded (" + e.getMessage() + ")", EXPECTED);
        }
        if (image == null) {
            throw new DataFormatException(file, 0, which + "no known image format", EXPECTED);
        }
        return image.getRaster().getNumBands() == 1
                        && image.getSampleModel().getSampleSize(0) == Byte.SIZE
                        && image.getColorModel().getNumComponents() == 1
                ? grey(image)
                : colour(image);
    }

    private static BufferedImage read(byte[] bytes, Path file, String which) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > PIXELS_PER_BYTE * bytes.length) {
                    throw new DataFormatException(
                            file,
                            0,
                            which + "an image of " + reader.getWidth(0) + "x" + reader.getHeight(0) + " pixels in "
                                    + bytes.length + " bytes",
                            "at most " + PIXELS_PER_BYTE + " pixels for each byte");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Picture grey(BufferedImage image) {
        int[] samples = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
        byte[] pixels = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            pixels[i] = (byte) samples[i];
        }
        return new Picture(image.getHeight(), image.getWidth(), 1, pixels);
    }

    private static Picture colour(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] pixels = new byte[3 * rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            pixels[3 * i] = (byte) (rgb[i] >> 16);
            pixels[3 * i + 1] = (byte) (rgb[i] >> 8);
            pixels[3 * i + 2] = (byte) rgb[i];
        }
        return new Picture(image.getHeight(), image.getWidth(), 3, pixels);
    }
}
