<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if because?has_content || reason?has_content>
<@mail.p>${say("reason")}</@mail.p>
<#if because?has_content>
<@mail.quote>${say("because." + because)}</@mail.quote>
</#if>
<#if reason?has_content>
<@mail.quote>${reason}</@mail.quote>
</#if>
<#else>
<@mail.p>${say("noreason")}</@mail.p>
</#if>
<@mail.p>${say("attached")}</@mail.p>
</@mail.letter>
