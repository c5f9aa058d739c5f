package io.quarry.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the class of one overload of an aggregate whose annotated class is the state of one group. */
final class AggregateWriter {
    private final Code code;
    private final Overload overload;
    private final Nulls nulls;
    private final AggregateState state;

    AggregateWriter(Code code, Overload overload, Nulls nulls, AggregateState state) {
        this.code = code;
        this.overload = overload;
        this.nulls = nulls;
        this.state = state;
    }

    void write(String className, String functionName) {
        code.line("private static final class %s implements AggregateFunction {", className);
        code.line("static final AggregateFunction INSTANCE = new %s();", className);
        code.line("private static final Signature SIGNATURE = %s;", overload.signature());
        code.line("");
        constant("String name()", Code.literal(functionName));
        constant("Signature signature()", "SIGNATURE");
        constant("Accumulator accumulator()", "new Groups()");
        groups();
        code.line("}").line("");
    }

    private void constant(String declaration, String value) {
        code.line("@Override").line("public %s {", declaration);
        code.line("return %s;", value).line("}").line("");
    }

    private void groups() {
        code.line("private static final class Groups implements Accumulator {");
        code.line("private %s[] states = new %1$s[0];", state.type());
        if (state.isGrowing()) {
            code.line("private long bytes;");
        }
        code.line("");
        code.line("private void grow(int groupCount) {");
        code.line("int from = states.length;");
        code.line("if (groupCount > from) {");
        code.line("states = java.util.Arrays.copyOf(states, Math.max(groupCount, from * 2));");
        code.line("for (int i = from; i < states.length; i++) {");
        code.line("states[i] = new %s();", state.type());
        code.line("}").line("}").line("}").line("");
        add();
        merge();
        results();
        bytes();
        code.line("}");
    }

    private void add() {
        code.line("@Override")
                .line("public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {")
                .line("grow(groupCount);");
        List<Parameter> parameters = overload.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            code.line("%s a%d = (%1$s) arguments[%2$d];", parameters.get(i).vectorType(), i);
            if (parameters.get(i).passing() == Passing.UTF8) {
                code.line("Utf8 u%d = Utf8.over(a%1$d.dictionary());", i);
            }
        }
        boolean skipsNulls = nulls != Nulls.SEEN && !parameters.isEmpty();
        if (skipsNulls) {
            code.line("boolean nullable = !BatchLoop.noNulls(arguments);");
        }
        code.line("for (int row = 0; row < rows; row++) {");
        if (skipsNulls) {
            String isNull = IntStream.range(0, parameters.size())
                    .mapToObj(i -> "a" + i + ".isNull(row)")
                    .collect(Collectors.joining(" || "));
            code.line("if (nullable && (%s)) {", isNull).line("continue;").line("}");
        }
        String arguments = IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i).fromVector("a" + i, i))
                .collect(Collectors.joining(", "));
        change("groups[row]", state.add() + "(" + arguments + ")");
        code.line("}").line("}").line("");
    }

    private void merge() {
        code.line("@Override").line("public void merge(Accumulator other, int[] groups, int groupCount) {");
        code.line("%s[] later = ((Groups) other).states;", state.type());
        code.line("for (int i = 0; i < later.length && i < groups.length; i++) {");
        code.line("grow(groups[i] + 1);");
        change("groups[i]", "merge(later[i])");
        code.line("}").line("}").line("");
    }

    private void change(String group, String call) {
        if (!state.isGrowing()) {
            code.line("states[%s].%s;", group, call);
            return;
        }
        code.line("%s state = states[%s];", state.type(), group);
        code.line("bytes -= state.bytes();");
        code.line("state.%s;", call);
        code.line("bytes += state.bytes();");
    }

    private void bytes() {
        if (state.isGrowing()) {
            code.line("@Override")
                    .line("public long bytes() {")
                    .line("return bytes;")
                    .line("}");
        }
    }

    private void results() {
        code.line("@Override").line("public Vector results(int rows) {").line("grow(rows);");
        ResultColumn column = new ResultColumn(code, overload.result());
        column.declare();
        code.line("for (int row = 0; row < rows; row++) {");
        column.store("states[row].result()");
        code.line("}");
        column.finish();
        code.line("}");
    }
}
