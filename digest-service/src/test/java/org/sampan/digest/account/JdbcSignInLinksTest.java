package org.sampan.digest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.TestDatabase;

class JdbcSignInLinksTest implements SignInLinksContract {
    private static TestDatabase.Access access;

    @BeforeAll
    static void open() {
        access = TestDatabase.access();
    }

    @Override
    public SignInLinks links() {
        return new JdbcSignInLinks(access.client());
    }

    @Test
    void tokenItselfIsNotInTheDatabase() {
        SignInToken token = SignInToken.random(new SecureRandom());
        links().keep(token, ALICE, NOW, LATER);
        assertThat(access.client()
                        .sql("select token_hash::text from sign_in_link")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.contains(token.text()));
    }

    @Test
    void expiredLinksAreForgotten() {
        links().keep(SignInToken.random(new SecureRandom()), ALICE, NOW, LATER);
        links().keep(SignInToken.random(new SecureRandom()), ALICE, LATER, LATER.plusSeconds(60));
        assertThat(access.client()
                        .sql("select count(*) from sign_in_link")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
