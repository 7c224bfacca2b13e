<#if link??>
[ឯកសារភ្ជាប់៖ ${name}, ${size}]
${link}
(រហូតដល់ ${until})
<#else>
[បញ្ជីបានដកឯកសារភ្ជាប់ចេញ៖ ${name}, ${size}]
</#if>
