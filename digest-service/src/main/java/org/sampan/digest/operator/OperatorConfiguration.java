package org.sampan.digest.operator;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate before all pages of the operator. */
@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {
    @Bean
    WebMvcConfigurer gateBeforeTheOperator(OperatorGate gate) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate).addPathPatterns(OperatorGate.PATHS);
            }
        };
    }
}
