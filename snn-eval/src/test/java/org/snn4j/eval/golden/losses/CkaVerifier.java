package org.snn4j.eval.golden.losses;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;
import org.snn4j.transfer.objective.CkaForm;
import org.snn4j.transfer.objective.LinearCka;

/** Linear CKA of two matrices in all published forms. */
public final class CkaVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "losses";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.name().startsWith("cka_");
    }

    @Override
    public void verify(GoldenCase golden) {
        verify(golden, "he_gram_1e7", CkaForm.GRAM);
        verify(golden, "es_gram_1e7", CkaForm.GRAM);
        verify(golden, "ristl_feature_1e8", CkaForm.FEATURE);
        verify(golden, "he_feature_noeps", CkaForm.EXACT);
    }

    private static void verify(GoldenCase golden, String name, CkaForm form) {
        INDArray x = golden.nd("in_x");
        INDArray y = golden.nd("in_y");
        LinearCka.Similarity cka = LinearCka.of(x, y, form);
        GoldenAssert.close(golden, "out_" + name, cka.value());
        GoldenAssert.close(golden, "grad_x_" + name, cka.dx());
        GoldenAssert.close(golden, "grad_y_" + name, cka.dy());
    }
}
