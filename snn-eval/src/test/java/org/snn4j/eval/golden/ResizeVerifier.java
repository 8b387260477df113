package org.snn4j.eval.golden;

import java.util.Map;
import java.util.stream.IntStream;
import org.snn4j.data.resize.Interpolation;
import org.snn4j.data.resize.PictureResizer;
import org.snn4j.data.resize.PlaneResizer;
import org.snn4j.data.resize.Size;

/** Resizing of float planes and, in the cases of still images, of 8-bit pictures. */
public final class ResizeVerifier implements GoldenVerifier {
    private static final Map<String, Interpolation> RULES = Map.of(
            "out_bilinear_ac",
            Interpolation.BILINEAR_ALIGNED,
            "out_bilinear_noac",
            Interpolation.BILINEAR,
            "out_bilinear_aa",
            Interpolation.BILINEAR_ANTIALIASED,
            "out_nearest",
            Interpolation.NEAREST);

    @Override
    public String kind() {
        return "encodings";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("resize_") || golden.has("out_resized_u8");
    }

    @Override
    public void verify(GoldenCase golden) {
        if (golden.has("out_resized_u8")) {
            verifyPicture(golden);
        } else {
            RULES.forEach((array, rule) -> verifyPlanes(golden, array, rule));
        }
    }

    private static void verifyPicture(GoldenCase golden) {
        NpyArray in = golden.array("in_image_u8");
        NpyArray out = golden.array("out_resized_u8");
        int channels = in.shape().length == 2 ? 1 : (int) in.shape()[2];
        byte[] got = new PictureResizer(size(in, 0), size(out, 0), channels).resize(in.data());
        GoldenAssert.exact(
                golden,
                "out_resized_u8",
                IntStream.range(0, got.length).map(i -> got[i] & 0xFF).toArray());
    }

    private static void verifyPlanes(GoldenCase golden, String array, Interpolation rule) {
        NpyArray in = golden.array("in_x");
        NpyArray out = golden.array(array);
        int planes = (int) (in.shape()[0] * in.shape()[1]);
        float[] got = new float[out.length()];
        new PlaneResizer(rule, size(in, 2), size(out, 2)).resize(in.floats(), 0, got, 0, planes);
        GoldenAssert.close(
                golden,
                array,
                IntStream.range(0, got.length).mapToDouble(i -> got[i]).toArray());
    }

    private static Size size(NpyArray array, int rowAxis) {
        return new Size((int) array.shape()[rowAxis], (int) array.shape()[rowAxis + 1]);
    }
}
