package io.quarry.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which logs a rule is for; what is present must hold together. */
public record LogSource(Optional<String> product, Optional<String> category, Optional<String> service) {
    public LogSource {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(service, "service");
    }

    /** {@code product windows, category process_creation}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        product.ifPresent(value -> parts.add("product " + value));
        category.ifPresent(value -> parts.add("category " + value));
        service.ifPresent(value -> parts.add("service " + value));
        return String.join(", ", parts);
    }
}
