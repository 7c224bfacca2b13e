<#-- What every notice is made of, as plain text. `wrap` folds at 72 columns where the script allows it. -->
<#macro letter>
${wrap(say("hello"))}

<#nested>
-- 
${list} <${address}>
<#if description?has_content>
${wrap(description)}
</#if>
${wrap(say("questions"))}
</#macro>

<#macro p>
<#local content><#nested></#local>
${wrap(content?trim)}

</#macro>

<#macro action link>
<#local content><#nested></#local>
${wrap(content?trim)}:

  ${link}

</#macro>

<#macro entries>
<#nested>

</#macro>

<#macro entry term>
<#local content><#nested></#local>
  ${term}
      ${content?trim}
</#macro>

<#macro fact name>
<#local content><#nested></#local>
  ${name}: ${content?trim}<#rt>
</#macro>

<#macro quote>
<#local content><#nested></#local>
<#list content?trim?split("\n") as line>
<#list wrap(line?trim)?split("\n") as part>
> ${part}
</#list>
</#list>

</#macro>

<#macro commands>
<#nested>

</#macro>

<#macro command>
<#local content><#nested></#local>
  ${content?trim}<#rt>
</#macro>

<#macro choices>
<#nested>

</#macro>

<#macro choice name link>
  ${name}:
    ${link}
</#macro>

<#macro mailto name to>
  ${name}:
    ${to}
</#macro>
