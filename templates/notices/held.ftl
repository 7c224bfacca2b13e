<@mail.letter>
<#if turn != "first">
<@mail.p>${say("turn." + turn)}</@mail.p>
</#if>
<@mail.p>${say((attached == "true")?then("lead", "large"))}</@mail.p>
<@mail.entries>
<@mail.fact name=say("from")>${sender}</@mail.fact>
<@mail.fact name=say("about")>${subject}</@mail.fact>
<@mail.fact name=say("reason")>${reason}</@mail.fact>
<@mail.fact name=say("size")>${size}</@mail.fact>
</@mail.entries>
<@mail.action link=link>${say("page")}</@mail.action>
<@mail.p>${say("links")}</@mail.p>
<@mail.choices>
<#list ["approve", "accept", "reject", "discard"] as decision>
<@mail.choice name=say(decision) link=link + "?decide=" + decision/>
</#list>
</@mail.choices>
<@mail.p>${say("mail")}</@mail.p>
<@mail.choices>
<#list ["approve", "accept", "reject", "discard"] as decision>
<@mail.mailto name=say(decision) to=answer?replace("+", "+" + decision + "-")/>
</#list>
</@mail.choices>
<@mail.p>${say("until")}</@mail.p>
</@mail.letter>
