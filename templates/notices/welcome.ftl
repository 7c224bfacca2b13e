<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if posting == "members">
<@mail.p>${say("post")}</@mail.p>
</#if>
<@mail.p>${say("keep")}</@mail.p>
<@mail.action link=leaveLink>${say("action")}</@mail.action>
</@mail.letter>
