<#if link??>
[Tệp đính kèm: ${name}, ${size}]
${link}
(đến ngày ${until})
<#else>
[Danh sách đã gỡ tệp đính kèm: ${name}, ${size}]
</#if>
