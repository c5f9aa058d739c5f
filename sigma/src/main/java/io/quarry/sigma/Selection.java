package io.quarry.sigma;

import io.quarry.sigma.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of a selection: a map, a list of maps, or keywords. */
final class Selection {
    private Selection() {}

    /** Empty, with a diagnostic, where the body means nothing that can be run. */
    static Optional<Match> read(String name, Yaml body, Report report) {
        if (body instanceof Yaml.Mapping map) {
            return map(name, map, report);
        }
        if (body instanceof Yaml.Sequence list) {
            return list(name, list, report);
        }
        return FieldItem.keywords(List.of((Yaml.Scalar) body), body.span(), report);
    }

    private static Optional<Match> map(String name, Yaml.Mapping map, Report report) {
        if (map.entries().isEmpty()) {
            report.add(SigmaCode.SELECTION_EMPTY, map.span(), "the selection '" + name + "' is empty");
            return Optional.empty();
        }
        List<Match> items = new ArrayList<>();
        map.entries().forEach(entry -> FieldItem.read(entry, report).ifPresent(items::add));
        return items.size() == map.entries().size() ? Optional.of(Match.all(items)) : Optional.empty();
    }

    private static Optional<Match> list(String name, Yaml.Sequence list, Report report) {
        if (list.items().isEmpty()) {
            report.add(SigmaCode.SELECTION_EMPTY, list.span(), "the selection '" + name + "' is empty");
            return Optional.empty();
        }
        List<Match> alternatives = new ArrayList<>();
        List<Yaml.Scalar> keywords = new ArrayList<>();
        boolean isSound = true;
        for (Yaml item : list.items()) {
            if (item instanceof Yaml.Scalar keyword) {
                keywords.add(keyword);
            } else if (item instanceof Yaml.Mapping map) {
                Optional<Match> alternative = map(name, map, report);
                alternative.ifPresent(alternatives::add);
                isSound &= alternative.isPresent();
            } else {
                report.add(SigmaCode.RULE_SHAPE, item.span(), "a list inside the list '" + name + "' has no meaning");
                isSound = false;
            }
        }
        if (!keywords.isEmpty()) {
            Optional<Match> match = FieldItem.keywords(keywords, list.span(), report);
            match.ifPresent(alternatives::add);
            isSound &= match.isPresent();
        }
        return isSound ? Optional.of(Match.any(alternatives)) : Optional.empty();
    }
}
