You get this mail because you are on the list ${list} (${address}).
This post on the web: ${post}
How it comes to you: ${preferences}
Leave the list: ${leave}
