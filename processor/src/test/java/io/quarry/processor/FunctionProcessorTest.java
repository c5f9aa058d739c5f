package io.quarry.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot become a function is an error at its method. */
final class FunctionProcessorTest {
    @TempDir
    Path folder;

    @Test
    void functionNeedsAName() throws IOException {
        assertThat(errors("@Scalar(doc = \"x\") static long f(long a) { return a; }"))
                .containsExactly("6: a function needs a name in some language");
    }

    @Test
    void methodIsStatic() throws IOException {
        assertThat(errors("@Scalar(kql = \"f\", doc = \"x\") long f(long a) { return a; }"))
                .containsExactly("6: a scalar function is a static method that is not private");
    }

    @Test
    void parameterIsATypeOfTheEngineOrPrepared() throws IOException {
        assertThat(errors("@Scalar(kql = \"f\", doc = \"x\") static long f(Thread a) { return 1; }"))
                .containsExactly("6: java.lang.Thread is neither a type of the engine nor has a static of(String) or "
                        + "of(Object)");
    }

    @Test
    void resultIsATypeOfTheEngine() throws IOException {
        assertThat(errors("@Scalar(kql = \"f\", doc = \"x\") static float f(long a) { return 1; }"))
                .containsExactly("6: not a type of the engine: float");
    }

    @Test
    void typesFitTheirJavaTypes() throws IOException {
        assertThat(errors("@Scalar(kql = \"f\", doc = \"x\") static long f(@Of(Type.DATETIME) String a) { return 1; }"))
                .containsExactly("6: a datetime is not held as java.lang.String");
    }

    @Test
    void severalTypesVaryTogether() throws IOException {
        assertThat(errors("@Scalar(kql = \"f\", doc = \"x\") static long f(@Of({Type.INT, Type.LONG}) long a, "
                        + "@Of({Type.LONG, Type.INT}) long b) { return 1; }"))
                .containsExactly("6: every @Of with several types must list the same types");
    }

    @Test
    void whatSeesNullsCanShowThem() throws IOException {
        assertThat(errors("@Scalar(kql = \"f\", doc = \"x\", nulls = Nulls.SEEN) static long f(long a) { return 1; }"))
                .containsExactly("6: a long cannot show a null: use the boxed type");
    }

    @Test
    void textOfKqlIsNeverNull() throws IOException {
        assertThat(errors("@Scalar(kql = \"f\", doc = \"x\") static String f(long a) { return \"\"; }"))
                .containsExactly("6: KQL has no null text: choose GIVE_EMPTY or SEEN");
    }

    @Test
    void overloadsDiffer() throws IOException {
        assertThat(errors("@Scalar(kql = \"f\", doc = \"x\") static long f(long a) { return 1; }\n"
                        + "@Scalar(kql = \"f\", doc = \"x\") static long g(long a) { return 1; }"))
                .containsExactly("7: a second function KQL f[LONG]");
    }

    @Test
    void aggregateMerges() throws IOException {
        String source = "@Aggregate(kql = \"f\", doc = \"x\") final class Functions {\n"
                + "void add(long a) {}\nlong result() { return 1; }\n}";
        assertThat(compile(source)).containsExactly("5: an aggregate has one method merge, found 0");
    }

    private List<String> errors(String method) throws IOException {
        return compile("final class Functions {\n" + method + "\n}");
    }

    /** The errors of the processor, with their lines. */
    private List<String> compile(String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, diagnostics, List.of("-proc:only"), null, List.of(new Source(source)));
            task.setProcessors(List.of(new FunctionProcessor()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.toList());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///sample/Functions.java"), Kind.SOURCE);
            this.text = "package sample;\nimport io.quarry.data.Type;\nimport io.quarry.processor.*;\n\n" + text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
