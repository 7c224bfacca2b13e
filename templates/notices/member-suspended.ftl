<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<#if reply?has_content>
<@mail.p>${say("reply")}</@mail.p>
<@mail.quote>${reply}</@mail.quote>
</#if>
<#if !member?contains("…")>
<@mail.p>${say("how")}</@mail.p>
<@mail.commands>
<@mail.command>./sampan members set ${shell(listName)} ${shell(member)} state=active</@mail.command>
</@mail.commands>
</#if>
</@mail.letter>
