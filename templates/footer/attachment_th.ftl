<#if link??>
[ไฟล์แนบ: ${name}, ${size}]
${link}
(ถึงวันที่ ${until})
<#else>
[รายชื่อได้นำไฟล์แนบออก: ${name}, ${size}]
</#if>
