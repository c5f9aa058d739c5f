package io.quarry.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the class of one overload of a scalar function. */
final class ScalarWriter {
    private final Code code;
    private final Overload overload;
    private final Scalar annotation;
    private final String method;
    private final List<Parameter> parameters;

    /** @param method the qualified name of the annotated method */
    ScalarWriter(Code code, Overload overload, Scalar annotation, String method) {
        this.code = code;
        this.overload = overload;
        this.annotation = annotation;
        this.method = method;
        this.parameters = overload.parameters();
    }

    void write(String className, String functionName) {
        code.line("private static final class %s implements ScalarFunction {", className);
        code.line("static final ScalarFunction INSTANCE = new %s();", className);
        code.line("private static final Signature SIGNATURE = %s;", overload.signature());
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).passing() == Passing.PREPARED) {
                Parameter parameter = parameters.get(i);
                code.line(
                        "private static final Preparation<%s, %s> PREPARED_%d = new Preparation<>(%2$s::of);",
                        parameter.type() == io.quarry.data.Type.STRING ? "String" : "Object", parameter.javaType(), i);
            }
        }
        code.line("");
        constant("String name()", Code.literal(functionName));
        constant("Signature signature()", "SIGNATURE");
        constant("boolean isDeterministic()", String.valueOf(annotation.deterministic()));
        rowForm();
        batchForm();
        code.line("}").line("");
    }

    private void constant(String declaration, String value) {
        code.line("@Override").line("public %s {", declaration);
        code.line("return %s;", value).line("}").line("");
    }

    private void rowForm() {
        code.line("@Override").line("public Object apply(Object[] arguments) {");
        rowNulls();
        if (overload.variadic()) {
            Parameter last = parameters.get(overload.fixed());
            code.line("%s[] more = new %1$s[arguments.length - %d];", last.javaType(), overload.fixed());
            code.line("for (int i = 0; i < more.length; i++) {");
            code.line("more[i] = %s;", last.fromBoxed("arguments[i + " + overload.fixed() + "]", 0));
            code.line("}");
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < overload.fixed(); i++) {
            Parameter parameter = parameters.get(i);
            String value = parameter.fromBoxed("arguments[" + i + "]", i);
            boolean fails = parameter.passing() == Passing.UTF8 || parameter.passing() == Passing.PREPARED;
            arguments.add(seesNulls() && fails ? "arguments[" + i + "] == null ? null : " + value : value);
        }
        if (overload.variadic()) {
            arguments.add("more");
        }
        String call = method + "(" + String.join(", ", arguments) + ")";
        code.line("return %s;", overload.result().javaType().equals("int") ? "(long) " + call : call);
        code.line("}").line("");
    }

    private void rowNulls() {
        if (parameters.isEmpty()) {
            return;
        }
        switch (annotation.nulls()) {
            case GIVE_NULL -> rowNull("null");
            case GIVE_FALSE -> rowNull("false");
            case GIVE_EMPTY -> rowNull("\"\"");
            case ONE_GIVES_FALSE -> {
                code.line("if (arguments[0] == null || arguments[1] == null) {");
                code.line("return arguments[0] == arguments[1] ? null : Boolean.FALSE;");
                code.line("}");
            }
            case SEEN -> {}
        }
    }

    private void rowNull(String answer) {
        code.line("if (BatchLoop.anyNull(arguments)) {")
                .line("return %s;", answer)
                .line("}");
    }

    private void batchForm() {
        code.line("@Override").line("public Vector apply(Vector[] arguments, int rows) {");
        if (annotation.deterministic()) {
            code.line("if (rows > 0 && BatchLoop.allConstant(arguments)) {");
            code.line("return Vector.constant(SIGNATURE.result(), apply(BatchLoop.row(arguments, 0)), rows);");
            code.line("}");
        }
        vectors();
        ResultColumn column = new ResultColumn(code, overload.result());
        column.declare();
        boolean skipsNulls = !seesNulls() && !parameters.isEmpty();
        if (skipsNulls) {
            code.line("boolean nullable = !BatchLoop.noNulls(arguments);");
        }
        code.line("for (int row = 0; row < rows; row++) {");
        if (parameters.stream().anyMatch(Parameter::mayBeLong)) {
            code.line("BatchLoop.stopIfInterrupted(row);");
        }
        if (skipsNulls) {
            batchNulls(column);
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < overload.fixed(); i++) {
            arguments.add(argument(i));
        }
        if (overload.variadic()) {
            variadicRow();
            arguments.add("more");
        }
        column.store(method + "(" + String.join(", ", arguments) + ")");
        code.line("}");
        column.finish();
        code.line("}");
    }

    private void vectors() {
        for (int i = 0; i < overload.fixed(); i++) {
            Parameter parameter = parameters.get(i);
            code.line("%s a%d = (%1$s) arguments[%2$d];", parameter.vectorType(), i);
            if (parameter.passing() == Passing.UTF8) {
                code.line("Utf8 u%d = Utf8.over(a%1$d.dictionary());", i);
            }
            if (parameter.passing() == Passing.PREPARED) {
                code.line(
                        "%s c%d = a%2$d.isConstant() && rows > 0 && !a%2$d.isNull(0) ? PREPARED_%2$d.get(a%2$d.at(0)) : null;",
                        parameter.javaType(), i);
            }
        }
        if (overload.variadic()) {
            int fixed = overload.fixed();
            Parameter last = parameters.get(fixed);
            code.line("%s[] a%d = new %1$s[arguments.length - %2$d];", last.vectorType(), fixed);
            code.line("for (int i = 0; i < a%d.length; i++) {", fixed);
            code.line("a%d[i] = (%s) arguments[i + %1$d];", fixed, last.vectorType());
            code.line("}");
            code.line("%s[] more = new %1$s[a%d.length];", last.javaType(), fixed);
        }
    }

    private void variadicRow() {
        int fixed = overload.fixed();
        code.line("for (int i = 0; i < more.length; i++) {");
        code.line("more[i] = %s;", parameters.get(fixed).fromVector("a" + fixed + "[i]", fixed));
        code.line("}");
    }

    private String argument(int i) {
        Parameter parameter = parameters.get(i);
        String value = parameter.fromVector("a" + i, i);
        boolean fails = parameter.passing() == Passing.UTF8 || parameter.passing() == Passing.PREPARED;
        return seesNulls() && fails ? "a" + i + ".isNull(row) ? null : " + value : value;
    }

    private void batchNulls(ResultColumn column) {
        if (annotation.nulls() == Nulls.ONE_GIVES_FALSE) {
            code.line("if (nullable && (a0.isNull(row) || a1.isNull(row))) {");
            code.line("if (a0.isNull(row) && a1.isNull(row)) {");
            column.storeNull();
            code.line("}").line("continue;").line("}");
            return;
        }
        String isNull = IntStream.range(0, overload.fixed())
                .mapToObj(i -> "a" + i + ".isNull(row)")
                .collect(Collectors.joining(" || "));
        if (overload.variadic()) {
            String more = "BatchLoop.anyNull(a" + overload.fixed() + ", row)";
            isNull = isNull.isEmpty() ? more : isNull + " || " + more;
        }
        code.line("if (nullable && (%s)) {", isNull);
        switch (annotation.nulls()) {
            case GIVE_NULL -> column.storeNull();
            case GIVE_EMPTY -> code.line("values[row] = \"\";");
            case GIVE_FALSE, ONE_GIVES_FALSE, SEEN -> {}
        }
        code.line("continue;").line("}");
    }

    private boolean seesNulls() {
        return annotation.nulls() == Nulls.SEEN;
    }
}
