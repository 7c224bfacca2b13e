<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if reason?has_content>
<@mail.p>${say("reason")}</@mail.p>
<@mail.quote>${reason}</@mail.quote>
<#else>
<@mail.p>${say("noreason")}</@mail.p>
</#if>
<@mail.p>${say("attached")}</@mail.p>
</@mail.letter>
