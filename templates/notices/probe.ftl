<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.p>${say("nothing")}</@mail.p>
<@mail.action link=link>${say("action")}</@mail.action>
<#if answer?has_content>
<@mail.p>${say("by-answer")}</@mail.p>
</#if>
</@mail.letter>
