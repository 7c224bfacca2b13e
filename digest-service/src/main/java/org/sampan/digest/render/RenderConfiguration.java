package org.sampan.digest.render;

import org.sampan.digest.clipping.Clippings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where versions of clippings come from. */
@Configuration(proxyBeanMethods = false)
class RenderConfiguration {
    @Bean
    ReaderVersions readerVersions(Clippings clippings) {
        return clippings::versionsIn;
    }
}
