您收到此邮件，是因为您在邮件列表 ${list}（${address}）中。
在网页上阅读：${post}
更改接收方式：${preferences}
退出列表：${leave}
