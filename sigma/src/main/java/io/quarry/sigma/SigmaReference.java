package io.quarry.sigma;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import io.quarry.plan.reference.Construct;
import io.quarry.plan.reference.ConstructFile;
import io.quarry.plan.reference.LanguageReference;
import io.quarry.plan.reference.Support;
import java.util.List;
import java.util.Set;

/** What Sigma consists of, from {@code language.txt}. */
public final class SigmaReference implements LanguageReference {
    private static final SigmaReference INSTANCE = new SigmaReference();

    /** The codes under which what cannot run is refused by name. */
    private static final Set<String> REFUSALS = Set.of(CommonCode.UNSUPPORTED.name(), SigmaCode.PLACEHOLDER.name());

    private SigmaReference() {}

    public static SigmaReference instance() {
        return INSTANCE;
    }

    @Override
    public String language() {
        return "Sigma";
    }

    @Override
    public List<Construct> constructs() {
        return ConstructFile.read(SigmaReference.class.getResourceAsStream("language.txt"));
    }

    /**
     * Found out by reading the example.
     *
     * @throws IllegalStateException if the example is wrong for other reasons
     */
    @Override
    public Support support(Construct construct) {
        List<String> errors = Sigma.read(new SourceText("example", construct.example())).diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(diagnostic -> diagnostic.code().name())
                .toList();
        if (!errors.isEmpty() && errors.stream().noneMatch(REFUSALS::contains)) {
            throw new IllegalStateException("the example of " + construct.name() + " is wrong: " + errors);
        }
        return errors.isEmpty() ? Support.SUPPORTED : Support.REFUSED;
    }
}
