package io.quarry.processor;

import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads Java signatures as overloads. */
final class SignatureReader {
    private static final String UTF8 = "io.quarry.functions.text.Utf8";

    /** The overloads of a method whose result is {@code result}, the method itself or {@code result()} of an aggregate. */
    List<Overload> overloads(ExecutableElement method, ExecutableElement result) {
        List<Type> variable = typeVariable(method, result);
        List<Overload> overloads = new ArrayList<>();
        for (int i = 0; i < Math.max(1, variable.size()); i++) {
            Type chosen = variable.isEmpty() ? null : variable.get(i);
            List<Parameter> parameters = new ArrayList<>();
            for (VariableElement parameter : method.getParameters()) {
                parameters.add(parameter(parameter, chosen, method));
            }
            overloads.add(new Overload(parameters, method.isVarArgs(), result(result, chosen)));
        }
        return overloads;
    }

    /** The one list of several types in the {@code @Of}s of the signature; empty if there is none. */
    private static List<Type> typeVariable(ExecutableElement method, ExecutableElement result) {
        List<Element> elements = new ArrayList<>(method.getParameters());
        elements.add(result);
        List<Type> variable = List.of();
        for (Element element : elements) {
            Of of = element.getAnnotation(Of.class);
            if (of == null || of.value().length < 2) {
                continue;
            }
            List<Type> types = List.of(of.value());
            if (!variable.isEmpty() && !variable.equals(types)) {
                throw new BadSignature(element, "every @Of with several types must list the same types");
            }
            variable = types;
        }
        return variable;
    }

    private static Parameter parameter(VariableElement parameter, Type chosen, ExecutableElement method) {
        TypeMirror mirror = parameter.asType();
        boolean isVariadic = method.isVarArgs()
                && method.getParameters().indexOf(parameter)
                        == method.getParameters().size() - 1;
        if (isVariadic) {
            mirror = ((ArrayType) mirror).getComponentType();
        }
        Parameter read = preparedOrPlain(parameter, mirror, chosen);
        if (isVariadic && (read.passing() == Passing.PREPARED || read.passing() == Passing.UTF8)) {
            throw new BadSignature(parameter, "a variadic parameter cannot be " + mirror);
        }
        return read;
    }

    private static Parameter preparedOrPlain(VariableElement parameter, TypeMirror mirror, Type chosen) {
        String java = name(mirror);
        if (java.equals(UTF8)) {
            return new Parameter(Passing.UTF8, java, Type.STRING);
        }
        Optional<Type> type = typeOf(parameter, java, chosen);
        if (type.isPresent()) {
            Passing passing =
                    mirror.getKind().isPrimitive() ? Passing.PRIMITIVE : isBoxed(java) ? Passing.BOXED : Passing.OBJECT;
            return new Parameter(passing, java, type.get());
        }
        return new Parameter(Passing.PREPARED, java, preparedFrom(parameter, mirror));
    }

    private static Result result(ExecutableElement method, Type chosen) {
        TypeMirror mirror = method.getReturnType();
        String java = name(mirror);
        Type type = typeOf(method, java, chosen)
                .orElseThrow(() -> new BadSignature(method, "not a type of the engine: " + mirror));
        return new Result(java, type);
    }

    private static Optional<Type> typeOf(Element element, String java, Type chosen) {
        Optional<Type> natural = natural(java);
        Of of = element.getAnnotation(Of.class);
        if (of == null) {
            return natural;
        }
        Type type = of.value().length == 1 ? of.value()[0] : chosen;
        boolean isLong = java.equals("long") || java.equals("java.lang.Long");
        boolean fits = java.equals("java.lang.Object")
                || natural.isPresent() && (natural.get() == type || isLong && type.isLongBacked());
        if (!fits) {
            throw new BadSignature(element, "a " + type.label() + " is not held as " + java);
        }
        return Optional.of(type);
    }

    private static Optional<Type> natural(String java) {
        return switch (java) {
            case "boolean", "java.lang.Boolean" -> Optional.of(Type.BOOL);
            case "int" -> Optional.of(Type.INT);
            case "long", "java.lang.Long" -> Optional.of(Type.LONG);
            case "double", "java.lang.Double" -> Optional.of(Type.REAL);
            case "java.lang.String" -> Optional.of(Type.STRING);
            case "java.math.BigDecimal" -> Optional.of(Type.DECIMAL);
            case "java.util.UUID" -> Optional.of(Type.GUID);
            case "java.lang.Object" -> Optional.of(Type.DYNAMIC);
            default -> Optional.empty();
        };
    }

    private static boolean isBoxed(String java) {
        return List.of("java.lang.Boolean", "java.lang.Long", "java.lang.Double")
                .contains(java);
    }

    /** What the static {@code of} of a prepared class takes. */
    private static Type preparedFrom(VariableElement parameter, TypeMirror mirror) {
        if (mirror.getKind() == TypeKind.DECLARED) {
            TypeElement type = (TypeElement) ((DeclaredType) mirror).asElement();
            for (Element member : type.getEnclosedElements()) {
                if (member instanceof ExecutableElement method
                        && method.getSimpleName().contentEquals("of")
                        && method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() == 1) {
                    String from = name(method.getParameters().get(0).asType());
                    if (from.equals("java.lang.String")) {
                        return Type.STRING;
                    }
                    if (from.equals("java.lang.Object")) {
                        return Type.DYNAMIC;
                    }
                }
            }
        }
        throw new BadSignature(
                parameter, mirror + " is neither a type of the engine nor has a static of(String) or of(Object)");
    }

    private static String name(TypeMirror mirror) {
        return mirror instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : mirror.toString();
    }
}
