"""How sessions travel: addresses, cookies, answers, and the rate limit."""
