<#macro group title readers>
<#if readers?has_content>
<@mail.p>${say(title)}</@mail.p>
<@mail.entries>
<#list readers as reader>
<@mail.entry term=reader.member>${reader.reply}</@mail.entry>
</#list>
</@mail.entries>
</#if>
</#macro>
<@mail.letter>
<@mail.p>${say("lead")}</@mail.p>
<@group title="ailing" readers=ailing/>
<@group title="suspended" readers=suspended/>
<@group title="resumed" readers=resumed/>
<@group title="removed" readers=removed/>
<@group title="complained" readers=complained/>
<@mail.p>${say("how")}</@mail.p>
</@mail.letter>
