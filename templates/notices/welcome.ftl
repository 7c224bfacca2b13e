<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if posting == "members">
<@mail.p>${say("post")}</@mail.p>
</#if>
<@mail.action link=preferencesLink>${say("preferences")}</@mail.action>
<@mail.p>${say("keep")}</@mail.p>
<@mail.action link=leaveLink>${say("action")}</@mail.action>
</@mail.letter>
