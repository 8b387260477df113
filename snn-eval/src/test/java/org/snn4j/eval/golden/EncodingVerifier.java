package org.snn4j.eval.golden;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.data.encode.BlueChannel;
import org.snn4j.data.encode.Fit;
import org.snn4j.data.encode.Repeat;
import org.snn4j.data.encode.VChannel;
import org.snn4j.data.image.Hsv;
import org.snn4j.data.image.Picture;

/** Still images: hue, saturation, value; He et al.'s value and blue channel; R2ETL's normalised image. */
public final class EncodingVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "encodings";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return List.of("hsv_", "he_v48_", "r2_rgb48_").stream().anyMatch(golden.name()::startsWith);
    }

    @Override
    public void verify(GoldenCase golden) {
        if (golden.name().startsWith("hsv_")) {
            verifyHsv(golden);
        } else if (golden.name().startsWith("he_v48_")) {
            verifyHe(golden);
        } else {
            verifyR2(golden);
        }
    }

    private static void verifyHsv(GoldenCase golden) {
        NpyArray in = golden.array("in_rgb_u8");
        int count = (int) in.shape()[0];
        int height = (int) in.shape()[1];
        int width = (int) in.shape()[2];
        byte[] all = in.data();
        int length = all.length / count;
        int plane = height * width;
        double[] hsv = new double[count * 3 * plane];
        double[] value = new double[count * plane];
        for (int n = 0; n < count; n++) {
            Picture picture = new Picture(height, width, 3, Arrays.copyOfRange(all, n * length, (n + 1) * length));
            float[] planes = Hsv.planes(picture);
            for (int i = 0; i < planes.length; i++) {
                hsv[n * planes.length + i] = planes[i];
            }
            float[] v = new VChannel(new VChannel.Config(Fit.PAD, VChannel.Order.RESIZE_FIRST))
                    .frame(picture, height, width);
            for (int i = 0; i < plane; i++) {
                value[n * plane + i] = v[i];
            }
        }
        GoldenAssert.close(golden, "out_hsv", hsv);
        GoldenAssert.close(golden, "out_v", value);
    }

    private static void verifyHe(GoldenCase golden) {
        Picture picture = picture(golden.array("in_image_u8"));
        int size = golden.parameter("out_size").asInt();
        verifyPolarities(
                golden,
                "out_v_caltech",
                new VChannel(new VChannel.Config(Fit.RESIZE, VChannel.Order.RESIZE_FIRST)).frame(picture, size, size));
        verifyPolarities(
                golden,
                "out_v_cep",
                new VChannel(new VChannel.Config(Fit.RESIZE, VChannel.Order.VALUE_FIRST)).frame(picture, size, size));
        verifyPolarities(
                golden, "out_blue_nohsv", new BlueChannel(BlueChannel.Config.DEFAULTS).frame(picture, size, size));
    }

    private static void verifyPolarities(GoldenCase golden, String array, float[] frame) {
        double[] values = doubles(frame);
        GoldenAssert.close(golden, array, Arrays.copyOf(values, values.length / 2));
        GoldenAssert.close(golden, array, Arrays.copyOfRange(values, values.length / 2, values.length));
    }

    private static void verifyR2(GoldenCase golden) {
        Repeat.Config config =
                switch (golden.text("branch")) {
                    case "cifar" ->
                        new Repeat.Config(
                                Fit.RESIZE, 3, List.of(0.4914, 0.4822, 0.4465), List.of(0.2023, 0.1994, 0.2010));
                    case "caltech" ->
                        new Repeat.Config(
                                Fit.RESIZE, 3, List.of(0.5429, 0.5263, 0.4994), List.of(0.2422, 0.2392, 0.2406));
                    default -> Repeat.Config.DEFAULTS;
                };
        long[] shape = golden.array("out_tensor").shape();
        float[] frame = new Repeat(config).frame(picture(golden.array("in_image_u8")), (int) shape[1], (int) shape[2]);
        GoldenAssert.close(golden, "out_tensor", doubles(frame));
    }

    private static Picture picture(NpyArray array) {
        long[] shape = array.shape();
        return new Picture((int) shape[0], (int) shape[1], shape.length == 2 ? 1 : (int) shape[2], array.data());
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
