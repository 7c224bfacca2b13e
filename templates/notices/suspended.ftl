<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if reply?has_content>
<@mail.p>${say("said")}</@mail.p>
<@mail.quote>${reply}</@mail.quote>
</#if>
<@mail.p>${say("again")}</@mail.p>
<@mail.action link=link>${say("action")}</@mail.action>
<#if answer?has_content>
<@mail.p>${say("by-answer")}</@mail.p>
</#if>
<#if until?has_content>
<@mail.p>${say("until")}</@mail.p>
</#if>
</@mail.letter>
