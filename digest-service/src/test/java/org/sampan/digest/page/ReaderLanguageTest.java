package org.sampan.digest.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReaderLanguageTest {
    private final ReaderLanguage language =
            new ReaderLanguage(new Messages(Path.of("..", "templates", "messages")).languages());
    private MockHttpServletRequest request = new MockHttpServletRequest();

    @BeforeEach
    void newRequest() {
        request = new MockHttpServletRequest();
    }

    @Test
    void whatIsAskedForWinsOverAllElse() {
        request.setParameter("lang", "km");
        request.setCookies(new Cookie("lang", "th"));
        ReaderLanguage.isKnownAs(request, "my");
        assertThat(language.resolveLocale(request)).isEqualTo(Locale.forLanguageTag("km"));
    }

    @Test
    void chosenOnceIsRemembered() {
        request.setCookies(new Cookie("lang", "th"));
        ReaderLanguage.isKnownAs(request, "my");
        assertThat(language.resolveLocale(request)).isEqualTo(Locale.forLanguageTag("th"));
    }

    @Test
    void personTheLinkWasMailedToWinsOverTheBrowser() {
        ReaderLanguage.isKnownAs(request, "shn");
        request.addHeader("Accept-Language", "en-GB");
        request.addPreferredLocale(Locale.UK);
        assertThat(language.resolveLocale(request)).isEqualTo(Locale.forLanguageTag("shn"));
    }

    @Test
    void browsersFirstLanguageThatWeHaveIsTaken() {
        request.addHeader("Accept-Language", "fr, zh-Hant-TW;q=0.8, th;q=0.5");
        request.addPreferredLocale(Locale.forLanguageTag("th"));
        request.addPreferredLocale(Locale.forLanguageTag("zh-Hant-TW"));
        request.addPreferredLocale(Locale.FRENCH);
        assertThat(language.resolveLocale(request)).isEqualTo(Locale.forLanguageTag("zh"));
    }

    @Test
    void nonsenseAndNothingAreEnglish() {
        request.setParameter("lang", "<script>");
        assertThat(language.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void onlyAChoiceSetsACookie() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        language.remember(request, response);
        assertThat(response.getHeaders("Set-Cookie")).isEmpty();
        request.setParameter("lang", "lo");
        language.remember(request, response);
        assertThat(response.getHeader("Set-Cookie")).startsWith("lang=lo; Path=/; Max-Age=31536000;");
    }
}
