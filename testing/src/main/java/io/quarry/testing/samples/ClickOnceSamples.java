package io.quarry.testing.samples;

import io.quarry.detect.scenario.Account;
import io.quarry.detect.scenario.Scenario;
import io.quarry.telemetry.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The two hosts of the ClickOnce samples over three days: every scenario of the pack among ordinary activity. */
final class ClickOnceSamples {
    private static final Instant FIRST_MORNING = Instant.parse("2026-03-10T06:00:00Z");
    private static final int DAYS = 3;

    private ClickOnceSamples() {}

    /**
     * The records of each host.
     *
     * @throws IllegalArgumentException if a scenario plays on another host or another day
     */
    static List<HostRecords> of(List<Scenario> scenarios) {
        Workplace office = new Workplace("ws-finance-07.corp.example", new Account("CORP", "a.keller"), FIRST_MORNING);
        Workplace development =
                new Workplace("dev-build-02.corp.example", new Account("CORP", "m.okafor"), FIRST_MORNING);
        for (Scenario scenario : scenarios) {
            check(scenario, List.of(office.host(), development.host()));
        }
        return List.of(
                records(development, Background.ofDevelopment(development), scenarios),
                records(office, Background.ofOffice(office), scenarios));
    }

    private static HostRecords records(Workplace place, Background background, List<Scenario> scenarios) {
        for (int day = 0; day < DAYS; day++) {
            background.play(FIRST_MORNING.plus(Duration.ofDays(day)));
        }
        List<Event> events = new ArrayList<>(place.journal().events());
        scenarios.stream()
                .filter(scenario -> scenario.host().equals(place.host()))
                .forEach(scenario -> events.addAll(scenario.events()));
        return HostRecords.of(place.host(), events);
    }

    private static void check(Scenario scenario, List<String> hosts) {
        Instant midnight = FIRST_MORNING.minus(Duration.ofHours(6));
        boolean inTime =
                !scenario.start().isBefore(midnight) && scenario.start().isBefore(midnight.plus(Duration.ofDays(DAYS)));
        if (!hosts.contains(scenario.host()) || !inTime) {
            throw new IllegalArgumentException(scenario.id() + " plays on " + scenario.host() + " at "
                    + scenario.start() + ", outside the samples");
        }
    }
}
