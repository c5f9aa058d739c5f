package io.quarry.plan.reference;

import java.util.List;

/** What a language consists of. Without state, safe for threads. */
public interface LanguageReference {
    /** What the language is called: {@code KQL}. */
    String language();

    /** All constructs, kind by kind. */
    List<Construct> constructs();

    /** Whether a construct can be used; found out by compiling texts that use it. */
    Support support(Construct construct);
}
