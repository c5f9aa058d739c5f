package io.quarry.sigma;

import io.quarry.sigma.Modifier.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which modifiers can stand together. What is not clearly meaningful is refused rather than guessed. */
final class ModifierRules {
    private static final Set<Role> EXCLUSIVE = EnumSet.of(Role.PLACE, Role.BYTES, Role.ENCODING, Role.COMPARISON);

    private ModifierRules() {}

    /** Why the modifiers, in the order in which they are written, mean nothing; empty if they do. */
    static Optional<String> conflict(List<Modifier> modifiers) {
        for (int i = 0; i < modifiers.size(); i++) {
            Modifier later = modifiers.get(i);
            for (Modifier earlier : modifiers.subList(0, i)) {
                Optional<String> conflict = conflict(earlier, later);
                if (conflict.isPresent()) {
                    return conflict;
                }
            }
        }
        return incomplete(modifiers);
    }

    private static Optional<String> conflict(Modifier earlier, Modifier later) {
        if (earlier == later) {
            return Optional.of("'" + later.label() + "' stands twice");
        }
        boolean clash = earlier.role() == later.role() && EXCLUSIVE.contains(later.role())
                || earlier == Modifier.EXISTS
                || later == Modifier.EXISTS
                || isClash(earlier, later)
                || isClash(later, earlier);
        if (clash) {
            return Optional.of("'" + earlier.label() + "' and '" + later.label() + "' cannot stand together");
        }
        boolean isLate = later.role() == Role.BYTES && (earlier.role() == Role.ENCODING || earlier.role() == Role.PLACE)
                || later.role() == Role.ENCODING && earlier.role() == Role.PLACE;
        return isLate
                ? Optional.of("'" + later.label() + "' must stand before '" + earlier.label() + "'")
                : Optional.empty();
    }

    /** A comparison goes with little else, and encoded text has no dashes to vary. */
    private static boolean isClash(Modifier one, Modifier other) {
        if (one.role() == Role.COMPARISON) {
            return switch (other.role()) {
                case TEXT, BYTES, ENCODING -> true;
                case PLACE, CASE -> one != Modifier.FIELDREF;
                case REGEX_FLAG -> one != Modifier.RE;
                case COMPARISON, LIST, PLACEHOLDER -> false;
            };
        }
        return one.role() == Role.TEXT && (other.role() == Role.BYTES || other.role() == Role.ENCODING);
    }

    private static Optional<String> incomplete(List<Modifier> modifiers) {
        for (Modifier modifier : modifiers) {
            if (modifier.role() == Role.REGEX_FLAG && !modifiers.contains(Modifier.RE)) {
                return Optional.of("'" + modifier.label() + "' has a meaning only after 're'");
            }
            if (modifier.role() == Role.BYTES && modifiers.stream().noneMatch(other -> other.role() == Role.ENCODING)) {
                return Optional.of("'" + modifier.label() + "' has a meaning only before 'base64' or 'base64offset'");
            }
        }
        return Optional.empty();
    }
}
