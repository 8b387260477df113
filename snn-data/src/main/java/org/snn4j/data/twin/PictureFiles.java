package org.snn4j.data.twin;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.snn4j.data.image.Picture;

/** Writes pictures as PNG and JPEG, by the end of the file's name. */
final class PictureFiles {
    private PictureFiles() {}

    static void write(Path file, Picture picture) throws IOException {
        boolean grey = picture.channels() == 1;
        BufferedImage image = new BufferedImage(
                picture.width(), picture.height(), grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                if (grey) {
                    image.getRaster().setSample(column, row, 0, picture.value(row, column, 0));
                } else {
                    image.setRGB(
                            column,
                            row,
                            picture.value(row, column, 0) << 16
                                    | picture.value(row, column, 1) << 8
                                    | picture.value(row, column, 2));
                }
            }
        }
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
            throw new IOException("no writer for " + name);
        }
    }
}
