package io.quarry.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;

/**
 * Turns methods annotated {@link Scalar} and classes annotated {@link Aggregate} into functions of the engine: for each
 * overload a class with the batch loop, and one registry of all. What cannot become a function is a compile error at the
 * method.
 */
@SupportedAnnotationTypes({"io.quarry.processor.Scalar", "io.quarry.processor.Aggregate"})
public final class FunctionProcessor extends AbstractProcessor {
    private final SignatureReader signatures = new SignatureReader();
    private final Map<TypeElement, FunctionsOfClass> classes = new LinkedHashMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        classes.clear();
        boolean isGood = true;
        for (ExecutableElement method : ElementFilter.methodsIn(round.getElementsAnnotatedWith(Scalar.class))) {
            isGood &= attempt(() -> scalar(method));
        }
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(Aggregate.class))) {
            isGood &= attempt(() -> aggregate(type));
        }
        for (ExecutableElement method : ElementFilter.methodsIn(round.getElementsAnnotatedWith(Aggregate.class))) {
            isGood &= attempt(() -> aggregates(method));
        }
        if (isGood && !classes.isEmpty()) {
            List<Entry> scalars = new ArrayList<>();
            List<Entry> aggregates = new ArrayList<>();
            for (FunctionsOfClass functions : classes.values()) {
                write(functions.qualifiedName(), functions.source(), functions.type());
                scalars.addAll(functions.scalars());
                aggregates.addAll(functions.aggregates());
            }
            RegistryWriter registry = new RegistryWriter(scalars, aggregates);
            TypeElement[] all = classes.keySet().toArray(new TypeElement[0]);
            write(RegistryWriter.PACKAGE + ".FunctionTable", registry.table(), all);
            write(RegistryWriter.PACKAGE + ".FunctionReference", registry.reference(), all);
        }
        return true;
    }

    private boolean attempt(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (BadSignature bad) {
            processingEnv.getMessager().printMessage(Kind.ERROR, bad.getMessage(), bad.element());
            return false;
        }
    }

    private void scalar(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)) {
            throw new BadSignature(method, "a scalar function is a static method that is not private");
        }
        Scalar annotation = method.getAnnotation(Scalar.class);
        Names names = new Names(List.of(annotation.kql()), List.of(annotation.aql()), List.of(annotation.sigma()));
        requireNames(names, method);
        List<Overload> overloads = signatures.overloads(method, method);
        overloads.forEach(overload -> NullRule.check(annotation, overload, method));
        FunctionsOfClass functions = functionsOf((TypeElement) method.getEnclosingElement());
        functions.add(annotation, names, method, overloads);
        requireDistinct(true, method);
    }

    private void aggregate(TypeElement type) {
        Aggregate annotation = type.getAnnotation(Aggregate.class);
        Names names = new Names(List.of(annotation.kql()), List.of(annotation.aql()), List.of());
        requireNames(names, type);
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
        FunctionsOfClass functions = functionsOf(type);
        ExecutableElement result = one(methods, "result", type);
        one(methods, "merge", type);
        for (ExecutableElement method : methods) {
            if (method.getSimpleName().toString().startsWith("add")
                    && !method.getModifiers().contains(Modifier.PRIVATE)) {
                List<Overload> overloads = signatures.overloads(method, result);
                overloads.forEach(overload -> NullRule.check(annotation, overload, method));
                functions.add(annotation, names, method, overloads);
            }
        }
        requireDistinct(false, type);
    }

    /** A method that lists functions. */
    private void aggregates(ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)) {
            throw new BadSignature(method, "a list of aggregates is a static method that is not private");
        }
        Aggregate annotation = method.getAnnotation(Aggregate.class);
        Names names = new Names(List.of(annotation.kql()), List.of(annotation.aql()), List.of());
        requireNames(names, method);
        functionsOf((TypeElement) method.getEnclosingElement()).addList(annotation, names, method);
    }

    private static ExecutableElement one(List<ExecutableElement> methods, String name, TypeElement type) {
        List<ExecutableElement> found = methods.stream()
                .filter(method -> method.getSimpleName().contentEquals(name))
                .toList();
        if (found.size() != 1) {
            throw new BadSignature(type, "an aggregate has one method " + name + ", found " + found.size());
        }
        return found.get(0);
    }

    private static void requireNames(Names names, Element element) {
        if (names.isEmpty()) {
            throw new BadSignature(element, "a function needs a name in some language");
        }
    }

    /** No two overloads of one name with the same parameter types, within one language. */
    private void requireDistinct(boolean scalars, Element element) {
        Set<String> seen = new HashSet<>();
        for (FunctionsOfClass functions : classes.values()) {
            for (Entry entry : scalars ? functions.scalars() : functions.aggregates()) {
                for (String key : entry.keys()) {
                    if (!seen.add(key)) {
                        throw new BadSignature(element, "a second function " + key);
                    }
                }
            }
        }
    }

    private FunctionsOfClass functionsOf(TypeElement type) {
        if (type.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            throw new BadSignature(type, "functions are written in top-level classes");
        }
        return classes.computeIfAbsent(
                type,
                key -> new FunctionsOfClass(
                        key, processingEnv.getElementUtils().getPackageOf(key).toString()));
    }

    private void write(String qualifiedName, String source, TypeElement... origins) {
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(qualifiedName, origins)
                .openWriter()) {
            writer.write(source);
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Kind.ERROR, qualifiedName + ": " + e.getMessage());
        }
    }
}
