<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if words?has_content>
<@mail.quote>${words}</@mail.quote>
</#if>
<@mail.action link=link>${say("action")}</@mail.action>
<@mail.p>${say("reply")}</@mail.p>
<@mail.p>${say("ignore")}</@mail.p>
</@mail.letter>
