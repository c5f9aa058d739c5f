package io.quarry.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The functions of one annotated class, and the source of the class {@code X_Functions} that is written for them in its
 * package.
 */
final class FunctionsOfClass {
    private static final String GROWING_STATE = "io.quarry.functions.GrowingState";

    private final TypeElement type;
    private final String packageName;
    private final Code code = new Code();
    private final List<String> accessors = new ArrayList<>();
    private final List<Entry> scalars = new ArrayList<>();
    private final List<Entry> aggregates = new ArrayList<>();

    FunctionsOfClass(TypeElement type, String packageName) {
        this.type = type;
        this.packageName = packageName;
        code.line("package %s;", packageName).line("");
        for (String name : List.of(
                "BoolVector",
                "DoubleVector",
                "LongVector",
                "ObjectVector",
                "TextVector",
                "Type",
                "Vector",
                "VectorBuilder")) {
            code.line("import io.quarry.data.%s;", name);
        }
        code.line("import io.quarry.functions.BatchLoop;");
        code.line("import io.quarry.functions.Preparation;");
        code.line("import io.quarry.functions.text.Utf8;");
        for (String name : List.of("Accumulator", "AggregateFunction", "ScalarFunction", "Signature")) {
            code.line("import io.quarry.plan.%s;", name);
        }
        code.line("import java.util.List;").line("");
        code.line("/** The functions of {@link %s}. */", type.getSimpleName());
        code.line("public final class %s {", simpleName());
        code.line("private %s() {}", simpleName()).line("");
    }

    void add(Scalar annotation, Names names, ExecutableElement method, List<Overload> overloads) {
        Entry.Reference reference = new Entry.Reference(
                annotation.doc(), List.of(annotation.example()), annotation.source(), annotation.differs());
        for (Overload overload : overloads) {
            String className = "Scalar" + (scalars.size() + 1);
            String target = type.getQualifiedName() + "." + method.getSimpleName();
            new ScalarWriter(code, overload, annotation, target).write(className, names.first());
            scalars.add(new Entry(names, accessor("ScalarFunction", className), overload.types(), reference));
        }
    }

    void add(Aggregate annotation, Names names, ExecutableElement method, List<Overload> overloads) {
        Entry.Reference reference = reference(annotation);
        for (Overload overload : overloads) {
            String className = "Aggregate" + (aggregates.size() + 1);
            AggregateState state = new AggregateState(
                    type.getQualifiedName().toString(), method.getSimpleName().toString(), growth());
            new AggregateWriter(code, overload, annotation.nulls(), state).write(className, names.first());
            aggregates.add(new Entry(names, accessor("AggregateFunction", className), overload.types(), reference));
        }
    }

    private AggregateState.Growth growth() {
        boolean isGrowing =
                type.getInterfaces().stream().anyMatch(each -> each.toString().equals(GROWING_STATE));
        return isGrowing ? AggregateState.Growth.GROWING : AggregateState.Growth.FIXED;
    }

    /** A method that lists overloads. */
    void addList(Aggregate annotation, Names names, ExecutableElement method) {
        String className = "Listed" + (aggregates.size() + 1);
        code.line("private static final class %s {", className);
        code.line(
                "static final List<AggregateFunction> INSTANCE = List.copyOf(%s.%s());",
                type.getQualifiedName(), method.getSimpleName());
        code.line("}").line("");
        String instance = accessor("List<AggregateFunction>", className);
        aggregates.add(new Entry(names, instance, null, reference(annotation)));
    }

    private static Entry.Reference reference(Aggregate annotation) {
        return new Entry.Reference(annotation.doc(), List.of(), annotation.source(), annotation.differs());
    }

    private String accessor(String interfaceName, String className) {
        String accessor = Character.toLowerCase(className.charAt(0)) + className.substring(1);
        accessors.add("static " + interfaceName + " " + accessor + "() { return " + className + ".INSTANCE; }");
        return qualifiedName() + "." + accessor + "()";
    }

    TypeElement type() {
        return type;
    }

    List<Entry> scalars() {
        return scalars;
    }

    List<Entry> aggregates() {
        return aggregates;
    }

    String qualifiedName() {
        return packageName + "." + simpleName();
    }

    /** The finished source; called once. */
    String source() {
        accessors.forEach(accessor -> code.line("public %s", accessor));
        return code.line("}").toString();
    }

    private String simpleName() {
        return type.getSimpleName() + "_Functions";
    }
}
