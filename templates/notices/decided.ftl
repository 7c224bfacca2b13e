<@mail.letter>
<#if first != "true">
<@mail.p>${say("before")}</@mail.p>
</#if>
<@mail.p>${say(outcome)}</@mail.p>
</@mail.letter>
