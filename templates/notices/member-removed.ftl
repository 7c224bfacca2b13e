<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if reply?has_content>
<@mail.p>${say("said")}</@mail.p>
<@mail.quote>${reply}</@mail.quote>
</#if>
</@mail.letter>
