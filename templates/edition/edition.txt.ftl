<#-- The same edition for readers without HTML: nothing that the HTML says is missing here. -->
${wrap(series?upper_case, "", language)}
${wrap(say("edition.dateline", number, date, count), "", language)}
${""?left_pad(72, "=")}
<#if ownTitle>

${wrap(titleText, "", language)}
</#if>
<#if introductionText?has_content>

${wrap(introductionText, "", introductionLanguage)}
</#if>
<#list sections as section>


${wrap(section.heading, "", language)}
${""?left_pad(72, "-")}
<#list section.items as item>

${item.titleLines}
${wrap("  " + item.credit, "  ", language)}
<#if item.summary?has_content>
${item.summaryLines}
</#if>
<#if item.rights?has_content>
${wrap("  " + item.rights, "  ", language)}
</#if>
<#if item.link?has_content>
  ${item.link}
</#if>
</#list>
</#list>


${""?left_pad(72, "=")}
${wrap(say("edition.on-the-web") + ":", "", language)}
${url}
${wrap(say("edition.rights"), "", language)}
