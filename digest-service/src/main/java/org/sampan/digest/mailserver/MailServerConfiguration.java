package org.sampan.digest.mailserver;

import org.sampan.digest.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the operator's mail server is. */
@Configuration(proxyBeanMethods = false)
class MailServerConfiguration {
    @Bean
    MailServer mailServer(Settings settings) {
        return new MailServer(settings.mailServer().admin(), settings.adminTokenFile());
    }

    @Bean
    MailArchive mailArchive(Settings settings) {
        return new MailArchive(settings.mailServer().admin(), settings.adminTokenFile());
    }

    @Bean
    RosterCare rosterCare(Settings settings) {
        return new RosterCare(settings.mailServer().admin(), settings.adminTokenFile());
    }

    @Bean
    SendCare sendCare(Settings settings) {
        return new SendCare(settings.mailServer().admin(), settings.adminTokenFile());
    }

    @Bean
    Installation installation(Settings settings) {
        return new Installation(settings.mailServer().admin(), settings.adminTokenFile());
    }

    @Bean
    Submission submission(Settings settings) {
        return new Submission(new SubmissionServer(
                settings.mailServer().submissionHost(),
                settings.mailServer().submissionPort(),
                settings.submissionAccount(),
                settings.submissionPasswordFile(),
                settings.mailServerCertificate()));
    }
}
