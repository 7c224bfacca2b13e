<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if reason?has_content>
<@mail.p>${say("reason")}</@mail.p>
<@mail.quote>${reason}</@mail.quote>
</#if>
</@mail.letter>
