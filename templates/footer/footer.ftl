You get this mail because you are on the list ${list} (${address}).
This post on the web: ${post}
Leave the list: ${leave}
