<#-- For readers without HTML: nothing that the HTML says is missing here. -->
<#if about?has_content>
${about}

<#if reasonText?has_content>
${reasonHeading}:

${reasonText}

</#if>
<#if bodyText?has_content>${""?left_pad(72, "-")}

</#if>
</#if>
${titleText}
<#if older?has_content>

${fold(older)}
</#if>
<#if bodyText?has_content>

${bodyText}
</#if>
<#list signatories>

${signedHeading}:
<#items as one>
${wrap("* " + one)}
</#items>
</#list>
<#list contacts>

${contactHeading}:
<#items as one>
* ${one.name()}<#if one.phone()?has_content>, ${one.phone()}</#if><#if one.email()?has_content>, ${one.email()}</#if>
</#items>
</#list>
<#if url?has_content>

${webHeading}:
${url}
</#if>

${fold(checkHeading)}
${checkUrl}
${codeHeading}: ${checkCode}
