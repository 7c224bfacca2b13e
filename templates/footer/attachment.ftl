<#if link??>
[Attached file: ${name}, ${size}]
${link}
(until ${until})
<#else>
[Attached file taken off by the list: ${name}, ${size}]
</#if>
