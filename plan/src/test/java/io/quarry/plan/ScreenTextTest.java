package io.quarry.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenTextTest {
    @Test
    void whatDrivesATerminalIsBlank() {
        assertThat(ScreenText.printable("a\u001b[2Jb\u009bc\r\n\td\u007f")).isEqualTo("a [2Jb c   d ");
        assertThat(ScreenText.printable("exe.\u202egpj\u2066x\u2028")).isEqualTo("exe. gpj x ");
        assertThat(ScreenText.printable("naïve שלום 名 😀 e\u0301")).isEqualTo("naïve שלום 名 😀 e\u0301");
    }

    @Test
    void widthsAreCells() {
        assertThat(ScreenText.width("naïve")).isEqualTo(5);
        assertThat(ScreenText.width("名前")).isEqualTo(4);
        assertThat(ScreenText.width("e\u0301\u200b")).isEqualTo(1);
        assertThat(ScreenText.width("😀\uD83D")).isEqualTo(3);
        assertThat(ScreenText.width("한글ｶﾅ｡Ａ")).isEqualTo(9);
    }

    @Test
    void beginningsDoNotSplitCharacters() {
        assertThat(ScreenText.beginning("名前", 3)).isEqualTo("名");
        assertThat(ScreenText.beginning("a😀b", 2)).isEqualTo("a");
        assertThat(ScreenText.beginning("e\u0301x", 1)).isEqualTo("e\u0301");
        assertThat(ScreenText.beginning("abc", 3)).isEqualTo("abc");
        assertThat(ScreenText.beginning("abc", 0)).isEmpty();
        assertThat(ScreenText.fit("名前です", 5)).isEqualTo("名前…");
        assertThat(ScreenText.fit("名前", 4)).isEqualTo("名前");
    }
}
