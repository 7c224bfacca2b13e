<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@mail.entries>
<@mail.fact name=say("who")>${who}</@mail.fact>
<#if name?has_content><@mail.fact name=say("name")>${name}</@mail.fact></#if>
</@mail.entries>
<@mail.action link=link>${say("action")}</@mail.action>
<@mail.p>${say("how")}</@mail.p>
<@mail.commands>
<@mail.command>./sampan joins admit ${shell(listName)} ${id}</@mail.command>
<@mail.command>./sampan joins refuse ${shell(listName)} ${id} --reason "…"</@mail.command>
</@mail.commands>
</@mail.letter>
