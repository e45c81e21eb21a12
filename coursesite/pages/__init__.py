"""Model and a language → Markdown bodies, worded views and addresses. Knows no engine."""
