package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.FunctionException;
import io.quarry.plan.ScalarFunction;
import org.junit.jupiter.api.Test;

/** The analyzer counts on functions to give texts that are not null wherever their own texts are not null. */
final class NullTextsTest {
    @Test
    void functionsOfTextNeverGiveNull() {
        for (String name : Functions.names(Language.KQL)) {
            for (ScalarFunction function : Functions.scalars(Language.KQL, name)) {
                if (function.signature().result() == Type.STRING) {
                    assertThat(resultOfNulls(function))
                            .as(name + function.signature())
                            .isNotNull();
                }
            }
        }
    }

    private static Object resultOfNulls(ScalarFunction function) {
        Object[] arguments = new Object[function.signature().parameters().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = function.signature().parameter(i) == Type.STRING ? "zz!" : null;
        }
        try {
            return function.apply(arguments);
        } catch (FunctionException failsTheQuery) {
            return "";
        }
    }
}
