package org.sampan.mailserver;

import java.util.List;
import org.apache.james.core.Domain;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.api.DomainListException;

/** The domain of the lists, which is the operator's setting; James cannot change it. */
record OneDomain(Domain domain) implements DomainList {
    @Override
    public List<Domain> getDomains() {
        return List.of(domain);
    }

    @Override
    public boolean containsDomain(Domain asked) {
        return domain.equals(asked);
    }

    @Override
    public Domain getDefaultDomain() {
        return domain;
    }

    @Override
    public void addDomain(Domain added) throws DomainListException {
        throw new DomainListException("the domain is a setting: config/sampan.properties, domain");
    }

    @Override
    public void removeDomain(Domain removed) throws DomainListException {
        throw new DomainListException("the domain is a setting: config/sampan.properties, domain");
    }
}
