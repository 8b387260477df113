package org.snn4j.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.Sensor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --sensor} of commands that read recordings. */
final class SensorOption {
    @Option(
            names = "--sensor",
            paramLabel = "WxH",
            converter = Size.class,
            description = "Columns and rows of the sensor, such as 34x34, where the file does not state them.")
    private Sensor sensor;

    ReadSettings apply(ReadSettings settings) {
        return sensor == null ? settings : settings.withSensor(sensor.width(), sensor.height());
    }

    /** Reads {@code 34x34}. */
    static final class Size implements ITypeConverter<Sensor> {
        private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

        @Override
        public Sensor convert(String value) {
            Matcher size = SIZE.matcher(value);
            if (!size.matches()) {
                throw new TypeConversionException(
                        "'" + value + "' is no sensor, expected columns and rows such as 34x34");
            }
            try {
                return new Sensor(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
